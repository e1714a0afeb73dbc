package org.iommuscope.app.workspace;

import java.util.Optional;
import org.iommuscope.imports.completeness.KindOfFact;
import org.iommuscope.model.verdict.Statement;

/**
 * Facts that only the host can tell.
 *
 * @param title {@code groups}
 * @param command what prints them there
 */
public record Wanted(String title, String command) {

  /** What would answer a question of a verdict; empty where it is none, or the user may know. */
  public static Optional<Wanted> by(Statement question) {
    return switch (question) {
      case Statement.GroupUnknown group -> of(KindOfFact.GROUP);
      case Statement.VfsUnknown vfs -> of(KindOfFact.SRIOV);
      case Statement.DriverUnknown driver -> of(KindOfFact.DRIVER);
      case Statement.ConfigNotCaptured config -> of(KindOfFact.CONFIG);
      default -> Optional.empty();
    };
  }

  private static Optional<Wanted> of(KindOfFact kind) {
    return Optional.of(new Wanted(kind.title(), kind.command()));
  }
}
