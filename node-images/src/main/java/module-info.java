import org.jspecify.annotations.NullMarked;

/** What a node is made of: the recipe of the node image, its catalogue and its builder. */
@NullMarked
module dev.coracle.image {
  requires transitive org.jspecify;
  requires org.apache.commons.compress;
  requires org.slf4j;

  exports dev.coracle.image;
}
