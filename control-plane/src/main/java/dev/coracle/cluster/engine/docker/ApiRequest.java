package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A request to the Engine API.
 *
 * @param path where to
 * @param draft everything but the path, which gets the version when it is known
 */
record ApiRequest(ApiPath path, Request.Builder draft) {

  /** Asks for something. */
  static ApiRequest get(ApiPath path) {
    return to(Request.Method.GET, path);
  }

  /** Has something done. */
  static ApiRequest post(ApiPath path) {
    return to(Request.Method.POST, path);
  }

  /** Stores something. */
  static ApiRequest put(ApiPath path) {
    return to(Request.Method.PUT, path);
  }

  /** Removes something. */
  static ApiRequest delete(ApiPath path) {
    return to(Request.Method.DELETE, path);
  }

  // A new connection costs less than a millisecond; a kept one is dead after the daemon's restart.
  private static ApiRequest to(Request.Method method, ApiPath path) {
    return new ApiRequest(
        path, Request.builder().method(method).path(path.text()).putHeader("Connection", "close"));
  }

  /** The same request with a JSON body. */
  ApiRequest with(JsonNode body) {
    draft
        .putHeader("Content-Type", "application/json")
        .bodyBytes(body.toString().getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The same request with a tar as its body. */
  ApiRequest withTar(InputStream tar) {
    draft.putHeader("Content-Type", "application/x-tar").body(tar);
    return this;
  }

  /** The same request with a header. */
  ApiRequest with(String header, String value) {
    draft.putHeader(header, value);
    return this;
  }

  /** The request under a version's prefix, for instance {@code /v1.41}. */
  Request under(String prefix) {
    return draft.path(prefix + path.text()).build();
  }
}
