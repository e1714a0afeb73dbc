package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.topology.CapturedFolder;
import org.iommuscope.model.topology.CapturedText;

/**
 * The texts that were read, by folder. Thousands of functions say the same in most of their files,
 * so that equal texts are kept once.
 */
final class ReadTexts {

  /** Longer ones are hardly ever said twice. */
  private static final int LONGEST_SHARED = 64;

  private final Map<String, List<CapturedText>> byFolder = new HashMap<>();
  private final Map<String, Map<String, CapturedText>> shared = new HashMap<>();

  void add(String folder, String name, String raw) {
    List<CapturedText> texts = byFolder.computeIfAbsent(folder, none -> new ArrayList<>());
    for (CapturedText known : texts) {
      if (known.name().equals(name)) {
        return;
      }
    }
    texts.add(raw.length() > LONGEST_SHARED ? new CapturedText(name, raw) : shared(name, raw));
  }

  private CapturedText shared(String name, String raw) {
    return shared
        .computeIfAbsent(name, none -> new HashMap<>())
        .computeIfAbsent(raw, none -> new CapturedText(name, raw));
  }

  CapturedFolder of(String folder) {
    return new CapturedFolder(folder, byFolder.getOrDefault(folder, List.of()));
  }
}
