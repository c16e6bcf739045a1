package dev.coracle.cluster.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryTextsTest {

  private static final Path LIBRARY = Path.of("src/main/java");
  private static final Path NODE_IMAGES = Path.of("../node-images/src/main/java");

  /** The title is the first text behind the step's id. */
  private static final Pattern STEP =
      Pattern.compile("Step\\s*\\.of\\(.{1,120}?\"([A-Z][^\"]*)\"", Pattern.DOTALL);

  private final LibraryTexts english = new LibraryTexts(Locale.ENGLISH);
  private final LibraryTexts korean = new LibraryTexts(Locale.KOREAN);

  @Test
  void aSentenceIsFoundAlsoWithNamesInIt() {
    assertThat(korean.said("Issuing certificates")).isEqualTo("인증서 발급 중");
    assertThat(korean.said("Creating node worker-1")).isEqualTo("노드 worker-1 만드는 중");
    assertThat(korean.said("Upgrading node a with kubeadm")).isEqualTo("kubeadm으로 노드 a 업그레이드 중");
  }

  @Test
  void theSentenceThatSaysMoreWins() {
    assertThat(korean.said("Loading the images of a.tar into demo"))
        .isEqualTo("a.tar의 이미지를 demo에 불러오는 중");
  }

  @Test
  void aSentenceMayBePartOfAnother() {
    assertThat(korean.said("It serves, with something missing. kubelet on node a does not answer."))
        .isEqualTo("동작하지만 일부가 빠져 있습니다. 노드 a의 kubelet이 응답하지 않습니다.");
  }

  @Test
  void aSentenceMayQuoteSeveralLines() {
    assertThat(korean.said("Docker could not pull the image: it said\nnot found"))
        .endsWith("it said\nnot found")
        .isNotEqualTo("Docker could not pull the image: it said\nnot found");
  }

  @Test
  void whatIsNotTranslatedStays() {
    assertThat(korean.said("Something new")).isEqualTo("Something new");
    assertThat(english.said("Issuing certificates")).isEqualTo("Issuing certificates");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyKindOfProblemHasAHeadlineAboveWhatTheLibrarySays(Code code) {
    Problem problem = Problem.of(code, "Why.", "What to do.");

    assertThat(korean.headline(problem)).isNotEqualTo("Why.").isNotBlank();
    assertThat(korean.details(problem)).containsExactly("Why.", "What to do.");
    assertThat(english.headline(problem)).isEqualTo("Why.");
    assertThat(english.details(problem)).containsExactly("What to do.");
  }

  @Test
  void everyStepHasATitle() throws IOException {
    Set<String> titles = titles();

    assertThat(titles).hasSizeGreaterThan(50);
    assertThat(titles).allSatisfy(title -> assertThat(korean.said(title)).isNotEqualTo(title));
  }

  @Test
  void everyProblemIsTranslated() throws IOException {
    Set<String> sentences = SaidInSource.ofProblems(LIBRARY);
    sentences.addAll(SaidInSource.ofProblems(NODE_IMAGES));

    assertThat(sentences).hasSizeGreaterThan(300);
    assertThat(sentences).allSatisfy(text -> assertThat(korean.said(text)).isNotEqualTo(text));
  }

  @Test
  void whatAnUpgradeAddsToAProblemIsTranslatedWithIt() {
    assertThat(korean.said("There is no a. Cluster \"demo\" is what it was."))
        .isEqualTo("a이(가) 없습니다. 클러스터 \"demo\"은(는) 이전 그대로입니다.");
    assertThat(korean.said("Start it. 1 of 3 nodes are upgraded; the others are what they were."))
        .isEqualTo("Start it. 노드 3개 중 1개를 업그레이드했고, 나머지는 이전 그대로입니다.");
  }

  private static Set<String> titles() throws IOException {
    Set<String> titles = new TreeSet<>();
    for (Path file : SaidInSource.files(LIBRARY)) {
      Matcher step = STEP.matcher(Files.readString(file));
      while (step.find()) {
        titles.add((step.group(1) + (step.group(1).endsWith(" ") ? "x" : "")).replace("%s", "x"));
      }
    }
    return titles;
  }
}
