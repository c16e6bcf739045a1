package dev.coracle.cluster.local.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.step.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a cluster's etcd, asked and changed on a control plane that is one of them. */
final class EtcdMembers {

  private static final String PKI = "/etc/kubernetes/pki/etcd/";
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A member.
   *
   * @param id its number, hexadecimal as etcdctl takes it
   * @param peerUrl where the others reach it
   * @param learner whether it only listens, and has no vote
   */
  record Member(String id, String peerUrl, boolean learner) {}

  private final Containers containers;
  private final ClusterName cluster;
  private final NodeIdentity at;

  EtcdMembers(Containers containers, ClusterName cluster, NodeIdentity at) {
    this.containers = containers;
    this.cluster = cluster;
    this.at = at;
  }

  /** Every member; a majority of those with a vote must answer. */
  List<Member> list() {
    List<Member> members = new ArrayList<>();
    for (JsonNode member : json(require(local(), "member", "list", "-w", "json")).path("members")) {
      String peer = member.path("peerURLs").path(0).asText();
      members.add(
          new Member(hex(member.path("ID")), peer, member.path("isLearner").asBoolean(false)));
    }
    return members;
  }

  /** Whether a node is a member, with a vote or without. */
  boolean has(NodeIdentity node) {
    return find(node).isPresent();
  }

  private Optional<Member> find(NodeIdentity node) {
    String peer = peerUrl(node);
    return list().stream().filter(member -> member.peerUrl().equals(peer)).findFirst();
  }

  private static String peerUrl(NodeIdentity node) {
    return "https://" + node.address() + ":2380";
  }

  /** Waits until a majority answers. */
  void awaitMajority(Duration patience) throws InterruptedException {
    untilItWorks(patience, "member", "list");
  }

  /**
   * Takes in a node, which gets the data and has no vote yet; it must not run before. etcd refuses
   * until its members have been connected to each other for five seconds.
   */
  void addLearner(NodeIdentity node, Duration patience) throws InterruptedException {
    untilItWorks(
        patience, "member", "add", node.name(), "--learner", "--peer-urls=" + peerUrl(node));
  }

  /** Gives a vote to a node as soon as it has all the data. */
  void promote(NodeIdentity node, Duration patience) throws InterruptedException {
    untilItWorks(patience, "member", "promote", find(node).orElseThrow().id());
  }

  /** Lets a node go, if it is a member; another one leads from then on. */
  void remove(NodeIdentity node) {
    Optional<Member> leaving = find(node);
    if (leaving.isPresent()) {
      if (leader().equals(leaving.get().id())) {
        String own = find(at).orElseThrow().id();
        require("https://" + node.address() + ":2379", "move-leader", own);
      }
      require(local(), "member", "remove", leaving.get().id());
    }
  }

  private String leader() {
    JsonNode answer = json(require(local(), "endpoint", "status", "-w", "json"));
    return hex(answer.path(0).path("Status").path("leader"));
  }

  private static String local() {
    return "https://127.0.0.1:2379";
  }

  /** An answer by the leader can be late, and data takes its time: neither can be watched. */
  private void untilItWorks(Duration patience, String... command) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    ExecSpec etcdctl = etcdctl(local(), command);
    while (!containers.exec(container(), etcdctl).ok() && System.nanoTime() < end) {
      Waits.pause(BETWEEN_TRIES);
    }
    if (System.nanoTime() >= end) {
      require(local(), command);
    }
  }

  private ExecResult require(String endpoint, String... command) {
    return NodeCommands.require(containers, container(), etcdctl(endpoint, command));
  }

  private String container() {
    return ObjectNames.node(cluster, at.name());
  }

  private static ExecSpec etcdctl(String endpoint, String... command) {
    Stream<String> program =
        Stream.of(
            "etcdctl",
            "--endpoints=" + endpoint,
            "--cacert=" + PKI + "ca.crt",
            "--cert=" + PKI + "server.crt",
            "--key=" + PKI + "server.key");
    return ExecSpec.of(Stream.concat(program, Stream.of(command)).toArray(String[]::new));
  }

  private static JsonNode json(ExecResult result) {
    try {
      return MAPPER.readTree(result.stdout());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("etcdctl answered no JSON: " + result.stdout(), e);
    }
  }

  /** In JSON numbers are decimal and unsigned, on the command line hexadecimal. */
  private static String hex(JsonNode number) {
    return number.bigIntegerValue().toString(16);
  }
}
