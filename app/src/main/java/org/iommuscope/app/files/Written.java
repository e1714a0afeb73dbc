package org.iommuscope.app.files;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;

/**
 * The objects of an array as it was read, to be found again by what they describe.
 *
 * @param <K> what tells them apart; of several that are alike, the first is found first
 */
final class Written<K> {

  /** Reads what an object describes. */
  @FunctionalInterface
  interface Key<K> {
    K of(JsonObject object) throws MalformedFile;
  }

  private final Map<K, Queue<JsonObject>> byKey = new HashMap<>();

  private Written() {}

  static <K> Written<K> under(String key, Optional<JsonObject> parent, Key<K> identity) {
    Written<K> written = new Written<>();
    for (JsonValue element : elements(key, parent)) {
      if (element instanceof JsonObject object) {
        written.add(object, identity);
      }
    }
    return written;
  }

  /** Takes the next object that describes this. */
  Optional<JsonObject> take(K key) {
    return Optional.ofNullable(byKey.get(key)).map(Queue::poll);
  }

  private void add(JsonObject object, Key<K> identity) {
    try {
      byKey.computeIfAbsent(identity.of(object), none -> new ArrayDeque<>()).add(object);
    } catch (MalformedFile unknown) {
      throw new IllegalStateException("the reader let it pass", unknown);
    }
  }

  private static List<JsonValue> elements(String key, Optional<JsonObject> parent) {
    return parent.flatMap(object -> object.get(key)).orElseGet(JsonValue::none)
            instanceof JsonArray array
        ? array.elements()
        : List.of();
  }
}
