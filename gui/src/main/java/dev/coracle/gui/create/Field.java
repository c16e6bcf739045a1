package dev.coracle.gui.create;

/** A field of the form. */
public enum Field {
  NAME,
  VERSION,
  BARE,
  CONTROL_PLANES,
  WORKERS,
  CPUS,
  MEMORY,
  PORTS,
  MOUNTS,
  ADDONS
}
