package dev.coracle.launcher.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * A registry on this machine that serves one image of the engine, under whatever name it is asked
 * for.
 */
final class StaticRegistry implements AutoCloseable {

  private static final String DOCKER = "application/vnd.docker.";
  private static final String MANIFEST = DOCKER + "distribution.manifest.v2+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final byte[] manifest;
  private final HttpServer server;

  private StaticRegistry(HttpServer server, Path saved) throws IOException {
    this.server = server;
    this.manifest = manifest(saved);
    server.createContext("/v2/", this::answer);
    server.start();
  }

  /** One that speaks plain HTTP. */
  static StaticRegistry plain(String image, Path folder) throws IOException {
    return new StaticRegistry(HttpServer.create(anywhere(), 0), save(image, folder));
  }

  /** One that speaks TLS with this certificate. */
  static StaticRegistry secure(String image, Path folder, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anywhere(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new StaticRegistry(server, save(image, folder));
  }

  /** Nodes reach the machine at their network's gateway. */
  private static InetSocketAddress anywhere() {
    return new InetSocketAddress("0.0.0.0", 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static Path save(String image, Path folder) throws IOException {
    Path tar = folder.resolve("image.tar");
    Path files = Files.createDirectories(folder.resolve("image"));
    Docker.run("save", "-o", tar.toString(), image).ok();
    Program.run(Duration.ofMinutes(1), "tar", "-xf", tar.toString(), "-C", files.toString()).ok();
    return files;
  }

  private byte[] manifest(Path saved) throws IOException {
    JsonNode image = JSON.readTree(saved.resolve("manifest.json").toFile()).get(0);
    ObjectNode made = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MANIFEST);
    Path config = saved.resolve(image.path("Config").asText());
    made.set("config", blob(config, DOCKER + "container.image.v1+json"));
    for (JsonNode layer : image.path("Layers")) {
      Path tar = saved.resolve(layer.asText());
      made.withArray("layers").add(blob(tar, DOCKER + "image.rootfs.diff.tar"));
    }
    return JSON.writeValueAsBytes(made);
  }

  private ObjectNode blob(Path file, String type) throws IOException {
    byte[] content = Files.readAllBytes(file);
    String digest = digest(content);
    blobs.put(digest, content);
    return JSON.createObjectNode()
        .put("mediaType", type)
        .put("size", content.length)
        .put("digest", digest);
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean ofManifest = path.contains("/manifests/");
    byte[] content = ofManifest ? manifest : blobs.get(lastPart(path));
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(path.equals("/v2/") ? 200 : 404, -1);
        return;
      }
      String type = ofManifest ? MANIFEST : "application/octet-stream";
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Docker-Content-Digest", digest(content));
      send(exchange, content);
    }
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void send(HttpExchange exchange, byte[] content) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
