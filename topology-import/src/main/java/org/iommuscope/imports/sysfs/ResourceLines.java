package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.Quoted;
import org.iommuscope.model.topology.Reading;

/**
 * The lines of {@code resource}, {@code 0x<start> 0x<end> 0x<flags>}; the first six are the BARs,
 * then come the ROM, the BARs of VFs and the windows of a bridge.
 */
record ResourceLines(String path, ImportNotes notes) {

  private static final int BARS = 6;

  /** The sizes of the BARs that are in use; unread where not one line can be read. */
  Reading<List<Long>> barsIn(String text) {
    List<String> lines = text.lines().limit(BARS).toList();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Long> size = sizeIn(lines.get(i));
      if (size.isEmpty()) {
        String found = "found " + Quoted.of(lines.get(i));
        notes.malformed(path, i + 1, found + "; expected start, end and flags in hexadecimal");
        return Reading.unread();
      }
      if (size.get() != 0) {
        sizes.add(size.get());
      }
    }
    return lines.isEmpty() ? Reading.unread() : Reading.of(sizes);
  }

  /** A line's size, 0 where the resource is not in use. */
  private static Optional<Long> sizeIn(String line) {
    String[] words = line.strip().split(" ");
    if (words.length != 3) {
      return Optional.empty();
    }
    Optional<Long> start = Attributes.address(words[0]);
    Optional<Long> end = Attributes.address(words[1]);
    Optional<Long> flags = Attributes.address(words[2]);
    if (start.isEmpty() || end.isEmpty() || flags.isEmpty()) {
      return Optional.empty();
    }
    long size = end.get() - start.get() + 1;
    if (flags.get() == 0) {
      return Optional.of(0L);
    }
    return size > 0 ? Optional.of(size) : Optional.empty();
  }
}
