import org.jspecify.annotations.NullMarked;

/** The command line, and the only place where objects are wired. */
@NullMarked
module dev.coracle.launcher {
  requires dev.coracle.cluster;
  requires info.picocli;
  requires org.slf4j;
}
