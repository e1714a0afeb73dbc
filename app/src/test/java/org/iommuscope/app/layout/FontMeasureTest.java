package org.iommuscope.app.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FontMeasureTest {

  private final TextMeasure measure = FontMeasure.load();

  @Test
  void measures_the_monospaced_font_by_its_one_advance() {
    // 600 of 1000 units per em.
    assertEquals(7 * 0.6 * 12, measure.width("01:00.0", TextStyle.ADDRESS), 0.01);
    assertEquals(
        measure.width("iiiiiii", TextStyle.ADDRESS), measure.width("WWWWWWW", TextStyle.ADDRESS));
  }

  @Test
  void measures_the_proportional_font_letter_by_letter() {
    assertTrue(measure.width("WWW", TextStyle.NAME) > 2 * measure.width("iii", TextStyle.NAME));
    assertEquals(
        measure.width("A", TextStyle.NAME) + measure.width("V", TextStyle.NAME),
        measure.width("AV", TextStyle.NAME),
        0.001);
  }

  @Test
  void shortens_a_text_to_what_fits_with_an_ellipsis() {
    String text = "82801IR/IO/IH 6 port SATA Controller";
    String fitted = measure.fit(text, TextStyle.NAME, 120);
    assertTrue(fitted.endsWith("…"), fitted);
    assertTrue(measure.width(fitted, TextStyle.NAME) <= 120);
    assertEquals(text, measure.fit(text, TextStyle.NAME, 1000));
    assertEquals("", measure.fit(text, TextStyle.NAME, 1));
  }
}
