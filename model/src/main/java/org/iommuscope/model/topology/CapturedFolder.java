package org.iommuscope.model.topology;

import java.util.List;
import java.util.Optional;

/**
 * The folder that a device or group has in its capture, with the texts that were read.
 *
 * @param path from the capture's root: {@code sys/devices/pci0000:00/0000:00:02.0}
 */
public record CapturedFolder(String path, List<CapturedText> texts) {

  public CapturedFolder {
    texts = List.copyOf(texts);
  }

  /** The text of a name; empty where the capture had none of it. */
  public Optional<String> text(String name) {
    return texts.stream().filter(text -> text.name().equals(name)).map(CapturedText::raw).findAny();
  }

  /** Where a name of this folder stands in the capture, and on the host below the root. */
  public String pathOf(CapturedText text) {
    return path + "/" + text.name();
  }
}
