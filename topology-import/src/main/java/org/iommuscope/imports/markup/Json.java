package org.iommuscope.imports.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A piece of JSON that knows the line it began on, counted from 1. */
public sealed interface Json {

  int line();

  /** An object; of a key that stands twice, the later value counts. */
  record Members(SequencedMap<String, Json> map, int line) implements Json {
    public Members {
      map = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
  }

  /** An array. */
  record Elements(List<Json> list, int line) implements Json {
    public Elements {
      list = List.copyOf(list);
    }
  }

  /** A text, a number or a truth value, as its characters stand in the source; null is empty. */
  record Scalar(String text, int line) implements Json {}

  /** The members of an object; none where it is something else. */
  default SequencedMap<String, Json> members() {
    return this instanceof Members(SequencedMap<String, Json> map, int line)
        ? map
        : new LinkedHashMap<>();
  }

  /** The elements of an array; none where it is something else. */
  default List<Json> elements() {
    return this instanceof Elements(List<Json> list, int line) ? list : List.of();
  }

  /** The value under a key of an object. */
  default Optional<Json> get(String key) {
    return Optional.ofNullable(members().get(key));
  }

  /** The characters of a scalar, of which none are blank. */
  default Optional<String> word() {
    return this instanceof Scalar(String text, int line) && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The scalar under a key of an object. */
  default Optional<String> text(String key) {
    return get(key).flatMap(Json::word);
  }

  /** The whole number under a key, between 0 and two thousand million. */
  default Optional<Integer> number(String key) {
    return text(key).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  /** The number in base 16 under a key, with or without {@code 0x}. */
  default Optional<Integer> hex(String key) {
    return text(key)
        .map(text -> text.replaceFirst("^0[xX]", ""))
        .filter(digits -> digits.matches("[0-9a-fA-F]{1,7}"))
        .map(digits -> Integer.valueOf(digits, 16));
  }
}
