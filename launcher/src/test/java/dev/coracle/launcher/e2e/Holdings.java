package dev.coracle.launcher.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a cluster holds: every object of every kind.
 *
 * @param names kinds, namespaces and names; what names have at random is left out
 * @param identities their UIDs
 */
record Holdings(Set<String> names, Set<String> identities) {

  /** What comes and goes by itself. */
  private static final Pattern PASSING = Pattern.compile("events.*|.*\\.metrics\\.k8s\\.io");

  /** Kinds of which controllers, or kubeadm, make objects with random or computed names. */
  private static final Set<String> NAMED_AT_RANDOM =
      Set.of(
          "CertificateSigningRequest",
          "ControllerRevision",
          "EndpointSlice",
          "Lease",
          "Pod",
          "ReplicaSet",
          "Secret");

  private static final Pattern RANDOM = Pattern.compile("(-[0-9a-z]{5,}){1,2}$");

  /** Looks now. */
  static Holdings of(Kubectl kubectl) {
    Set<String> names = new TreeSet<>();
    Set<String> identities = new TreeSet<>();
    for (JsonNode object : kubectl.json("get", kinds(kubectl), "-A").path("items")) {
      String identity = object.at("/metadata/uid").asText();
      if (!identity.isEmpty()) {
        identities.add(identity);
        names.add(name(object));
      }
    }
    return new Holdings(names, identities);
  }

  private static String kinds(Kubectl kubectl) {
    return kubectl
        .text("api-resources", "--verbs=list,get", "-o", "name")
        .lines()
        .filter(kind -> !PASSING.matcher(kind).matches())
        .collect(Collectors.joining(","));
  }

  private static String name(JsonNode object) {
    String kind = object.path("kind").asText();
    String name = object.at("/metadata/name").asText();
    String known =
        switch (kind) {
          // The name is the address, the most of them chosen at random.
          case "IPAddress" -> object.at("/spec/parentRef/name").asText();
          case String it when NAMED_AT_RANDOM.contains(it) -> RANDOM.matcher(name).replaceAll("-*");
          default -> name;
        };
    return "%s %s/%s".formatted(kind, object.at("/metadata/namespace").asText(), known);
  }
}
