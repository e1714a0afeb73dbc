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

  /** As the kernel prints a line of a resource that is not in use, which most of them are. */
  private static final String UNUSED = "0x0000000000000000 0x0000000000000000 0x0000000000000000";

  /** The sizes of the BARs that are in use; unread where not one line can be read. */
  Reading<List<Long>> barsIn(String text) {
    List<String> lines = text.lines().limit(BARS).toList();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(UNUSED)) {
        continue;
      }
      Optional<Long> size = sizeIn(lines.get(i).strip());
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
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    if (first < 0
        || !Attributes.isAddress(line, 0, first)
        || !Attributes.isAddress(line, first + 1, second)
        || !Attributes.isAddress(line, second + 1, line.length())) {
      return Optional.empty();
    }
    long start = Attributes.unsigned(line, 2, first);
    long end = Attributes.unsigned(line, first + 3, second);
    long size = end - start + 1;
    if (Attributes.unsigned(line, second + 3, line.length()) == 0) {
      return Optional.of(0L);
    }
    return size > 0 ? Optional.of(size) : Optional.empty();
  }
}
