package dev.coracle.cluster.image.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterImages.LocalImage;
import dev.coracle.cluster.engine.InMemoryEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalClusterImagesTest {

  @Test
  void everyNameOfTheEnginesImagesCanBeLoadedButNodeImages() {
    InMemoryEngine engine = new InMemoryEngine();
    engine.images().put("shop/web:1.4", Map.of());
    engine.images().tag("shop/web:1.4", "shop/web:latest");
    engine.images().put("coracle/node:v1.36.3-1", Map.of("dev.coracle.node.contract", "1"));
    engine.images().put("alpine:3", Map.of("maintainer", "somebody"));

    assertThat(new LocalClusterImages(engine).local())
        .extracting(LocalImage::reference)
        .containsExactly("alpine:3", "shop/web:1.4", "shop/web:latest");
  }
}
