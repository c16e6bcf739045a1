package dev.coracle.cluster.local.step;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the logs of a cluster's nodes before a failed start is undone, and says where. */
public final class FailureLogs {

  private static final Logger LOG = LoggerFactory.getLogger(FailureLogs.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final ContainerEngine engine;
  private final Path folder;
  private final Clock clock;

  /** Saves below this folder, in one that is named after the cluster and the time. */
  public FailureLogs(ContainerEngine engine, Path folder, Clock clock) {
    this.engine = engine;
    this.folder = folder;
    this.clock = clock;
  }

  /** Saves what there is; a failure here must not hide the one that is being told. */
  public void save(ClusterName cluster, ProgressListener listener) {
    Path target = folder.resolve(cluster + "-" + STAMP.format(clock.instant()));
    boolean any = false;
    for (ContainerInfo container : engine.containers().list(Labels.of(cluster))) {
      any |= NodeIdentity.isNode(container.labels()) && save(container.name(), target);
    }
    if (any) {
      listener.on(new ProgressEvent.Notice("The nodes' logs were saved in " + target));
    }
  }

  private boolean save(String container, Path target) {
    try {
      FileSet logs = TarArchive.read(engine.containers().copyOut(container, "/var/log"));
      for (var file : logs.files().entrySet()) {
        Path path = target.resolve(container).resolve(file.getKey()).normalize();
        if (path.startsWith(target)) {
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue().content());
        }
      }
      return !logs.files().isEmpty();
    } catch (ClusterException | IOException e) {
      LOG.warn("logs not saved container={}", container, e);
      return false;
    }
  }
}
