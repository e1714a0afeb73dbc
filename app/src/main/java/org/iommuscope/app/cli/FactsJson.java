package org.iommuscope.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.model.topology.Reading;

/**
 * A JSON object of facts: what the host does not have is null, what the capture does not say is
 * null too and stands in the list {@code unread}.
 */
final class FactsJson {

  private final Map<String, JsonValue> members = new LinkedHashMap<>();
  private final List<JsonValue> unread = new ArrayList<>();

  FactsJson with(String key, JsonValue value) {
    members.put(key, value);
    return this;
  }

  FactsJson with(String key, String value) {
    return with(key, JsonValue.of(value));
  }

  <T> FactsJson with(String key, Optional<T> value, Function<T, JsonValue> form) {
    return with(key, value.map(form).orElseGet(JsonValue::none));
  }

  <T> FactsJson with(String key, Reading<T> reading, Function<T, JsonValue> form) {
    noteUnread(key, reading);
    return with(key, reading.known(), form);
  }

  FactsJson with(String key, Reading<String> reading) {
    return with(key, reading, JsonValue::of);
  }

  /** A list of facts, which is empty and not null where the host has none. */
  <T> FactsJson withList(String key, Reading<List<T>> reading, Function<T, JsonValue> form) {
    noteUnread(key, reading);
    return with(
        key, reading.isUnread() ? JsonValue.none() : list(reading.known().orElse(List.of()), form));
  }

  private void noteUnread(String key, Reading<?> reading) {
    if (reading.isUnread()) {
      unread.add(JsonValue.of(key));
    }
  }

  static <T> JsonValue list(Iterable<T> values, Function<? super T, JsonValue> form) {
    List<JsonValue> elements = new ArrayList<>();
    values.forEach(value -> elements.add(form.apply(value)));
    return JsonValue.of(elements);
  }

  /** The object, which always ends with its list of unread facts. */
  JsonValue endingWithUnread() {
    return with("unread", JsonValue.of(unread)).end();
  }

  /** The object, with the list only where a fact is unread. */
  JsonValue endingWithUnreadIfAny() {
    return unread.isEmpty() ? end() : endingWithUnread();
  }

  JsonValue end() {
    return JsonValue.of(members);
  }
}
