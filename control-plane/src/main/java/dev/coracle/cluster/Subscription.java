package dev.coracle.cluster;

/** Something that is being listened to; closing ends it, and may be done twice. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
