package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;

/** Cuts the frames where columns end, and gives each tie a lane; no lane that was there is lost. */
final class TieLanes {

  private TieLanes() {}

  static LayoutDraft assign(LayoutDraft draft, List<List<Grid.Piece>> columns) {
    List<Frame> parts = FrameParts.cut(draft.frames(), columns);
    LaneChooser chooser = new LaneChooser(columns, draft.rows().size());
    List<Tie> ties = new ArrayList<>();
    FrameParts.links(parts).forEach(link -> ties.add(chooser.choose(link)));
    draft.ties().forEach(backing -> ties.add(chooser.choose(backing)));
    int lanes = Math.max(draft.grid().lanes(), chooser.lanes());
    int channels = Math.max(draft.grid().channels(), chooser.channels());
    return draft
        .withFrames(parts, ties)
        .withPlaces(
            draft.grid().withColumns(columns, lanes, channels), draft.placed(), draft.hulls());
  }
}
