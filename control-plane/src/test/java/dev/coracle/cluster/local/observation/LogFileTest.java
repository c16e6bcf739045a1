package dev.coracle.cluster.local.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogFileTest {

  @Test
  void knowsTheNodesOwnServices() {
    LogFile file = LogFile.parse("log/coracle/kubelet/current").orElseThrow();

    assertThat(file.component()).isEqualTo("kubelet");
    assertThat(file.text("I1122 started")).isEqualTo("I1122 started");
  }

  @Test
  void callsTheControlPlaneByItsOwnNamesAndOtherPodsByTheirs() {
    LogFile etcd =
        LogFile.parse("log/pods/kube-system_etcd-control-plane-1_7aeb/etcd/0.log").orElseThrow();
    LogFile web = LogFile.parse("log/pods/default_web-0_12-ab/nginx/3.log").orElseThrow();

    assertThat(etcd.component()).isEqualTo("etcd");
    assertThat(web.component()).isEqualTo("default/web-0");
    assertThat(etcd.text("2026-11-22T01:00:00Z stderr F ready to serve"))
        .isEqualTo("2026-11-22T01:00:00Z ready to serve");
  }

  @Test
  void sortsRestartsByNumberAndRotationsBeforeTheCurrentFile() {
    LogFile second = LogFile.parse("log/pods/default_web-0_1/nginx/2.log").orElseThrow();
    LogFile tenth = LogFile.parse("log/pods/default_web-0_1/nginx/10.log").orElseThrow();
    LogFile old = LogFile.parse("log/coracle/kubelet/@400000006.s").orElseThrow();
    LogFile current = LogFile.parse("log/coracle/kubelet/current").orElseThrow();

    assertThat(second).isLessThan(tenth);
    assertThat(old).isLessThan(current);
  }

  @Test
  void passesOverOtherFiles() {
    assertThat(LogFile.parse("log/dpkg.log")).isEmpty();
  }
}
