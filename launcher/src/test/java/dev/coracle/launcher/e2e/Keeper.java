package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** A pod that keeps a text on a volume of the default StorageClass. */
final class Keeper {

  private static final String POD = "keeper";
  private static final String TEXT = "written before";

  /** On SIGTERM it writes for a second before it ends. */
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Mi}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: keeper}
      spec:
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        containers:
          - name: keeper
            image: %s
            command: [sh, -c, "trap 'sleep 1; date >> /data/ended; exit 0' TERM; sleep 86400 & wait"]
            volumeMounts: [{name: data, mountPath: /data}]
      """
          .formatted(TestImages.BUSYBOX);

  private final Kubectl kubectl;

  private Keeper(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** Makes one in the namespace of this kubectl, and gives it the text. */
  static Keeper in(Kubectl kubectl) {
    Keeper keeper = new Keeper(kubectl);
    kubectl.apply(OBJECTS);
    keeper.await();
    keeper.sh("echo " + TEXT + " > /data/text").ok();
    return keeper;
  }

  /** The one that is in the namespace of this kubectl already. */
  static Keeper at(Kubectl kubectl) {
    return new Keeper(kubectl);
  }

  /** Waits until the pod runs. */
  void await() {
    kubectl.await("pod/" + POD, "condition=Ready");
  }

  /** Runs a shell line in the pod. */
  Result sh(String line) {
    return kubectl.sh(POD, line);
  }

  /** Fails if the text is not there. */
  void requireKept() {
    assertThat(sh("cat /data/text").ok().text()).isEqualTo(TEXT);
  }

  /** What the pod wrote each time it was asked to end. */
  String ended() {
    return sh("cat /data/ended").ok().text();
  }
}
