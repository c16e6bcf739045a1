package dev.coracle.image;

/**
 * A file of the node image's recipe.
 *
 * @param path relative to the recipe's folder, with slashes
 * @param content its bytes; treated as immutable
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a recipe is compared by its hash.
record RecipeFile(String path, byte[] content) implements Comparable<RecipeFile> {

  /**
   * Whether the file is to be run. A jar keeps no modes and Windows has none, so the first line
   * decides: what begins with {@code #!} is a program. A test holds the checkout to that.
   */
  boolean executable() {
    return content.length > 1 && content[0] == '#' && content[1] == '!';
  }

  /** The permission bits that the file has in every build context. */
  int mode() {
    return executable() ? 0755 : 0644;
  }

  @Override
  public int compareTo(RecipeFile other) {
    return path.compareTo(other.path);
  }
}
