package org.iommuscope.imports.anonymise;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The masks given out so far: the same value has the same mask, in every file. */
final class Masks {

  private record Key(Secret secret, String value) {}

  private final Map<Key, Replacement> given = new LinkedHashMap<>();
  private final Set<String> masks = new HashSet<>();
  private final Map<Secret, Integer> counts = new LinkedHashMap<>();

  /** What stands for a value, which may stand for another already; case makes no difference. */
  String mask(Secret secret, String value, String where) {
    if (masks.contains(value) || secret.isMask(value)) {
      return value;
    }
    Key key = new Key(secret, value.toLowerCase(Locale.ROOT));
    Replacement known = given.get(key);
    Replacement now =
        known == null
            ? new Replacement(
                secret, value, secret.mask(counts.merge(secret, 1, Integer::sum)), where, 1)
            : known.again();
    given.put(key, now);
    masks.add(now.mask());
    return now.mask();
  }

  /** Every replaced value, in the order in which they were met. */
  List<Replacement> given() {
    return List.copyOf(given.values());
  }
}
