package dev.coracle.cluster.resources;

/** What a watch tells of the objects of a kind. */
public sealed interface ResourceEvent {

  /** Everything there is: the first event, and again whenever the history was lost. */
  record Snapshot(ResourceTable table) implements ResourceEvent {}

  /** An object is new or changed. */
  record Changed(ResourceRow row) implements ResourceEvent {}

  /** An object is gone. */
  record Removed(ObjectName id) implements ResourceEvent {}
}
