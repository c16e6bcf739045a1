package dev.coracle.cluster.local.member;

import dev.coracle.cluster.engine.EngineScript;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.InMemoryEngine;
import dev.coracle.cluster.kube.InMemoryKubeApi;
import dev.coracle.cluster.kube.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * etcd and the static pods of control planes in memory: it answers etcdctl as etcd does, and what
 * Coracle's scripts do to controllers shows in their leases.
 */
final class InMemoryEtcd implements EngineScript.ExecHandler {

  private static final String CLUSTER = "demo-";

  /** One member; its name is empty until it runs, as etcd's. */
  private static final class Member {
    final int id;
    final String peerUrl;
    boolean learner;

    Member(int id, String peerUrl, boolean learner) {
      this.id = id;
      this.peerUrl = peerUrl;
      this.learner = learner;
    }
  }

  private final InMemoryEngine engine;
  private final InMemoryKubeApi api;
  private final List<Member> members = new ArrayList<>();
  private int ids = 10;
  private int leader = 10;
  private int renewals;

  InMemoryEtcd(InMemoryEngine engine, InMemoryKubeApi api) {
    this.engine = engine;
    this.api = api;
  }

  /** Makes these nodes the members; the first leads. */
  void found(String... nodes) {
    for (String node : nodes) {
      String address = engine.containers().spec(CLUSTER + node).address().orElseThrow();
      members.add(new Member(ids++, "https://" + address + ":2380", false));
    }
  }

  /** Lets this member lead, counted from the first. */
  void lead(int member) {
    leader = members.get(member).id;
  }

  /** The addresses of members, learners marked. */
  List<String> members() {
    return members.stream()
        .map(member -> member.peerUrl + (member.learner ? " learner" : ""))
        .toList();
  }

  @Override
  public synchronized Optional<ExecResult> handle(
      String container, List<String> command, byte[] input) {
    if (command.getFirst().equals("etcdctl")) {
      return Optional.of(etcdctl(command.get(1), command.subList(5, command.size())));
    }
    if (String.join(" ", command).contains("kubeadm init")) {
      elect(container);
    }
    return Optional.empty();
  }

  private ExecResult etcdctl(String endpoint, List<String> command) {
    return switch (command.get(0) + " " + command.get(1)) {
      case "member list" -> ok(list());
      case "member add" -> add(command);
      case "member promote" -> promote(Integer.parseInt(command.get(2), 16));
      case "member remove" -> remove(Integer.parseInt(command.get(2), 16));
      case "endpoint status" -> ok("[{\"Status\":{\"leader\":%d}}]".formatted(leader));
      default -> move(endpoint, Integer.parseInt(command.get(1), 16));
    };
  }

  private String list() {
    return members.stream()
        .map(
            member ->
                "{\"ID\":%d,\"peerURLs\":[\"%s\"],\"isLearner\":%s}"
                    .formatted(member.id, member.peerUrl, member.learner))
        .collect(Collectors.joining(",", "{\"members\":[", "]}"));
  }

  private ExecResult add(List<String> command) {
    if (members.stream().anyMatch(member -> member.learner)) {
      return failed("too many learner members in cluster");
    }
    boolean learner = command.contains("--learner");
    members.add(new Member(ids++, command.getLast().substring("--peer-urls=".length()), learner));
    return ok("");
  }

  private ExecResult promote(int id) {
    Member member = find(id);
    if (!runs(member)) {
      return failed("can only promote a learner member which is in sync with leader");
    }
    member.learner = false;
    return ok("");
  }

  private boolean runs(Member member) {
    return engine.containers().list(java.util.Map.of()).stream()
        .filter(it -> member.peerUrl.contains("//" + it.address().orElse("none") + ":"))
        .anyMatch(it -> it.state().equals(dev.coracle.cluster.engine.ContainerInfo.State.RUNNING));
  }

  private ExecResult remove(int id) {
    if (id == leader) {
      return failed("leadership was not moved");
    }
    long voters = members.stream().filter(member -> !member.learner).count();
    long awake = members.stream().filter(member -> !member.learner).filter(this::runs).count();
    if (awake * 2 <= voters) {
      return failed("etcdserver: no leader");
    }
    members.remove(find(id));
    return ok("");
  }

  private ExecResult move(String endpoint, int id) {
    String address = find(leader).peerUrl.replace(":2380", ":2379");
    if (!endpoint.equals("--endpoints=" + address)) {
      return failed("not leader");
    }
    leader = id;
    return ok("");
  }

  private Member find(int id) {
    return members.stream().filter(member -> member.id == id).findFirst().orElseThrow();
  }

  /** Controllers that compete hold leases; others leave them alone. */
  private void elect(String container) {
    String patches = "/var/lib/coracle/patches/";
    for (String controller : List.of("kube-controller-manager", "kube-scheduler")) {
      String patch =
          engine.containers().files(container).get(patches + controller + "0+json.json").text();
      if (!patch.contains("--leader-elect=false")) {
        api.apply(Manifests.read(lease(controller, container)).getFirst());
      }
    }
  }

  private String lease(String controller, String container) {
    renewals++;
    return """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: %s, namespace: kube-system}
        spec: {holderIdentity: %s_%d, renewTime: "2026-01-01T00:00:%02dZ"}
        """
        .formatted(controller, container.substring(CLUSTER.length()), renewals, renewals);
  }

  private static ExecResult ok(String output) {
    return new ExecResult(0, output, "");
  }

  private static ExecResult failed(String why) {
    return new ExecResult(1, "", "Error: " + why);
  }
}
