package dev.coracle.image;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The next step after a failed build, chosen by what it printed. */
enum BuildAdvice {
  CERTIFICATE(
      "x509:|certificate verify failed|unknown authority",
      "Something on the way re-signs HTTPS with a certificate that the build does not trust. Give"
          + " it with --ca-bundle FILE or CORACLE_CA_BUNDLE, then try again."),
  DISK(
      "no space left on device",
      "Free at least 15 GB where the engine keeps its data (`docker system df` shows what can go),"
          + " then try again; finished steps are kept."),
  MEMORY(
      "signal: killed|out of memory|cannot allocate memory",
      "Compiling needs about 4 GB of memory. Close programs or give the engine's virtual machine"
          + " more, then try again; finished steps are kept."),
  NETWORK(
      "could not resolve|temporary failure|no such host|connection refused|timed out|i/o timeout"
          + "|network is unreachable|failed to fetch|proxyconnect|bad gateway",
      "The build downloads Debian packages and Go modules. Check the network; behind a proxy set"
          + " HTTP_PROXY and HTTPS_PROXY. Then try again; finished steps are kept. Without a"
          + " network, load an image made elsewhere with `coracle image load-node FILE`."),
  OTHER(
      "",
      "Try again; finished steps are kept. If it fails at the same step, report it with the lines"
          + " above.");

  private final Pattern sign;
  private final String text;

  BuildAdvice(String sign, String text) {
    this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    this.text = text;
  }

  /** What to do about a build that printed this last; the order of the constants decides. */
  static String forOutput(String output) {
    return Arrays.stream(values())
        .filter(advice -> advice.sign.matcher(output).find())
        .findFirst()
        .orElse(OTHER)
        .text;
  }
}
