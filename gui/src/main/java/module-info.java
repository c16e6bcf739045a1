import org.jspecify.annotations.NullMarked;

/** The window. */
@NullMarked
module dev.coracle.gui {
  requires transitive dev.coracle.cluster;
  requires org.slf4j;
}
