package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.SSLConfig;
import javax.net.ssl.SSLContext;

/**
 * For named pipes: a context that nobody asks. Without one the transport makes the system's default
 * context at once, whose trust store costs the command line a tenth of a second.
 */
final class NoTls implements SSLConfig {

  @Override
  public SSLContext getSSLContext() {
    return new Unused();
  }

  private static final class Unused extends SSLContext {

    Unused() {
      super(null, null, "none");
    }
  }
}
