package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.FilterInputStream;

/** The body of an answer, whose end is also the end of its connection. */
final class AnswerBody extends FilterInputStream {

  private final Response response;

  AnswerBody(Response response) {
    super(response.getBody());
    this.response = response;
  }

  /** Cuts the connection; closing the body itself would first read all that is left of it. */
  @Override
  public void close() {
    response.close();
  }
}
