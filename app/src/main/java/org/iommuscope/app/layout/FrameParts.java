package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.app.graph.GroupNode;

/** Cuts frames where a column ends, and links the parts of one group. */
final class FrameParts {

  private FrameParts() {}

  /** The frames with those cut that reach over the end of a column. */
  static List<Frame> cut(List<Frame> frames, List<List<Grid.Piece>> columns) {
    List<Frame> parts = new ArrayList<>();
    int column = 0;
    for (Frame frame : frames) {
      int first = frame.first();
      while (endOf(columns.get(column)) <= first) {
        column++;
      }
      while (endOf(columns.get(column)) < frame.end()) {
        int end = endOf(columns.get(column));
        parts.add(new Frame(frame.group(), frame.ordinal(), first, end));
        first = end;
        column++;
      }
      parts.add(new Frame(frame.group(), frame.ordinal(), first, frame.end()));
    }
    return parts;
  }

  /** A link for each group whose rows do not stand together. */
  static List<Tie> links(List<Frame> frames) {
    Map<GroupNode, List<Frame>> byGroup = new LinkedHashMap<>();
    frames.forEach(
        frame -> byGroup.computeIfAbsent(frame.group(), none -> new ArrayList<>()).add(frame));
    List<Tie> links = new ArrayList<>();
    for (List<Frame> parts : byGroup.values()) {
      if (parts.size() > 1) {
        Frame first = parts.getFirst();
        List<Integer> starts = parts.stream().map(Frame::first).toList();
        links.add(
            new Tie(Route.Kind.LINK, first.group(), first.ordinal(), starts, first.first(), 0, 0));
      }
    }
    return links;
  }

  private static int endOf(List<Grid.Piece> column) {
    return column.getLast().end();
  }
}
