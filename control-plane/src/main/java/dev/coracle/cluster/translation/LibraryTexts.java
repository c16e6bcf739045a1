package dev.coracle.cluster.translation;

import dev.coracle.cluster.Problem;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the library says, in a user's language. The library speaks English, so its sentences are the
 * keys; what has no translation stays as it is.
 */
public final class LibraryTexts {

  private static final String BUNDLE = "dev.coracle.cluster.translation.library";
  private static final String HEADLINE = "problem.";
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  private final ResourceBundle bundle;
  private final List<Sentence> sentences;

  /** A sentence with gaps, and what it becomes. */
  private record Sentence(Pattern english, String translation) {}

  /** The texts in this language. */
  public LibraryTexts(Locale locale) {
    bundle = ResourceBundle.getBundle(BUNDLE, locale);
    // Of two that fit, the longer one says more.
    sentences =
        bundle.keySet().stream()
            .filter(key -> GAP.matcher(key).find())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(this::sentence)
            .toList();
  }

  private Sentence sentence(String key) {
    String gaps =
        Stream.of(GAP.split(key, -1)).map(Pattern::quote).collect(Collectors.joining("(.+)"));
    // What Docker and API servers say may be of several lines.
    return new Sentence(Pattern.compile(gaps, Pattern.DOTALL), bundle.getString(key));
  }

  /** A title or sentence of the library's. */
  public String said(String english) {
    String text = english.strip();
    return bundle.containsKey(text) ? bundle.getString(text) : filled(text);
  }

  private String filled(String text) {
    for (Sentence sentence : sentences) {
      Matcher found = sentence.english().matcher(text);
      if (found.matches()) {
        return MessageFormat.format(sentence.translation(), gaps(found));
      }
    }
    return text;
  }

  /** What fills the gaps may be a sentence itself. */
  private Object[] gaps(MatchResult found) {
    return IntStream.rangeClosed(1, found.groupCount())
        .mapToObj(found::group)
        .map(this::said)
        .toArray();
  }

  /** What a problem is, in a few words: of its kind where that is translated, else its summary. */
  public String headline(Problem problem) {
    return hasHeadline(problem) ? bundle.getString(key(problem)) : problem.summary();
  }

  /** What is to be read below the headline: more of what happened, and what to do. */
  public List<String> details(Problem problem) {
    String advice = said(problem.advice());
    return hasHeadline(problem) ? List.of(said(problem.summary()), advice) : List.of(advice);
  }

  private boolean hasHeadline(Problem problem) {
    return bundle.containsKey(key(problem));
  }

  private static String key(Problem problem) {
    return HEADLINE + problem.code().id();
  }
}
