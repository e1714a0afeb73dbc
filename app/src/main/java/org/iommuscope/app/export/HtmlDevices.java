package org.iommuscope.app.export;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.PlacedRow;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.RowText;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciFunction;

/** The table of every device, in the picture's order and words, with nothing folded. */
final class HtmlDevices {

  private final PictureRequest picture;
  private final TopologyGraph graph;
  private final HtmlWriter out;

  HtmlDevices(PictureRequest picture, HtmlWriter out) {
    this.picture = picture;
    this.graph = picture.subject().graph();
    this.out = out;
  }

  void write() {
    out.begin("section", "id", "devices").element("h2", "Devices");
    HtmlTable table =
        new HtmlTable(
            out, "Device", "Name", "Class", "Driver", "Group", "NUMA node", "Host use", "Guest");
    TreeLayout.place(graph, FontMeasure.load(), OptionalDouble.empty(), Folding.NONE)
        .rows()
        .stream()
        .map(PlacedRow::row)
        .filter(Row.Entry.class::isInstance)
        .map(Row.Entry.class::cast)
        .forEach(entry -> device(table, entry));
    table.end();
    out.end();
  }

  private void device(HtmlTable table, Row.Entry entry) {
    if (!(entry.node() instanceof DeviceNode node)) {
      return;
    }
    RowText text = entry.text();
    table.row();
    if (isDrawn(node)) {
      table.link(node.ref().text(), "row-" + node.id());
    } else {
      table.code(node.ref().text());
    }
    String isolation = text.isolation().map(mark -> ", isolated " + mark.text()).orElse("");
    table.cell(text.name() + isolation).cell(text.kind().word()).cell(text.driver().text());
    table.cell(text.group().text().replaceFirst("^g(?=[0-9])", "")).cell(numaNode(node));
    table.cell(uses(node)).cell(guests(node));
  }

  private boolean isDrawn(DeviceNode node) {
    return picture.drawing().of(node).stream()
        .anyMatch(figure ->
            figure.layer() == Figure.Layer.ROW && figure.bounds().overlaps(picture.clip()));
  }

  private static String numaNode(DeviceNode node) {
    return node.device() instanceof PciFunction function
        ? Words.of(function.placement().numaNode(), "none")
        : "";
  }

  private String uses(DeviceNode node) {
    return graph.host().uses().of(node.ref()).stream()
        .map(HostUse::label)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String guests(DeviceNode node) {
    return graph.guestsOf(node).stream()
        .map(gets -> gets.from().name() + " " + gets.answer().sign())
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }
}
