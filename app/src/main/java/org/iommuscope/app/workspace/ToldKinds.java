package org.iommuscope.app.workspace;

import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.imports.completeness.Completeness;
import org.iommuscope.imports.completeness.KindOfFact;
import org.iommuscope.model.topology.HostTopology;

/**
 * How much of each kind of fact is told of a host.
 *
 * @param extents of every kind, in the order of the kinds
 * @param gaps the kinds of which something is not told
 * @param told the titles of the kinds that are told whole
 * @param none the titles of the kinds of which the host has nothing
 */
public record ToldKinds(List<Extent> extents, List<Gap> gaps, String told, String none) {

  /** Before anybody has looked. */
  public static final ToldKinds EMPTY = new ToldKinds(List.of(), List.of(), "", "");

  /** How much of a kind is told. */
  public enum Extent {
    WHOLE,
    PART,
    MISSING,
    /** The host has nothing that could have such a fact. */
    NONE_TO_TELL
  }

  /**
   * A kind of fact of which something is not told.
   *
   * @param much {@code 3 of 26}, {@code none of 26}, or {@code not told} where there is one
   * @param waiting the rules that cannot be judged without it, in words; empty where none asks
   * @param command what prints it on the host
   */
  public record Gap(Extent extent, String title, String much, String waiting, String command) {}

  public ToldKinds {
    extents = List.copyOf(extents);
    gaps = List.copyOf(gaps);
  }

  /** Looks through a whole host. */
  public static ToldKinds of(HostTopology host) {
    List<Completeness.Level> levels = Completeness.of(host);
    return new ToldKinds(
        levels.stream().map(ToldKinds::extent).toList(),
        levels.stream().filter(level -> !level.isWhole()).map(ToldKinds::gap).toList(),
        titles(levels, Extent.WHOLE),
        titles(levels, Extent.NONE_TO_TELL));
  }

  /** One line for the shell that prints all that is missing. */
  public String commands() {
    return gaps.stream().map(Gap::command).distinct().collect(Collectors.joining("; "));
  }

  private static Extent extent(Completeness.Level level) {
    if (level.of() == 0) {
      return Extent.NONE_TO_TELL;
    }
    return level.isWhole() ? Extent.WHOLE : level.isMissing() ? Extent.MISSING : Extent.PART;
  }

  private static Gap gap(Completeness.Level level) {
    KindOfFact kind = level.kind();
    String known = level.known() == 0 ? "none" : String.valueOf(level.known());
    return new Gap(
        extent(level),
        kind.title(),
        level.of() == 1 ? "not told" : known + " of " + level.of(),
        String.join(", ", kind.rules()),
        kind.command());
  }

  private static String titles(List<Completeness.Level> levels, Extent wanted) {
    return levels.stream()
        .filter(level -> extent(level) == wanted)
        .map(level -> level.kind().title())
        .collect(Collectors.joining(", "));
  }
}
