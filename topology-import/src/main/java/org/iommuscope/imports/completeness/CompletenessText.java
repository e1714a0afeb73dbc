package org.iommuscope.imports.completeness;

import java.util.List;
import org.iommuscope.model.topology.HostTopology;

/** The gaps of a host for people: what is not told, which rules wait for it, and who would know. */
public final class CompletenessText {

  private CompletenessText() {}

  /** A line for each kind of fact that is not wholly told; nothing where there is none. */
  public static String of(HostTopology host) {
    List<Completeness.Level> gaps = Completeness.gaps(host);
    StringBuilder out = new StringBuilder();
    gaps.forEach(gap -> out.append("  ").append(line(gap)).append('\n'));
    return out.toString();
  }

  private static String line(Completeness.Level gap) {
    KindOfFact kind = gap.kind();
    String much = gap.of() == 1 ? "" : " of " + (gap.of() - gap.known()) + " of " + gap.of();
    String rules = kind.rules().isEmpty() ? "" : "; not judged: " + String.join(", ", kind.rules());
    return kind.title() + much + rules + "; told by: " + kind.command();
  }
}
