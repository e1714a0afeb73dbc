package org.iommuscope.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold by each rule, in a sentence: the list of docs/rules, as it ships. */
final class RuleTexts {

  private final Map<String, String> sentences;

  private RuleTexts(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  static RuleTexts load() {
    try (InputStream file = RuleTexts.class.getResourceAsStream("rules.txt")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its list of rules rules.txt");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new RuleTexts(
          text.lines()
              .map(line -> line.split(": ", 2))
              .collect(Collectors.toMap(line -> line[0], line -> line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence of a rule; of an outcome that no rule names, what it means. */
  String of(String rule) {
    return sentences.getOrDefault(rule, "A step ends " + rule + ".");
  }
}
