package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.block;
import static dev.coracle.cluster.config.ForeignFile.blocks;
import static dev.coracle.cluster.config.ForeignFile.text;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of a k3d file: arguments of k3s, labels, limits, and how a start is to go. */
final class K3dOptions {

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "--(?:(?<component>kube-apiserver|kube-controller-manager|kube-scheduler"
              + "|kubelet|kube-proxy|etcd)-arg)=(?<flag>[^=]+)=(?<value>.*)");

  private final ForeignFile file;

  K3dOptions(ForeignFile file) {
    this.file = file;
  }

  void read(Block options) {
    Block k3s = block(options, "k3s");
    blocks(k3s, "extraArgs").forEach(this::readArgument);
    blocks(k3s, "nodeLabels").forEach(this::readLabel);
    file.leaveOutOthers(k3s, "options.k3s.", "extraArgs", "nodeLabels");
    readRuntime(block(options, "runtime"));
    commandLine(options, "k3d", "wait", "--no-wait of `coracle start`");
    commandLine(options, "k3d", "timeout", "--timeout of `coracle start`");
    commandLine(options, "k3d", "disableRollback", "--keep-on-failure of `coracle start`");
    commandLine(options, "kubeconfig", "switchCurrentContext", "--keep-context of `coracle start`");
    file.leaveOutOthers(
        block(options, "k3d"), "options.k3d.", "wait", "timeout", "disableRollback");
    file.leaveOutOthers(
        block(options, "kubeconfig"), "options.kubeconfig.", "switchCurrentContext");
    file.leaveOutOthers(options, "options.", "k3s", "k3d", "kubeconfig", "runtime");
  }

  /** What is a matter of one run in Coracle, not of the cluster. */
  private void commandLine(Block options, String group, String field, String option) {
    text(block(options, group), field)
        .ifPresent(
            it ->
                file.note(
                    it.place(),
                    "options.%s.%s".formatted(group, field),
                    "is said on the command line: %s.".formatted(option)));
  }

  private void readArgument(Block entry) {
    text(entry, "arg")
        .ifPresent(
            text -> {
              Matcher argument = ARGUMENT.matcher(text.value());
              if (argument.matches()) {
                file.setting(
                    text.place(),
                    component(argument.group("component")) + "." + argument.group("flag"),
                    argument.group("value"));
              } else if (text.value().startsWith("--disable=")) {
                file.note(text.place(), text.value(), "is left out: a cluster begins without it.");
              } else {
                file.leaveOut(text.place(), text.value());
              }
            });
  }

  private static String component(String name) {
    return name.startsWith("kube-") ? name.substring("kube-".length()) : name;
  }

  private void readLabel(Block entry) {
    text(entry, "label")
        .ifPresent(
            text -> {
              String[] pair = text.value().split("=", 2);
              file.onNodes(
                  text.place(),
                  "options.k3s.nodeLabels[]",
                  K3dFilters.of(entry),
                  it -> it.withLabel(pair[0], pair.length > 1 ? pair[1] : ""));
            });
  }

  private void readRuntime(Block runtime) {
    text(runtime, "serversMemory").ifPresent(it -> memory(it, "serversMemory", true));
    text(runtime, "agentsMemory").ifPresent(it -> memory(it, "agentsMemory", false));
    file.leaveOutOthers(runtime, "options.runtime.", "serversMemory", "agentsMemory");
  }

  private void memory(Text value, String field, boolean servers) {
    file.onNodes(
        value.place(),
        "options.runtime." + field,
        new K3dFilters(servers, !servers, false, false),
        options -> options.withMemory(Bytes.parse(value.value())));
  }
}
