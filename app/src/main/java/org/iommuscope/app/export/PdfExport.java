package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;

/** Writes a picture as one page of PDF, with shapes as shapes and text as text. */
final class PdfExport implements Export {

  /** A pixel is a 96th of an inch and a point a 72nd. */
  private static final double POINTS_PER_PIXEL = 0.75;

  /** The longest side of a page in its own units; PDF 1.7, annex C.2. */
  private static final double LONGEST_SIDE = 14_400;

  @Override
  public String suffix() {
    return ".pdf";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      describe(document);
      PDPage page = page(picture);
      document.addPage(page);
      PdfFonts fonts = PdfFonts.of(picture, document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        paint(picture, page, new PdfSurface(content, picture.palette(), fonts), content);
      } catch (PdfFailure failure) {
        throw failure.reason();
      }
      document.save(out);
    }
  }

  /** No time and no chance goes in, so that the same picture gives the same bytes. */
  private static void describe(PDDocument document) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle("IOMMU groups of a host");
    information.setCreator("iommuscope");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    document.setDocumentId(0L);
  }

  private static PDPage page(PictureRequest picture) {
    double width = picture.clip().width() * picture.scale() * POINTS_PER_PIXEL;
    double height = picture.clip().height() * picture.scale() * POINTS_PER_PIXEL;
    double unit = Math.max(1, Math.ceil(Math.max(width, height) / LONGEST_SIDE));
    PDPage page = new PDPage(new PDRectangle((float) (width / unit), (float) (height / unit)));
    if (unit > 1) {
      page.setUserUnit((float) unit);
    }
    return page;
  }

  /** Lets the surface count from the upper left corner and in pixels, as the drawing does. */
  private static void paint(
      PictureRequest picture, PDPage page, PdfSurface surface, PDPageContentStream content)
      throws IOException {
    Box clip = picture.clip();
    float zoom = page.getMediaBox().getWidth() / (float) clip.width();
    content.transform(
        new Matrix(zoom, 0, 0, -zoom, (float) -clip.x() * zoom, (float) clip.bottom() * zoom));
    surface.ground(clip, Ink.of(Role.BACKGROUND));
    picture.drawing().paint(surface, Detail.DETAILS, clip);
  }
}
