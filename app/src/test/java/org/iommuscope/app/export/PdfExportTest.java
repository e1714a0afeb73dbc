package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfExportTest {

  private static final List<String> WORDS =
      List.of("01:00.0", "<i>\"&?·", "Virtual Function", "<b>web</b>");

  @TempDir private Path folder = Path.of("");

  @Test
  void can_be_searched_for_every_word_that_it_shows() throws IOException {
    try (PDDocument document = Loader.loadPDF(Exported.bytes("a.pdf"))) {
      String text = new PDFTextStripper().getText(document);
      WORDS.forEach(word -> assertTrue(text.contains(word), () -> word + " is not in:\n" + text));
    }
  }

  @Test
  void another_reader_finds_the_same_words() throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("a.pdf"), Exported.bytes("a.pdf"));
    String text = InstalledProgram.named("pdftotext").run("-layout", file.toString(), "-").output();
    WORDS.forEach(word -> assertTrue(text.contains(word), () -> word + " is not in:\n" + text));
  }

  @Test
  void embeds_a_part_of_each_font_and_no_picture() throws IOException {
    try (PDDocument document = Loader.loadPDF(Exported.bytes("a.pdf"))) {
      PDPage page = document.getPage(0);
      int fonts = 0;
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertTrue(font.isEmbedded(), font::getName);
        assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font::getName);
        fonts++;
      }
      assertEquals(4, fonts);
      assertEquals(List.of(), names(page));
    }
  }

  @Test
  void a_page_is_as_large_as_the_picture_and_larger_ones_count_in_larger_units()
      throws IOException {
    PictureRequest request = Exported.request();
    try (PDDocument document = Loader.loadPDF(Exported.bytes("a.pdf", each -> each.scaledTo(40)))) {
      PDPage page = document.getPage(0);
      double height = page.getMediaBox().getHeight() * page.getUserUnit();
      assertEquals(request.clip().height() * 0.75 * 40, height, 1);
      assertTrue(page.getMediaBox().getHeight() <= 14_400);
    }
  }

  private static List<COSName> names(PDPage page) {
    List<COSName> names = new ArrayList<>();
    page.getResources().getXObjectNames().forEach(names::add);
    return names;
  }
}
