package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;

/** Writes the topology graph for Graphviz. */
final class DotExport implements Export {

  @Override
  public String suffix() {
    return ".dot";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    DOTExporter<GraphNode, GraphEdge> exporter = new DOTExporter<>(node -> '"' + node.id() + '"');
    exporter.setGraphIdProvider(() -> "host");
    exporter.setVertexAttributeProvider(DotExport::node);
    exporter.setEdgeAttributeProvider(DotExport::edge);
    StringWriter text = new StringWriter();
    exporter.exportGraph(picture.subject().graph().graph(), text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Attribute> node(GraphNode node) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    String name = NodeWords.facts(node).getOrDefault("name", "");
    String label = NodeWords.label(node) + (name.isEmpty() ? "" : "\n" + name);
    attributes.put("label", DefaultAttribute.createAttribute(label));
    attributes.put(
        "shape", DefaultAttribute.createAttribute(node instanceof GroupNode ? "ellipse" : "box"));
    return attributes;
  }

  private static Map<String, Attribute> edge(GraphEdge edge) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    String style =
        switch (edge) {
          case GraphEdge.LeadsTo leads -> "solid";
          case GraphEdge.Contains contains -> "dashed";
          case GraphEdge.BackedBy backed -> "bold";
          case GraphEdge.Gets gets -> "dotted";
        };
    attributes.put("style", DefaultAttribute.createAttribute(style));
    attributes.put("class", DefaultAttribute.createAttribute(NodeWords.kind(edge)));
    return attributes;
  }
}
