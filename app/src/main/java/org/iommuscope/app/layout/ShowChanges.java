package org.iommuscope.app.layout;

import java.util.List;

/**
 * Puts in the place of the usual rows what the user has opened, closed and planned; does nothing
 * where that is nothing.
 */
final class ShowChanges implements LayoutPhase {

  private static final List<LayoutPhase> PHASES =
      List.of(new ShowFolds(), new FrameGroups(), new KeepColumns());

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    Folding folding = draft.request().folding();
    if (folding.isUsual() && draft.graph().wantsNoDriver()) {
      return draft;
    }
    LayoutDraft shown = draft;
    for (LayoutPhase phase : PHASES) {
      shown = phase.apply(shown);
    }
    return shown;
  }
}
