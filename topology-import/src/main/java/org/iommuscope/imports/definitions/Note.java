package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.plan.GuestName;

/**
 * What this program wrote into a definition of a plan that the target has no word for, as it stands
 * there.
 *
 * @param guest the guest of the reading whose definition carries it; none where it is of all
 */
public record Note(Optional<GuestName> guest, String text) {

  /** Begins a comment line that is a note. */
  static final String MARK = "# iommuscope-plan: ";

  /** The name of the annotation of KubeVirt that is a note. */
  static final String ANNOTATION = "iommuscope.org/plan";

  /**
   * What an export writes because a definition would not start without it; it says nothing of the
   * plan.
   */
  static final Set<String> SCAFFOLD =
      Set.of(
          "metadata",
          "memory",
          "vcpu",
          "os",
          "features",
          "machine",
          "resources",
          "-m",
          "override",
          "cores",
          "ostype");

  /** The notes of a text's comment lines, in order. */
  static List<String> inComments(String text) {
    return text.lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .toList();
  }
}
