package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Place;

/**
 * What scripts and pages print on a host without groups: a pattern of the shell that matched
 * nothing, what lspci says to such an address, and the heading of Unraid.
 */
final class NoGroups {

  /** What the loop that everybody copies prints for a pattern that matched nothing. */
  static final String UNMATCHED = "IOMMU Group * ";

  private static final Pattern SAID =
      Pattern.compile(
          "^IOMMU [Gg]roup \\*|^lspci: -s: Invalid |No IOMMU Groups Available"
              + "|/sys/kernel/iommu_groups/\\*?/?(devices/\\*)?['’]?: No such file or directory");

  private static final int MOST_SEARCHED = 20_000;

  private NoGroups() {}

  /** The first place that says so. */
  static Optional<Place> in(TextDump text) {
    for (int index = 0; index < Math.min(text.size(), MOST_SEARCHED); index++) {
      if (SAID.matcher(text.line(index)).find()) {
        return Optional.of(text.place(index));
      }
    }
    return Optional.empty();
  }

  /** Says of every function that is known by now that it has no group, if no group is known. */
  static void tell(TextDump text, Evidence evidence) {
    if (!evidence.hasGroups()) {
      in(text).ifPresent(evidence::denyGroups);
    }
  }
}
