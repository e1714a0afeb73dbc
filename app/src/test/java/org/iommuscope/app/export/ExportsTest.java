package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.scene.image.Image;
import org.iommuscope.app.layout.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ExportsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a.svg", "a.png", "a.pdf", "a.html", "a.dot", "a.graphml", "A.SVG"})
  void the_suffix_chooses_the_format_and_the_same_host_gives_the_same_bytes(String name)
      throws IOException {
    byte[] once = Exported.bytes(name);
    assertTrue(once.length > 100);
    assertArrayEquals(once, Exported.bytes(name));
  }

  @Test
  void a_graphml_file_is_well_formed_whatever_a_device_is_called() throws Exception {
    Document graph = Exported.xml(Exported.bytes("a.graphml"));
    assertTrue(graph.getElementsByTagName("node").getLength() > 8);
  }

  @Test
  void a_png_has_the_size_of_the_picture_times_the_scale_and_the_theme_as_its_ground()
      throws IOException {
    Image image = png(request -> request.cutAfter(OptionalDouble.of(100)).scaledTo(1.5));
    assertEquals(150, image.getHeight());
    assertEquals(0xfff8fafc, image.getPixelReader().getArgb(2, 2));
  }

  @Test
  void a_part_of_a_picture_has_the_pixels_that_the_whole_has_there() throws IOException {
    Image whole = png(request -> request);
    Image part = png(request -> request.showing(new Box(30, 20, 200, 90)));
    assertEquals(200, part.getWidth());
    assertEquals(90, part.getHeight());
    for (int y = 0; y < 90; y++) {
      for (int x = 0; x < 200; x++) {
        assertEquals(
            whole.getPixelReader().getArgb(x + 30, y + 20), part.getPixelReader().getArgb(x, y));
      }
    }
  }

  @Test
  void a_png_too_large_to_open_is_refused_before_it_is_painted() {
    IOException refused =
        assertThrows(
            IOException.class, () -> Exported.bytes("a.png", request -> request.scaledTo(1000)));
    assertTrue(String.valueOf(refused.getMessage()).contains("smaller scale"));
  }

  private static Image png(UnaryOperator<PictureRequest> change) throws IOException {
    return new Image(new ByteArrayInputStream(Exported.bytes("a.png", change)));
  }
}
