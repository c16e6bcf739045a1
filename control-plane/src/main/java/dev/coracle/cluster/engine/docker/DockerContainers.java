package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.ResourceSample;
import dev.coracle.cluster.engine.Resources;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Containers of a Docker Engine. */
final class DockerContainers implements Containers {

  private final DockerApi api;
  private final PortOwner portOwner;

  DockerContainers(DockerApi api) {
    this.api = api;
    this.portOwner = new PortOwner(this);
  }

  @Override
  public void create(ContainerSpec spec) {
    ApiPath path = new ApiPath("/containers/create").with("name", spec.name());
    api.run(ApiRequest.post(path).with(ContainerRequest.of(spec)));
  }

  @Override
  public List<ContainerInfo> list(Map<String, String> labels) {
    return list(new ApiPath("/containers/json").with("all", "1").labelled(labels));
  }

  @Override
  public Optional<ContainerInfo> find(String name) {
    String exact = "^/?" + Pattern.quote(name).replaceAll("^\\\\Q|\\\\E$", "") + "$";
    ApiPath path = new ApiPath("/containers/json").with("all", "1");
    return list(path.filteredBy(Map.of("name", List.of(exact)))).stream()
        .filter(container -> container.name().equals(name))
        .findFirst();
  }

  private List<ContainerInfo> list(ApiPath path) {
    List<ContainerInfo> containers = new ArrayList<>();
    api.get(path).forEach(entry -> containers.add(ContainerView.of(entry)));
    return List.copyOf(containers);
  }

  @Override
  public void start(String name) {
    try {
      run("start", name);
    } catch (ClusterException e) {
      throw portOwner.named(e);
    }
  }

  @Override
  public void stop(String name, Duration patience) {
    long seconds = Math.max(0, patience.toSeconds());
    api.run(ApiRequest.post(at("stop", name).with("t", String.valueOf(seconds))));
  }

  @Override
  public void kill(String name) {
    unlessAlready("is not running", () -> run("kill", name));
  }

  @Override
  public void pause(String name) {
    unlessAlready("already paused", () -> run("pause", name));
  }

  @Override
  public void unpause(String name) {
    unlessAlready("is not paused", () -> run("unpause", name));
  }

  /** The engine calls these conflicts; to the caller what they wanted is the case. */
  private static void unlessAlready(String words, Runnable verb) {
    try {
      verb.run();
    } catch (ClusterException e) {
      if (!e.problem().summary().contains(words)) {
        throw e;
      }
    }
  }

  @Override
  public void update(String name, Resources limits) {
    ObjectNode body = Json.object();
    ContainerRequest.limit(body, limits);
    api.run(ApiRequest.post(at("update", name)).with(body));
  }

  @Override
  public void remove(String name) {
    ApiPath path = ApiPath.of("/containers/%s", name).with("force", "1").with("v", "1");
    unlessAlready("is already in progress", () -> api.runIfFound(ApiRequest.delete(path)));
  }

  @Override
  public void copyIn(String name, String directory, InputStream tar) {
    api.run(ApiRequest.put(at("archive", name).with("path", directory)).withTar(tar));
  }

  @Override
  public InputStream copyOut(String name, String path) {
    return new AnswerBody(api.open(ApiRequest.get(at("archive", name).with("path", path))));
  }

  @Override
  public ExecResult exec(String name, ExecSpec spec) {
    boolean needsFile = spec.stdin().isPresent() && !spec.tty() && api.endpoint().isNamedPipe();
    return needsFile
        ? new InputFile(this, name).run(spec, spec.stdin().get())
        : new DockerExec(api, name).run(spec);
  }

  @Override
  public Subscription logs(String name, Instant since, Consumer<String> listener, Runnable onEnd) {
    String from = "%d.%09d".formatted(since.getEpochSecond(), since.getNano());
    ApiPath path =
        at("logs", name)
            .with("follow", "1")
            .with("stdout", "1")
            .with("stderr", "1")
            .with("since", from);
    return LiveStream.of(
        api, ApiRequest.get(path), body -> Multiplexed.lines(body, listener), onEnd);
  }

  @Override
  public Subscription stats(String name, Consumer<ResourceSample> listener) {
    ApiPath path = at("stats", name).with("stream", "1");
    return LiveStream.of(
        api,
        ApiRequest.get(path),
        body -> Json.each(body, stats -> ResourceSamples.read(stats).ifPresent(listener)),
        () -> {});
  }

  private void run(String verb, String name) {
    api.run(ApiRequest.post(at(verb, name)));
  }

  private static ApiPath at(String verb, String name) {
    return ApiPath.of("/containers/%s/" + verb, name);
  }
}
