package dev.coracle.gui.shell;

import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.SampleKinds;
import java.util.List;

/** What is in a cluster that somebody works with. */
final class SampleWorld {

  private static final String BASE =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: default, creationTimestamp: "2026-01-02T15:00:00Z"}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: kube-system, creationTimestamp: "2026-01-02T15:00:00Z"}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: shop, creationTimestamp: "2026-01-03T09:00:00Z"}}
      ---
      apiVersion: v1
      kind: Node
      metadata: {name: control-plane-1, creationTimestamp: "2026-01-02T15:00:00Z", labels: {kubernetes.io/arch: amd64}}
      spec: {podCIDR: 10.244.1.0/24}
      status:
        capacity: {cpu: "2", memory: 4Gi, pods: "110"}
        nodeInfo: {kubeletVersion: v1.36.3, containerRuntimeVersion: "containerd://2.2.1", osImage: Debian GNU/Linux 13}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
        creationTimestamp: "2026-01-04T11:20:00Z"
        labels: {app: web, tier: front}
      spec:
        replicas: 3
        selector: {matchLabels: {app: web}}
        strategy: {type: RollingUpdate}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: "shop/web:1.4", ports: [{containerPort: 8080}]}
            - {name: cache, image: "shop/cache:7"}
            volumes: [{name: settings, configMap: {name: web-settings}}]
      status:
        readyReplicas: 2
        updatedReplicas: 3
        conditions:
        - {type: Available, status: "True", reason: MinimumReplicasAvailable, message: Deployment has minimum availability.}
        - {type: Progressing, status: "True", reason: ReplicaSetUpdated, message: "ReplicaSet \\"web-6d4b75cb6d\\" is progressing."}
      ---
      apiVersion: v1
      kind: Event
      metadata: {name: web.1, namespace: shop, creationTimestamp: "2026-01-04T14:59:00Z"}
      involvedObject: {kind: Deployment, name: web, namespace: shop}
      type: Normal
      reason: ScalingReplicaSet
      count: 2
      lastTimestamp: "2026-01-04T14:59:00Z"
      message: Scaled up replica set web-6d4b75cb6d to 3
      ---
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, creationTimestamp: "2026-01-04T11:20:00Z"}, spec: {type: NodePort, clusterIP: 10.96.12.7, ports: [{name: http, port: 80, protocol: TCP, targetPort: 8080, nodePort: 30080}], selector: {app: web}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: admin, namespace: shop, creationTimestamp: "2026-01-04T11:20:00Z"}, spec: {type: LoadBalancer, clusterIP: 10.96.12.9, ports: [{name: https, port: 443, protocol: TCP, targetPort: 8443, nodePort: 30443}], selector: {app: admin}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: orders-db, namespace: shop, creationTimestamp: "2026-01-04T11:20:00Z"}, spec: {type: ClusterIP, clusterIP: 10.96.12.8, ports: [{port: 5432, protocol: TCP}], selector: {app: orders-db}}}
      ---
      {apiVersion: sea.example.com/v1, kind: Boat, metadata: {name: coracle, namespace: shop, creationTimestamp: "2026-01-04T11:20:00Z"}, spec: {crew: 1}}
      """;

  private SampleWorld() {}

  static void fill(InMemoryClusterResources resources) {
    resources.put(BASE);
    pod(resources, "coredns-7d764666f9-4kq2x", "kube-system", "coredns", "Running", 0);
    pod(resources, "etcd-control-plane-1", "kube-system", "etcd", "Running", 1);
    pod(resources, "kube-apiserver-control-plane-1", "kube-system", "kube-apiserver", "Running", 1);
    pod(resources, "kube-proxy-l8r6d", "kube-system", "kube-proxy", "Running", 0);
    pod(resources, "web-6d4b75cb6d-2xk8p", "shop", "web", "Running", 0);
    pod(resources, "web-6d4b75cb6d-9wq4v", "shop", "web", "Running", 0);
    pod(resources, "web-6d4b75cb6d-tt7cn", "shop", "web", "ContainerCreating", 0);
    pod(resources, "orders-0", "shop", "orders", "CrashLoopBackOff", 12);
    pod(resources, "migrate-1-fz6hb", "shop", "migrate", "Completed", 0);
    ObjectName orders = new ObjectName("shop", "orders-0");
    resources.log(orders, "2026-01-04T15:03:58Z INFO  connecting to orders-db:5432");
    resources.log(
        orders, "2026-01-04T15:03:59Z ERROR password authentication failed for user \"orders\"");
    resources.log(orders, "2026-01-04T15:03:59Z INFO  giving up");
  }

  /** The components that {@link #fill} leaves out, and what happened just now. */
  static void health(InMemoryClusterResources resources) {
    for (String component : List.of("kube-controller-manager", "kube-scheduler")) {
      pod(resources, component + "-control-plane-1", "kube-system", component, "Running", 1);
    }
    pod(resources, "metrics-server-6c8d9-7hx2p", "kube-system", "metrics-server", "Pending", 0);
    resources.put(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: orders-0.2, namespace: shop, creationTimestamp: "2026-01-04T15:03:59Z"}
        involvedObject: {kind: Pod, name: orders-0, namespace: shop}
        type: Warning
        reason: BackOff
        message: Back-off restarting failed container main in pod orders-0_shop
        """);
  }

  /** What a pod uses, as metrics-server has it. */
  static void use(InMemoryClusterResources resources, String pod, String cpu, String memory) {
    String[] id = pod.split("/", -1);
    resources.put(
        """
        apiVersion: metrics.k8s.io/v1beta1
        kind: PodMetrics
        metadata: {name: %s, namespace: %s, creationTimestamp: "2026-01-04T15:04:00Z"}
        window: 15.06s
        containers: [{name: main, usage: {cpu: %s, memory: %s}}]
        """
            .formatted(id[1], id[0], cpu, memory));
  }

  /** What the pods of {@link #fill} use. */
  static void uses(InMemoryClusterResources resources) {
    use(resources, "kube-system/kube-apiserver-control-plane-1", "31250000n", "212Mi");
    use(resources, "kube-system/etcd-control-plane-1", "14100000n", "41Mi");
    use(resources, "kube-system/coredns-7d764666f9-4kq2x", "1900000n", "17560Ki");
    use(resources, "kube-system/kube-proxy-l8r6d", "420000n", "15Mi");
    use(resources, "shop/web-6d4b75cb6d-2xk8p", "182m", "96Mi");
    use(resources, "shop/web-6d4b75cb6d-9wq4v", "164m", "94Mi");
    use(resources, "shop/orders-0", "8m", "1Gi");
  }

  /** What the Deployment web was before, and is. */
  static void history(InMemoryClusterResources resources) {
    String owner =
        resources.find(SampleKinds.DEPLOYMENTS, new ObjectName("shop", "web")).orElseThrow().uid();
    for (int revision = 1; revision <= 2; revision++) {
      resources.put(
          """
          apiVersion: apps/v1
          kind: ReplicaSet
          metadata:
            name: web-%d
            namespace: shop
            creationTimestamp: "2026-01-0%dT11:20:00Z"
            annotations: {deployment.kubernetes.io/revision: "%d", kubernetes.io/change-cause: "Release 1.%d"}
            ownerReferences: [{uid: "%s"}]
          spec:
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: web, image: "shop/web:1.%d"}, {name: cache, image: "shop/cache:7"}]}
          """
              .formatted(revision, revision + 1, revision, revision + 2, owner, revision + 2));
    }
  }

  /** Nodes that have joined. */
  static void nodes(InMemoryClusterResources resources, List<String> names) {
    names.forEach(
        name ->
            resources.put(
                """
                apiVersion: v1
                kind: Node
                metadata: {name: %s, creationTimestamp: "2026-01-02T15:00:00Z"}
                status: {shown: Ready, nodeInfo: {kubeletVersion: v1.36.3}}
                """
                    .formatted(name)));
  }

  /** The add-ons as they are soon after a start: one is not ready, one is not there. */
  static void addons(InMemoryClusterResources resources) {
    addon(resources, "Deployment", "kube-system", "coredns", "coredns/coredns:v1.14.2", 1);
    addon(resources, "DaemonSet", "kube-system", "kube-proxy", "kube-proxy:v1.36.3", 5);
    addon(resources, "Deployment", "kube-system", "metrics-server", "ms/metrics-server:v0.9.0", 0);
  }

  private static void addon(
      InMemoryClusterResources resources,
      String kind,
      String namespace,
      String name,
      String image,
      int ready) {
    resources.put(
        """
        apiVersion: apps/v1
        kind: %s
        metadata: {name: %s, namespace: %s, creationTimestamp: "2026-01-02T15:00:00Z"}
        spec: {replicas: 1, template: {spec: {containers: [{name: main, image: "registry.k8s.io/%s"}]}}}
        status: {readyReplicas: %5$d, numberReady: %5$d, desiredNumberScheduled: 5}
        """
            .formatted(kind, name, namespace, image, ready));
  }

  private static void pod(
      InMemoryClusterResources resources,
      String name,
      String namespace,
      String app,
      String phase,
      int restarts) {
    resources.put(
        """
      apiVersion: v1
      kind: Pod
      metadata: {name: "%s", namespace: "%s", creationTimestamp: "2026-01-04T12:00:00Z", labels: {app: "%s"}}
      spec:
        nodeName: control-plane-1
        containers: [{name: "%s", image: "shop/%s:1.4"}]
      status: {phase: "%s", restarts: "%s", conditions: [{type: Ready, status: "%s"}]}
      """
            .formatted(
                name,
                namespace,
                app,
                namespace.equals("kube-system") ? app : "main",
                app,
                phase,
                restarts,
                phase.equals("Running") ? "True" : "False"));
  }
}
