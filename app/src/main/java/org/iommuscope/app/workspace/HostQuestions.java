package org.iommuscope.app.workspace;

import java.util.List;
import org.iommuscope.app.files.HostMark;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.diff.HostChecks;

/** What of the host is other than when the plan on the board was made. */
public final class HostQuestions {

  private HostQuestions() {}

  /** The checklist, the host first; none for a plan that does not say what it was made for. */
  public static List<HostCheck> of(Workspace workspace) {
    Session session = workspace.session();
    return workspace
        .board()
        .current()
        .whole()
        .host()
        .flatMap(HostMark::sketch)
        .map(sketch -> HostChecks.of(sketch.of(session.plan()), session.host()))
        .orElse(List.of());
  }
}
