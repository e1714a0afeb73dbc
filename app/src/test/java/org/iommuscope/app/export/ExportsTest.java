package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.image.Image;
import javax.xml.parsers.DocumentBuilderFactory;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExportsTest {

  private static final HostTopology HOST =
      new HostSketch()
          .root("0000:00:01.0", 1)
          .below("0000:00:01.0", "0000:01:00.0", "<Card & \"Son\"> \u0001", 1)
          .vfs("0000:00:01.0", "0000:02:00.0", 4, 10)
          .mdev("0000:01:00.0", 7, 20)
          .host();

  @ParameterizedTest
  @ValueSource(strings = {"a.svg", "a.png", "a.dot", "a.graphml", "A.SVG"})
  void the_suffix_chooses_the_format_and_the_same_host_gives_the_same_bytes(String name)
      throws IOException {
    byte[] once = export(name, 1, OptionalDouble.empty());
    assertTrue(once.length > 100);
    assertArrayEquals(once, export(name, 1, OptionalDouble.empty()));
  }

  @Test
  void an_svg_is_well_formed_with_unique_ids_and_titles_whatever_a_device_is_called()
      throws Exception {
    Document svg = xml(export("a.svg", 1, OptionalDouble.empty()));
    NodeList groups = svg.getElementsByTagName("g");
    Set<String> ids = new HashSet<>();
    for (int at = 0; at < groups.getLength(); at++) {
      assertTrue(ids.add(((Element) groups.item(at)).getAttribute("id")));
    }
    assertTrue(ids.containsAll(List.of("row-device-0000:01:00.0", "hull-group-1")), ids::toString);
    assertTrue(
        svg.getElementsByTagName("svg").item(0).getTextContent().contains("<Card & \"Son\"> ·"));
  }

  @Test
  void an_svg_is_cut_off_at_the_height_and_multiplied_by_the_scale() throws Exception {
    Element root = xml(export("a.svg", 2, OptionalDouble.of(60))).getDocumentElement();
    assertEquals("120", root.getAttribute("height"));
    assertTrue(root.getAttribute("viewBox").endsWith(" 60"), root.getAttribute("viewBox"));
  }

  @Test
  void a_graphml_file_is_well_formed_whatever_a_device_is_called() throws Exception {
    Document graph = xml(export("a.graphml", 1, OptionalDouble.empty()));
    assertTrue(graph.getElementsByTagName("node").getLength() > 8);
  }

  @Test
  void a_png_has_the_size_of_the_picture_times_the_scale_and_the_theme_as_its_ground()
      throws IOException {
    Image image = new Image(new ByteArrayInputStream(export("a.png", 1.5, OptionalDouble.of(100))));
    assertEquals(150, image.getHeight());
    assertEquals(0xfff8fafc, image.getPixelReader().getArgb(2, 2));
  }

  @Test
  void a_png_too_large_to_open_is_refused_before_it_is_painted() {
    IOException refused =
        assertThrows(IOException.class, () -> export("a.png", 1000, OptionalDouble.empty()));
    assertTrue(String.valueOf(refused.getMessage()).contains("smaller scale"));
  }

  private static byte[] export(String name, double scale, OptionalDouble height)
      throws IOException {
    TopologyGraph graph = TopologyGraph.of(HOST);
    Drawing drawing =
        Drawing.withLegend(
            TreeLayout.place(graph, FontMeasure.load(), OptionalDouble.empty(), Folding.USUAL));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exports.forFile(name)
        .orElseThrow()
        .write(new PictureRequest(graph, drawing, Palette.LIGHT, height, scale), out);
    return out.toByteArray();
  }

  private static Document xml(byte[] content) throws Exception {
    return DocumentBuilderFactory.newNSInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                new String(content, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
  }
}
