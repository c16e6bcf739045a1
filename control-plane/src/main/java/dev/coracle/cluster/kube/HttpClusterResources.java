package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodLogLine;
import dev.coracle.cluster.resources.PodTerminal;
import dev.coracle.cluster.resources.PortForward;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ResourceTable;
import dev.coracle.cluster.resources.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The inside of a cluster over HTTPS. */
final class HttpClusterResources implements ClusterResources {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MANAGER = "?fieldManager=coracle";
  private static final String APPLY_PATCH = "application/apply-patch+yaml";
  private static final String JSON = "application/json";
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  private final ApiClient client;
  private final InstantSource clock;
  private final ResourcePaths paths;

  HttpClusterResources(ApiClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.paths = new ResourcePaths(path -> client.send("GET", path).require("discover " + path));
  }

  @Override
  public List<ResourceKind> kinds() {
    return Discovery.kinds(discover("/api"), discover("/apis"));
  }

  private JsonNode discover(String path) {
    return client.get(path, Discovery.AGGREGATED).require("tell what it serves");
  }

  @Override
  public ResourceTable list(ResourceKind kind, String namespace) {
    return tables(kind, namespace).list();
  }

  @Override
  public void watch(ResourceKind kind, String namespace, Consumer<ResourceEvent> listener) {
    tables(kind, namespace).follow(listener);
  }

  private TableWatch tables(ResourceKind kind, String namespace) {
    return new TableWatch(client, collection(kind, namespace), kind.plural());
  }

  @Override
  public Optional<KubeObject> find(ResourceKind kind, ObjectName id) {
    ApiResponse response = client.send("GET", path(kind, id));
    return response.isNotFound()
        ? Optional.empty()
        : Optional.of(KubeObjects.of(response.require("get " + id)));
  }

  @Override
  public List<KubeObject> objects(ResourceKind kind, String namespace, String selector) {
    String query = selector.isEmpty() ? "" : "?labelSelector=" + ResourcePaths.escaped(selector);
    JsonNode list =
        client.send("GET", collection(kind, namespace) + query).require("list " + kind.plural());
    List<KubeObject> objects = new ArrayList<>();
    // Items of a list come without their kind.
    list.path("items").forEach(item -> objects.add(KubeObjects.typed(item, kind)));
    return objects;
  }

  @Override
  public List<KubeObject> events(KubeObject about) {
    String selector = ResourcePaths.escaped("involvedObject.uid=" + about.uid());
    JsonNode list =
        client.send("GET", "/api/v1/events?fieldSelector=" + selector).require("list events");
    List<KubeObject> events = new ArrayList<>();
    list.path("items").forEach(item -> events.add(KubeObjects.of(item)));
    events.sort(Comparator.comparing(HttpClusterResources::lastSeen).reversed());
    return events;
  }

  private static Instant lastSeen(KubeObject event) {
    KubeValue last = event.at("lastTimestamp");
    return KubeObject.instant(last.isPresent() ? last : event.at("eventTime"));
  }

  @Override
  public KubeObject apply(KubeObject object, WriteMode mode) {
    ObjectRef ref = ref(object);
    String path = paths.of(ref) + MANAGER + "&force=true" + query(mode);
    JsonNode named = KubeObjects.tree(object.withoutManagedFields());
    return KubeObjects.of(client.send("PATCH", path, APPLY_PATCH, named).require("apply " + ref));
  }

  @Override
  public KubeObject replace(KubeObject object, WriteMode mode) {
    ObjectRef ref = ref(object);
    String path = paths.of(ref) + MANAGER + query(mode);
    JsonNode whole = KubeObjects.tree(object);
    return KubeObjects.of(client.send("PUT", path, JSON, whole).require("replace " + ref));
  }

  private static ObjectRef ref(KubeObject object) {
    ObjectName id = object.id();
    return new ObjectKind(object.apiVersion(), object.kind()).named(id.namespace(), id.name());
  }

  private static String query(WriteMode mode) {
    return switch (mode) {
      case PERSIST -> "";
      case DRY_RUN -> "&dryRun=All";
    };
  }

  @Override
  public boolean delete(ResourceKind kind, ObjectName id) {
    ApiResponse response = client.send("DELETE", path(kind, id) + "?propagationPolicy=Background");
    if (response.isNotFound()) {
      return false;
    }
    response.require("delete " + id);
    return true;
  }

  @Override
  public void scale(ResourceKind kind, ObjectName id, int replicas) {
    ObjectNode patch = MAPPER.createObjectNode();
    patch.withObjectProperty("spec").put("replicas", replicas);
    merge(path(kind, id) + "/scale", patch, "scale " + id);
  }

  @Override
  public void restart(ResourceKind kind, ObjectName id) {
    ObjectNode patch = MAPPER.createObjectNode();
    patch
        .withObjectProperty("spec")
        .withObjectProperty("template")
        .withObjectProperty("metadata")
        .withObjectProperty("annotations")
        .put(RESTARTED, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    merge(path(kind, id), patch, "restart " + id);
  }

  @Override
  public void cordon(String node, boolean wanted) {
    ObjectNode patch = MAPPER.createObjectNode();
    patch.withObjectProperty("spec").put("unschedulable", wanted);
    merge(paths.of(ObjectKind.core("Node").named(node)), patch, "cordon " + node);
  }

  @Override
  public int drain(String node, Duration limit) {
    NodeDrain drain = new NodeDrain(new HttpKubeApi(client), node, limit);
    drain.setSchedulable(false);
    return drain.drain();
  }

  private void merge(String path, JsonNode patch, String action) {
    client.send("PATCH", path + MANAGER, PatchType.MERGE.mediaType(), patch).require(action);
  }

  @Override
  public void logs(
      ObjectName pod, String container, int lines, boolean follow, Consumer<PodLogLine> listener) {
    String from = container.isEmpty() ? "" : "&container=" + ResourcePaths.escaped(container);
    String query = "/log?timestamps=true&tailLines=%d&follow=%s%s".formatted(lines, follow, from);
    new LogReading(client, podPath(pod) + query, pod).read(listener);
  }

  @Override
  public PodTerminal terminal(ObjectName pod, String container, List<String> command) {
    StringBuilder query = new StringBuilder("/exec?stdin=true&stdout=true&tty=true");
    if (!container.isEmpty()) {
      query.append("&container=").append(ResourcePaths.escaped(container));
    }
    command.forEach(word -> query.append("&command=").append(ResourcePaths.escaped(word)));
    return ExecTerminal.open(client, podPath(pod) + query);
  }

  @Override
  public PortForward forward(ObjectName pod, int port, int localPort, Consumer<Problem> onProblem) {
    String path = podPath(pod) + "/portforward?ports=" + port;
    return PodForwarding.open(client, path, localPort, onProblem);
  }

  private String podPath(ObjectName pod) {
    return paths.of(ObjectKind.core("Pod").named(pod.namespace(), pod.name()));
  }

  private static String path(ResourceKind kind, ObjectName id) {
    return collection(kind, id.namespace()) + "/" + ResourcePaths.escaped(id.name());
  }

  private static String collection(ResourceKind kind, String namespace) {
    String scope = namespace.isEmpty() ? "" : "/namespaces/" + ResourcePaths.escaped(namespace);
    return kind.root() + (kind.namespaced() ? scope : "") + "/" + kind.plural();
  }

  @Override
  public void close() {
    client.close();
  }
}
