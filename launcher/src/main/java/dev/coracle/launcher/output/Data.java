package dev.coracle.launcher.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** Records as JSON and YAML. Loaded only when data is asked for: Jackson takes a while to load. */
public final class Data {

  private static final ObjectMapper JSON = configure(new ObjectMapper());

  private Data() {}

  /** The value in this format, with a line break at its end. */
  public static String print(Object value, OutputFormat format) {
    return switch (format) {
      case JSON -> write(JSON.copy().enable(SerializationFeature.INDENT_OUTPUT), value) + "\n";
      case YAML -> write(yaml(), value);
      case TEXT -> value + "\n";
    };
  }

  /** The value as JSON on one line. */
  public static String jsonLine(Object value) {
    return write(JSON, value);
  }

  private static ObjectMapper yaml() {
    return configure(
        new ObjectMapper(
            YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .build()));
  }

  private static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .registerModule(new Jdk8Module())
        .registerModule(new JavaTimeModule())
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  }

  private static String write(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
