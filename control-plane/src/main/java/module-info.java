import org.jspecify.annotations.NullMarked;

/** What a cluster is and does: the library behind the command line, the window and the tray. */
@NullMarked
module dev.coracle.cluster {
  requires transitive dev.coracle.image;
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.github.dockerjava.api;
  requires com.github.dockerjava.core;
  requires com.github.dockerjava.transport;
  requires com.github.dockerjava.transport.zerodep;
  requires com.github.oshi;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires org.slf4j;
  requires org.yaml.snakeyaml;

  exports dev.coracle.cluster;
  exports dev.coracle.cluster.config;
  exports dev.coracle.cluster.progress;
  exports dev.coracle.cluster.engine;
  exports dev.coracle.cluster.kubeconfig;
  exports dev.coracle.cluster.engine.docker;
  exports dev.coracle.cluster.image;
  exports dev.coracle.cluster.local;
  exports dev.coracle.cluster.image.load;
  exports dev.coracle.cluster.metrics;
  exports dev.coracle.cluster.resources;
  exports dev.coracle.cluster.diagnostics;
  exports dev.coracle.cluster.translation;
}
