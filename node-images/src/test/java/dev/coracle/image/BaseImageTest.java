package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaseImageTest {

  private static final BaseImage.Bootstrapper HERE =
      (engine, reference, listener) ->
          engine.importRootFileSystem(java.io.InputStream.nullInputStream(), reference);

  private final FakeImageEngine engine = new FakeImageEngine();

  @Test
  void whatLiesHereIsUsedAndNothingIsFetched() {
    engine.images.add(BaseImage.PULLED);

    assertThat(ensure(Optional.of(HERE), Optional.empty())).isEqualTo(BaseImage.PULLED);
    assertThat(engine.calls).isEmpty();
  }

  @Test
  void theImageThatTheUserNamedComesFirst() {
    engine.images.add(BaseImage.PULLED);

    assertThat(ensure(Optional.of(HERE), Optional.of("mine:1"))).isEqualTo("mine:1");
    assertThat(engine.calls).containsExactly("pull mine:1");
  }

  @Test
  void noRegistryIsAskedWhereTheBaseCanBeMadeHere() {
    assertThat(ensure(Optional.of(HERE), Optional.empty())).isEqualTo(BaseImage.MADE);
    assertThat(engine.calls).containsExactly("import of 0 bytes " + BaseImage.MADE);
  }

  @Test
  void elsewhereItIsPulled() {
    assertThat(ensure(Optional.empty(), Optional.empty())).isEqualTo(BaseImage.PULLED);
    assertThat(engine.calls).containsExactly("pull " + BaseImage.PULLED);
  }

  @Test
  void aFailedPullNamesEveryOtherWay() {
    engine.failure = "no route to host";

    assertThatExceptionOfType(NodeImageException.class)
        .isThrownBy(() -> ensure(Optional.empty(), Optional.empty()))
        .withMessageContaining("no route to host")
        .satisfies(
            e -> assertThat(e.advice()).contains("debootstrap", "CORACLE_BASE_IMAGE", "load-node"));
  }

  private String ensure(Optional<BaseImage.Bootstrapper> maker, Optional<String> wanted) {
    return new BaseImage(engine, maker).ensure(wanted, BuildListener.NONE);
  }
}
