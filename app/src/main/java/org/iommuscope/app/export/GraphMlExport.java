package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.GraphNode;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** Writes the topology graph as GraphML, with kind, label, name and driver of each node. */
final class GraphMlExport implements Export {

  @Override
  public String suffix() {
    return ".graphml";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    GraphMLExporter<GraphNode, GraphEdge> exporter = new GraphMLExporter<>(GraphNode::id);
    for (String key : List.of("kind", "label", "name", "driver")) {
      exporter.registerAttribute(key, AttributeCategory.NODE, AttributeType.STRING);
    }
    exporter.registerAttribute("relation", AttributeCategory.EDGE, AttributeType.STRING);
    exporter.setVertexAttributeProvider(GraphMlExport::node);
    exporter.setEdgeAttributeProvider(
        edge -> Map.of("relation", DefaultAttribute.createAttribute(NodeWords.kind(edge))));
    StringWriter text = new StringWriter();
    exporter.exportGraph(picture.subject().graph().graph(), text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Attribute> node(GraphNode node) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("kind", DefaultAttribute.createAttribute(NodeWords.kind(node)));
    attributes.put("label", text(NodeWords.label(node)));
    NodeWords.facts(node).forEach((key, value) -> attributes.put(key, text(value)));
    return attributes;
  }

  private static Attribute text(String value) {
    return DefaultAttribute.createAttribute(Xml.lawful(value));
  }
}
