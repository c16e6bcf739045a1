package dev.coracle.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A taint keeps pods away from a node unless they tolerate it.
 *
 * @param key for instance {@code dedicated}
 * @param value for instance {@code gpu}; may be empty
 * @param effect what happens to pods that do not tolerate it
 */
public record Taint(String key, String value, Effect effect) {

  private static final Pattern FORM =
      Pattern.compile("([^=:]+)(?:=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)");

  /** What happens to pods that do not tolerate a taint; the constants' words are Kubernetes'. */
  public enum Effect {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    /** Kubernetes' word. */
    public String word() {
      return word;
    }

    private static Effect of(String word) {
      for (Effect effect : values()) {
        if (effect.word.equals(word)) {
          return effect;
        }
      }
      throw new IllegalArgumentException(word);
    }
  }

  /** Checks key and value, which are written as labels' are. */
  public Taint {
    LabelRules.check(key, value);
  }

  /**
   * Reads {@code dedicated=gpu:NoSchedule} or {@code dedicated:NoExecute}, as kubectl does.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} otherwise
   */
  public static Taint parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "\"%s\" is not a taint.".formatted(text),
              "Write KEY=VALUE:EFFECT or KEY:EFFECT, the effect being NoSchedule,"
                  + " PreferNoSchedule or NoExecute."));
    }
    String value = form.group(2) == null ? "" : form.group(2);
    return new Taint(form.group(1), value, Effect.of(form.group(3)));
  }

  @Override
  public String toString() {
    return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect.word();
  }
}
