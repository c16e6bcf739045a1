import org.jspecify.annotations.NullMarked;

/** The command line, and the only place where objects are wired. */
@NullMarked
module dev.coracle.launcher {
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires dev.coracle.cluster;
  requires dev.coracle.gui;
  requires dev.coracle.tray;
  requires info.picocli;
  requires org.apache.commons.compress;
  requires org.slf4j;
  requires org.yaml.snakeyaml;

  provides ch.qos.logback.classic.spi.Configurator with
      dev.coracle.launcher.host.LogFile;

  opens dev.coracle.launcher.command to
      info.picocli;
  opens dev.coracle.launcher.output to
      com.fasterxml.jackson.databind;
}
