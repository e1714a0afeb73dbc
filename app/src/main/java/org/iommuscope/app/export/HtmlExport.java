package org.iommuscope.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a report as one page of HTML: the picture, the plan and its verdict, every device, what
 * was odd. The page loads nothing, runs nothing, and follows its reader's choice of light or dark.
 */
final class HtmlExport implements Export {

  /** What the browser shall refuse although the page does not ask for it. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

  @Override
  public String suffix() {
    return ".html";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    HtmlColours colours = new HtmlColours();
    HtmlWriter body = new HtmlWriter();
    new HtmlReport(picture, body, colours).write();
    HtmlWriter page = new HtmlWriter();
    page.begin("html", "lang", "en").begin("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", "IOMMU groups of " + picture.subject().name());
    page.begin("style").raw(colours.styleSheet()).raw(styleSheet()).end();
    page.end().begin("body").raw(body.finish()).end().end();
    out.write(("<!DOCTYPE html>\n" + page.finish()).getBytes(StandardCharsets.UTF_8));
  }

  private static String styleSheet() throws IOException {
    try (InputStream file = HtmlExport.class.getResourceAsStream("report.css")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its style sheet report.css");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
