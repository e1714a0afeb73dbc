package org.iommuscope.app.ui.diagram;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;

/** Says what the pointer rests on: the whole row in a sentence, and what kind of thing it is. */
final class RowHint {

  private final DiagramView view;
  private final Tooltip tooltip = new TermTooltip("");
  private boolean installed;

  RowHint(DiagramView view) {
    this.view = view;
  }

  /** Shows this later, where the pointer stays, or nothing any more. */
  void show(Optional<GraphNode> node, String title) {
    boolean wanted = node.isPresent() && !title.isEmpty();
    node.map(known -> title + kindOf(known)).ifPresent(tooltip::setText);
    if (wanted && !installed) {
      Tooltip.install(view, tooltip);
    } else if (!wanted && installed) {
      Tooltip.uninstall(view, tooltip);
    }
    installed = wanted;
  }

  private static String kindOf(GraphNode node) {
    return switch (node) {
      case GroupNode group -> "\n" + Term.IOMMU_GROUP.sentence();
      case FoldNode fold -> "\nOne row for all of them; a double click gives each its own.";
      case DeviceNode device -> kindOf(DeviceClass.of(device.device()));
      case RootNode root -> "";
      case GuestNode guest -> "";
    };
  }

  private static String kindOf(DeviceClass kind) {
    return switch (kind) {
      case MEDIATED -> "\n" + Term.MDEV.sentence();
      case VIRTUAL_FUNCTION -> "\n" + Term.VF.sentence();
      case BRIDGE -> "\n" + Term.BRIDGE.sentence();
      case STORAGE, NETWORK, DISPLAY, MULTIMEDIA, SERIAL_BUS, NOT_PCI, OTHER -> "";
    };
  }
}
