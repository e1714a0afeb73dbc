package org.iommuscope.imports.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A piece of YAML without types: everything that is no mapping and no sequence is text.
 *
 * @param text of a scalar; empty for the others
 * @param line the line that it begins on, counted from 1
 */
public record Yaml(SequencedMap<String, Yaml> members, List<Yaml> elements, String text, int line) {

  public Yaml {
    members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    elements = List.copyOf(elements);
  }

  static Yaml nothing(int line) {
    return new Yaml(new LinkedHashMap<>(), List.of(), "", line);
  }

  /** What stands under a row of keys; nothing where one of them is not there. */
  public Yaml at(String... keys) {
    Yaml here = this;
    for (String key : keys) {
      here = here.members.getOrDefault(key, nothing(here.line));
    }
    return here;
  }

  /** The text under a key, where it has one. */
  public Optional<String> text(String key) {
    return Optional.of(at(key).text).filter(value -> !value.isBlank());
  }

  public boolean isEmpty() {
    return members.isEmpty() && elements.isEmpty() && text.isEmpty();
  }
}
