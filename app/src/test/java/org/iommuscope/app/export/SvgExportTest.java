package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgExportTest {

  private static final Pattern FONT = Pattern.compile("base64,([A-Za-z0-9+/=]+)\\)");

  @Test
  void is_well_formed_with_unique_ids_and_titles_whatever_a_device_is_called() throws Exception {
    Document svg = Exported.xml(Exported.bytes("a.svg"));
    NodeList groups = svg.getElementsByTagName("g");
    Set<String> ids = new HashSet<>();
    for (int at = 0; at < groups.getLength(); at++) {
      assertTrue(ids.add(((Element) groups.item(at)).getAttribute("id")));
    }
    assertTrue(ids.containsAll(List.of("row-device-0000:01:00.0", "hull-group-1")), ids::toString);
    assertTrue(svg.getDocumentElement().getTextContent().contains("<i>\"&計·"));
  }

  @Test
  void is_cut_off_at_the_height_and_multiplied_by_the_scale() throws Exception {
    Element root =
        Exported.xml(
                Exported.bytes(
                    "a.svg", request -> request.cutAfter(OptionalDouble.of(60)).scaledTo(2)))
            .getDocumentElement();
    assertEquals("120", root.getAttribute("height"));
    assertTrue(root.getAttribute("viewBox").endsWith(" 60"), root.getAttribute("viewBox"));
  }

  @Test
  void brings_each_font_along_with_the_glyphs_that_it_writes_and_no_others() throws Exception {
    String svg = Exported.text("a.svg");
    List<String> fonts = FONT.matcher(svg).results().map(match -> match.group(1)).toList();
    assertEquals(4, fonts.size());
    assertFalse(svg.contains("http://") && svg.contains("url(http"), "nothing is loaded");
    for (String font : fonts) {
      try (TrueTypeFont parsed =
          new TTFParser().parse(new RandomAccessReadBuffer(Base64.getDecoder().decode(font)))) {
        assertTrue(parsed.getNumberOfGlyphs() < 80, () -> "glyphs of " + parsed);
        assertEquals(0, parsed.getUnicodeCmapLookup().getGlyphId('@'), "nobody wrote an @");
      }
    }
  }

  @Test
  void says_every_text_as_text() throws Exception {
    String svg = new String(Exported.bytes("a.svg"), StandardCharsets.UTF_8);
    assertTrue(
        Pattern.compile("<text class=\"text-address\"[^>]*>01:00.0</text>")
            .matcher(svg)
            .results()
            .map(MatchResult::group)
            .findAny()
            .isPresent());
  }
}
