package dev.coracle.launcher.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Which pod has which address of the pod network. */
final class PodAddresses {

  /** It ends when it is asked to. */
  private static final String PROGRAM = "trap 'exit 0' TERM; sleep 86400 & wait";

  private PodAddresses() {}

  /** Makes so many pods that chance does not give each the same address twice. */
  static void fill(Kubectl kubectl) {
    String image = "--image=" + TestImages.BUSYBOX;
    kubectl.ok("create", "deployment", "many", image, "--replicas=6", "--", "sh", "-c", PROGRAM);
    kubectl.await("deployment/many", "condition=Available");
  }

  /** The addresses of all pods by their UIDs, but of those on their node's own network. */
  static Map<String, String> of(Kubectl kubectl) {
    Map<String, String> addresses = new TreeMap<>();
    for (JsonNode pod : kubectl.json("get", "pods", "--all-namespaces").path("items")) {
      if (!pod.path("spec").path("hostNetwork").asBoolean()) {
        addresses.put(
            pod.path("metadata").path("uid").asText(), pod.path("status").path("podIP").asText());
      }
    }
    return addresses;
  }
}
