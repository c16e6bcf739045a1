package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of snapshots, and of what is made of them. */
class SnapshotScreenshotsTest extends PictureBook {

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"LIGHT", "DARK"})
  void snapshots(Look look) {
    open(Language.ENGLISH, look);
    clusters();
    page();
    save("snapshots-empty");
    fill();
    select("#snapshots-table", 1);
    save("snapshots");
    press("#snapshot-restore");
    save("snapshot-restore");
    press("#confirm-cancel");
    press("#snapshot-clone");
    save("clone");
    press("#clone-cancel");
    press("#snapshot-export");
    type("#snapshot-file", "/home/me/shop-before-upgrade.tar.gz");
    save("export");
    press("#export-cancel");
    press("#nav-clusters");
    press("#bring-back");
    type("#import-file", "/home/me/Downloads/team-a.tar.gz");
    type("#import-name", "team-a");
    appears("#gone-restore");
    save("import");

    assertThat(FOLDER).isDirectoryContaining("glob:**import-*.png");
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, names = "LIGHT")
  void korean(Look look) {
    open(Language.KOREAN, look);
    clusters();
    page();
    fill();
    select("#snapshots-table", 1);
    save("snapshots");
    press("#snapshot-restore");
    save("snapshot-restore");

    assertThat(FOLDER.resolve("snapshots-korean.png")).isNotEmptyFile();
  }

  private void page() {
    press("#open-shop");
    tab("snapshots");
    Fx.settle();
  }

  private void fill() {
    put("shop", "before-upgrade", Duration.ofDays(2), 5, 812);
    put("shop", "seeded", Duration.ofDays(9), 5, 640);
    put("shop", "20260104-143000", Duration.ofMinutes(34), 5, 866);
    put("conference", "last-day", Duration.ofDays(40), 1, 96);
    tab("overview");
    tab("snapshots");
  }

  private void put(String cluster, String name, Duration age, int nodes, long mebibytes) {
    fakes.snapshots.put(
        new Snapshot(
            new ClusterName(cluster),
            new SnapshotName(name),
            fakes.clock.instant().minus(age),
            ClusterSpec.ofVersion(SampleClusters.VERSION),
            nodes,
            Bytes.ofMebibytes(mebibytes)));
  }
}
