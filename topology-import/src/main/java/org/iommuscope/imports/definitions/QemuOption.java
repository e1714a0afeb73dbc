package org.iommuscope.imports.definitions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.markup.Json;
import org.iommuscope.imports.markup.JsonParsing;

/**
 * An option's value as QEMU splits it: a word and {@code key=value} pairs, in which two commas
 * stand for one; or the same as JSON.
 *
 * @param head the first word, which has no key: the driver of a device, a machine's type
 */
record QemuOption(String head, Map<String, String> values) {

  static QemuOption of(String text, String headKey) {
    if (text.stripLeading().startsWith("{")) {
      return JsonParsing.beginningOf(text, 0, 1)
          .filter(parsed -> !parsed.isCut())
          .map(parsed -> of(parsed.value(), headKey))
          .orElse(new QemuOption("", Map.of()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.replace(",,", "\0").split(",", -1)) {
      String plain = part.replace("\0", ",");
      int equals = plain.indexOf('=');
      if (equals > 0) {
        values.put(plain.substring(0, equals), plain.substring(equals + 1));
      } else if (values.isEmpty()) {
        values.put(headKey, plain);
      } else {
        values.put(plain, "on");
      }
    }
    return new QemuOption(values.getOrDefault(headKey, ""), values);
  }

  private static QemuOption of(Json json, String headKey) {
    Map<String, String> values = new LinkedHashMap<>();
    json.members().forEach((key, value) -> value.word().ifPresent(text -> values.put(key, text)));
    return new QemuOption(values.getOrDefault(headKey, ""), values);
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean isOn(String key) {
    return get(key).filter(value -> value.matches("on|yes|true")).isPresent();
  }
}
