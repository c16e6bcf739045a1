package dev.coracle.cluster.engine;

import java.util.List;
import java.util.Map;

/** Volumes. */
public interface Volumes {

  /** Creates a local volume. */
  void create(String name, Map<String, String> labels);

  /** Every volume that carries all these labels; an empty value stands for any. */
  List<VolumeInfo> list(Map<String, String> labels);

  /** Removes it. Removing nothing is no error. */
  void remove(String name);

  /**
   * A volume as the engine shows it.
   *
   * @param name its name
   * @param labels what it is for
   */
  record VolumeInfo(String name, Map<String, String> labels) {}
}
