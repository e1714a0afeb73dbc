package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlExportTest {

  @Test
  void holds_picture_plan_verdict_devices_notes_and_host() throws Exception {
    Document page = page();
    NodeList sections = page.getElementsByTagName("section");
    List<String> ids =
        IntStream.range(0, sections.getLength())
            .mapToObj(at -> ((Element) sections.item(at)).getAttribute("id"))
            .toList();
    assertEquals(
        List.of("picture", "plan", "impact", "verdict", "devices", "notes", "groups", "host"), ids);
    assertEquals(1, page.getElementsByTagName("svg").getLength());
  }

  @Test
  void hostile_names_are_text_and_nothing_else() throws Exception {
    Document page = page();
    for (String tag : List.of("script", "img", "i", "b", "iframe", "object", "link")) {
      assertEquals(0, page.getElementsByTagName(tag).getLength(), tag);
    }
    String text = page.getDocumentElement().getTextContent();
    assertTrue(text.contains("<i>\"&計"), text);
    assertTrue(text.contains("<img src=x> is not there"), text);
  }

  @Test
  void loads_nothing_and_forbids_it_too() throws Exception {
    String html = Exported.text("a.html");
    assertTrue(html.contains("default-src 'none'"));
    assertFalse(Pattern.compile("(src|href)=\"(?!#)").matcher(html).find());
    assertFalse(Pattern.compile("url\\((?!data:)|@import").matcher(html).find());
    assertFalse(Pattern.compile(" style=\"| on[a-z]+=\"").matcher(html).find());
  }

  @Test
  void each_link_leads_to_a_place_of_the_page() throws Exception {
    Document page = page();
    Set<String> ids = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int at = 0; at < all.getLength(); at++) {
      ids.add(((Element) all.item(at)).getAttribute("id"));
    }
    NodeList links = page.getElementsByTagName("a");
    assertTrue(links.getLength() > 2);
    for (int at = 0; at < links.getLength(); at++) {
      String target = ((Element) links.item(at)).getAttribute("href").substring(1);
      assertTrue(ids.contains(target), () -> target + " is not in the page");
    }
  }

  @Test
  void every_colour_has_a_light_and_a_dark_value() throws Exception {
    String html = Exported.text("a.html");
    String dark = html.substring(html.indexOf("(prefers-color-scheme:dark)"));
    Pattern.compile("var\\((--[a-z0-9-]+)\\)")
        .matcher(html)
        .results()
        .map(match -> match.group(1) + ":#")
        .distinct()
        .forEach(name -> assertTrue(dark.contains(name), () -> name + " has no dark value"));
  }

  /** The page as XML, whose syntax it shares but for its first line. */
  private static Document page() throws Exception {
    return Exported.xml(Exported.bytes("a.html"));
  }
}
