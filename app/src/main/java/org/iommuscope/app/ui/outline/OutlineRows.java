package org.iommuscope.app.ui.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Judgement;

/** Makes the rows of a judged host, in the order of the tree. */
final class OutlineRows {

  private final Judgement judgement;
  private final List<OutlineRow> rows = new ArrayList<>();
  private final Map<GroupNode, Integer> hues = new HashMap<>();

  private OutlineRows(Judgement judgement) {
    this.judgement = judgement;
  }

  static List<OutlineRow> of(Judgement judgement) {
    OutlineRows all = new OutlineRows(judgement);
    judgement.graph().roots().forEach(root -> all.append(root, 0));
    return List.copyOf(all.rows);
  }

  private void append(GraphNode above, int depth) {
    for (DeviceNode node : judgement.graph().below(above)) {
      rows.add(row(node, depth));
      append(node, depth + 1);
    }
  }

  private OutlineRow row(DeviceNode node, int depth) {
    List<GraphEdge.Gets> guests = judgement.graph().guestsOf(node);
    Optional<GroupNode> shared = judgement.graph().groupOf(node).filter(GroupNode::isShared);
    return new OutlineRow(
        node.device(),
        rows.size(),
        depth,
        DeviceNames.nameOf(node.device()),
        shared.isPresent(),
        shared.map(group -> hues.computeIfAbsent(group, none -> hues.size())).orElse(0),
        String.join(", ", guests.stream().map(gets -> gets.from().name().text()).toList()),
        guests.isEmpty() ? Answer.UNASKED : guests.getFirst().answer(),
        judgement.wordsFor(node.ref()));
  }
}
