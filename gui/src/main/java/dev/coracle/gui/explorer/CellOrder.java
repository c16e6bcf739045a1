package dev.coracle.gui.explorer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts cells as a person expects: 9 before 10, texts without regard to capitals. */
final class CellOrder implements Comparator<String> {

  private static final Pattern NUMBER = Pattern.compile("^(\\d+(?:\\.\\d+)?)(?:\\D|$)");

  @Override
  public int compare(String one, String other) {
    Matcher first = NUMBER.matcher(one);
    Matcher second = NUMBER.matcher(other);
    if (first.find() && second.find()) {
      int numbers = new BigDecimal(first.group(1)).compareTo(new BigDecimal(second.group(1)));
      if (numbers != 0) {
        return numbers;
      }
    }
    return String.CASE_INSENSITIVE_ORDER.compare(one, other);
  }
}
