package org.iommuscope.app.files;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Plan files of the tests. */
final class Plans {

  private static final PlanReader READER = new PlanReader(List.of("dma-owner", "viability"));

  private Plans() {}

  /** The text of a plan file that uses every key there is. */
  static String everyKey() {
    try (InputStream in =
        Objects.requireNonNull(Plans.class.getResourceAsStream("every-key.plan.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static PlanFile opened(String text) {
    return assertInstanceOf(PlanReading.Opened.class, reading(text), () -> "" + reading(text))
        .file();
  }

  static FileProblem refused(String text) {
    return assertInstanceOf(PlanReading.Refused.class, reading(text)).problem();
  }

  private static PlanReading reading(String text) {
    return READER.read("plan.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
