package dev.coracle.cluster.pki;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Writes ASN.1 in DER, as much of it as certificates need. Each method returns one complete element
 * (X.690, 8 and 11).
 *
 * <p>A library would do the same, but BouncyCastle's jar is signed: checking that signature took
 * 0.3 s of every start of a cluster, and classes of signed jars are refused by the JVM's archives.
 */
final class Der {

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;
  private static final int FIRST_GENERALIZED_YEAR = 2050;

  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return element(SEQUENCE, elements);
  }

  static byte[] sequence(List<byte[]> elements) {
    return element(SEQUENCE, elements.toArray(byte[][]::new));
  }

  static byte[] setOf(byte[] element) {
    return element(SET, element);
  }

  static byte[] integer(BigInteger value) {
    return element(INTEGER, value.toByteArray());
  }

  static byte[] yes() {
    return element(BOOLEAN, new byte[] {(byte) 0xff});
  }

  static byte[] text(String value) {
    return element(UTF8_STRING, value.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] octets(byte[] value) {
    return element(OCTET_STRING, value);
  }

  /** A bit string; the last {@code unused} bits of {@code value} are not part of it. */
  static byte[] bits(int unused, byte[] value) {
    return element(BIT_STRING, new byte[] {(byte) unused}, value);
  }

  /** {@code [number]}, primitive: a plain value under a tag of its own. */
  static byte[] tagged(int number, byte[] value) {
    return element(CONTEXT | number, value);
  }

  /** {@code [number] EXPLICIT}: a whole element inside a tag of its own. */
  static byte[] wrapped(int number, byte[] element) {
    return element(CONTEXT | CONSTRUCTED | number, element);
  }

  /** A time in the form that RFC 5280, 4.1.2.5 asks of its year. */
  static byte[] time(Instant instant) {
    ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
    boolean isLate = utc.getYear() >= FIRST_GENERALIZED_YEAR;
    String text =
        "%04d%02d%02d%02d%02d%02dZ"
            .formatted(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond());
    byte[] digits = (isLate ? text : text.substring(2)).getBytes(StandardCharsets.US_ASCII);
    return element(isLate ? GENERALIZED_TIME : UTC_TIME, digits);
  }

  /** An object identifier from its dotted form. */
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    var bytes = new ByteArrayOutputStream();
    bytes.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      writeArc(bytes, Integer.parseInt(arcs[i]));
    }
    return element(OBJECT_IDENTIFIER, bytes.toByteArray());
  }

  private static void writeArc(ByteArrayOutputStream bytes, int arc) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (arc >>> shift != 0) {
        bytes.write(0x80 | (arc >>> shift & 0x7f));
      }
    }
    bytes.write(arc & 0x7f);
  }

  private static byte[] element(int tag, byte[]... contents) {
    var body = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      body.writeBytes(content);
    }
    var element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(element, body.size());
    element.writeBytes(body.toByteArray());
    return element.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream element, int length) {
    if (length < 0x80) {
      element.write(length);
      return;
    }
    byte[] digits = BigInteger.valueOf(length).toByteArray();
    int from = digits[0] == 0 ? 1 : 0;
    element.write(0x80 | (digits.length - from));
    element.write(digits, from, digits.length - from);
  }
}
