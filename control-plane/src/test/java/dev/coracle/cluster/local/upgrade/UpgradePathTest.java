package dev.coracle.cluster.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpgradePathTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final List<KubernetesVersion> KNOWN =
      List.of(version("1.37.0"), version("1.36.3"), version("1.36.1"), version("1.35.4"));

  private static KubernetesVersion version(String text) {
    return KubernetesVersion.parse(text);
  }

  private static UpgradePath from(String version) {
    return new UpgradePath(DEMO, version(version), KNOWN);
  }

  private static Problem refused(String from, String to) {
    return catchThrowableOfType(ClusterException.class, () -> from(from).check(version(to)))
        .problem();
  }

  @Test
  void theNewestOfTheNextMinorReleaseIsTheGoal() {
    assertThat(from("1.35.4").newest()).isEqualTo(version("1.36.3"));
    assertThat(from("1.36.3").newest()).isEqualTo(version("1.37.0"));
  }

  @Test
  void whatIsNewerThanEverythingKnownStays() {
    assertThat(from("1.38.0").newest()).isEqualTo(version("1.38.0"));
  }

  @Test
  void patchesAndTheNextMinorReleaseAreAllowed() {
    assertThatCode(() -> from("1.36.1").check(version("1.36.3"))).doesNotThrowAnyException();
    assertThatCode(() -> from("1.35.4").check(version("1.36.1"))).doesNotThrowAnyException();
    assertThatCode(() -> from("1.35.4").check(version("1.35.4"))).doesNotThrowAnyException();
  }

  @Test
  void aDowngradeIsRefusedWithTheWaysThereAre() {
    Problem refused = refused("1.36.3", "1.36.1");

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("cannot go back to v1.36.1");
    assertThat(refused.advice()).contains("snapshot", "--kubernetes-version v1.36.1");
  }

  @Test
  void aSkippedMinorReleaseIsRefusedWithTheStepBetween() {
    Problem refused = refused("1.35.4", "1.37.0");

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.advice()).contains("coracle upgrade demo --kubernetes-version v1.36.3");
  }

  @Test
  void whereNoStepBetweenIsKnownItSaysSo() {
    assertThat(refused("1.33.0", "1.35.4").advice()).contains("no node image of v1.34");
  }
}
