package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KubectlArgumentsTest {

  @Test
  void everythingIsKubectlsButALeadingClusterAndSeparator() {
    assertThat(parse("get", "pods", "-o", "json")).isEqualTo(of(null, "get", "pods", "-o", "json"));
    assertThat(parse("--", "get", "pods")).isEqualTo(of(null, "get", "pods"));
    assertThat(parse("-c", "demo", "--", "get")).isEqualTo(of("demo", "get"));
    assertThat(parse("-c", "demo", "exec", "p", "--", "ls"))
        .isEqualTo(of("demo", "exec", "p", "--", "ls"));
    assertThat(parse()).isEqualTo(of(null));
  }

  @Test
  void theCommandsPlaceIsFoundAmongOptionsThatTakeValues() {
    assertThat(CommandTree.commandIndex(List.of("-c", "start", "list"))).isEqualTo(2);
    assertThat(CommandTree.commandIndex(List.of("-q", "kubectl", "-c"))).isEqualTo(1);
    assertThat(CommandTree.commandIndex(List.of("--help"))).isEqualTo(-1);
  }

  private static KubectlArguments parse(String... arguments) {
    return KubectlArguments.parse(List.of(arguments));
  }

  private static KubectlArguments of(@Nullable String cluster, String... arguments) {
    return new KubectlArguments(Optional.ofNullable(cluster), List.of(arguments));
  }
}
