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

  private final Map<String, List<CapturedText>> byFolder = new HashMap<>();
  private final Map<CapturedText, CapturedText> shared = new HashMap<>();

  void add(String folder, String name, String raw) {
    CapturedText text = new CapturedText(name, raw);
    List<CapturedText> texts = byFolder.computeIfAbsent(folder, none -> new ArrayList<>());
    if (texts.stream().noneMatch(known -> known.name().equals(name))) {
      texts.add(shared.computeIfAbsent(text, same -> same));
    }
  }

  CapturedFolder of(String folder) {
    return new CapturedFolder(folder, byFolder.getOrDefault(folder, List.of()));
  }
}
