package dev.coracle.cluster.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that travel into or out of a container together, by path relative to one directory there.
 *
 * @param files each file by its path, for instance {@code kubernetes/pki/ca.crt}
 */
public record FileSet(SortedMap<String, File> files) {

  /** Permissions of a file that everyone may read. */
  public static final int PUBLIC = 0644;

  /** Permissions of a file that only root may read. */
  public static final int PRIVATE = 0600;

  /** No files. */
  public static final FileSet EMPTY = new FileSet(Collections.emptySortedMap());

  /** Keeps an unmodifiable copy. */
  public FileSet {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** These files and one more; a file of the same path is replaced. */
  public FileSet with(String path, byte[] content, int mode) {
    SortedMap<String, File> more = new TreeMap<>(files);
    more.put(path, new File(content, mode));
    return new FileSet(more);
  }

  /** These files and one more of UTF-8 text; a file of the same path is replaced. */
  public FileSet with(String path, String text, int mode) {
    return with(path, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  /** These files and the others; where both have a path, the other one stays. */
  public FileSet with(FileSet others) {
    SortedMap<String, File> more = new TreeMap<>(files);
    more.putAll(others.files);
    return new FileSet(more);
  }

  /** The UTF-8 text of a file, if it is here. */
  public Optional<String> findText(String path) {
    return Optional.ofNullable(files.get(path)).map(File::text);
  }

  /** These files below a directory; {@code under("kubernetes")} puts it before each path. */
  public FileSet under(String directory) {
    SortedMap<String, File> moved = new TreeMap<>();
    files.forEach((path, file) -> moved.put(directory + "/" + path, file));
    return new FileSet(moved);
  }

  /** One file. */
  public static final class File {

    private final byte[] content;
    private final int mode;

    /**
     * A file.
     *
     * @param content its bytes
     * @param mode its permission bits, for instance {@code 0600}
     */
    public File(byte[] content, int mode) {
      this.content = content.clone();
      this.mode = mode;
    }

    /** A copy of the bytes. */
    public byte[] content() {
      return content.clone();
    }

    /** The permission bits. */
    public int mode() {
      return mode;
    }

    /** The bytes as UTF-8. */
    public String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }
}
