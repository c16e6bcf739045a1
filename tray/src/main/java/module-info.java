import org.jspecify.annotations.NullMarked;

/** The status icon and its menu. */
@NullMarked
module dev.coracle.tray {
  requires transitive dev.coracle.cluster;
  requires org.slf4j;
}
