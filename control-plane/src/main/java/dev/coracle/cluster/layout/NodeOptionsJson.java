package dev.coracle.cluster.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The part of a spec's JSON that is about pools and what is asked of their nodes. */
final class NodeOptionsJson {

  private NodeOptionsJson() {}

  static ObjectNode write(NodePool pool) {
    return write(pool.options()).put("name", pool.name()).put("count", pool.count());
  }

  static ObjectNode write(NodeOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putPOJO("labels", options.labels());
    json.putPOJO("taints", options.taints().stream().map(Taint::toString).toList());
    options.cpus().ifPresent(cpus -> json.put("cpus", cpus));
    options.memory().ifPresent(memory -> json.put("memory", memory.value()));
    json.set("mounts", mounts(options.mounts()));
    return json;
  }

  static JsonNode mounts(List<HostMount> mounts) {
    var array = JsonNodeFactory.instance.arrayNode();
    mounts.forEach(
        mount ->
            array
                .addObject()
                .put("host", mount.host())
                .put("node", mount.node())
                .put("readOnly", mount.readOnly()));
    return array;
  }

  static List<NodePool> pools(JsonNode json) {
    List<NodePool> pools = new ArrayList<>();
    json.forEach(
        pool ->
            pools.add(
                new NodePool(
                    pool.path("name").asText(), pool.path("count").asInt(), options(pool))));
    return pools;
  }

  static NodeOptions options(JsonNode json) {
    TreeMap<String, String> labels = new TreeMap<>();
    json.path("labels").properties().forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
    List<Taint> taints = new ArrayList<>();
    json.path("taints").forEach(taint -> taints.add(Taint.parse(taint.asText())));
    return new NodeOptions(
        labels,
        taints,
        json.has("cpus") ? Optional.of(json.path("cpus").asDouble()) : Optional.empty(),
        json.has("memory")
            ? Optional.of(new Bytes(json.path("memory").asLong()))
            : Optional.empty(),
        mounts(json.path("mounts")));
  }

  static List<HostMount> mounts(JsonNode json) {
    List<HostMount> mounts = new ArrayList<>();
    json.forEach(
        mount ->
            mounts.add(
                new HostMount(
                    mount.path("host").asText(),
                    mount.path("node").asText(),
                    mount.path("readOnly").asBoolean())));
    return mounts;
  }
}
