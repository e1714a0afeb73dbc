package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.Quoted;
import org.iommuscope.model.topology.ReservedRegion;

/**
 * The lines of a group's {@code reserved_regions}, {@code 0x<start> 0x<end> <type>}, the end
 * inclusive ({@code iommu_group_show_resv_regions}).
 */
record RegionLines(String path, ImportNotes notes) {

  /** The regions; a line that is broken costs itself alone. */
  List<ReservedRegion> regionsIn(String text) {
    List<ReservedRegion> regions = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Optional<ReservedRegion> region = regionIn(lines.get(i));
      if (region.isPresent()) {
        regions.add(region.get());
      } else {
        String found = "found " + Quoted.of(lines.get(i));
        notes.malformed(path, i + 1, found + "; expected two addresses and a type");
      }
    }
    return regions;
  }

  private static Optional<ReservedRegion> regionIn(String line) {
    String[] words = line.split(" ");
    if (words.length != 3 || Attributes.printable(words[2]).isEmpty()) {
      return Optional.empty();
    }
    return Attributes.address(words[0])
        .flatMap(start ->
            Attributes.address(words[1])
                .filter(end -> Long.compareUnsigned(start, end) <= 0)
                .map(end -> new ReservedRegion(start, end, words[2])));
  }
}
