package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.screenshot.Pixels;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window hands to an export. */
class WindowExportTest {

  private static final Path SAMPLE = Path.of("..", "captures", "q35-qemu-k61", "capture.tar.gz");

  private Story story;

  @BeforeEach
  void openTheSample() throws IOException, TimeoutException {
    story = Story.begin(new CaptureFile(SAMPLE).read(AssignmentPlan.EMPTY), 1280, 820);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void what_is_seen_is_as_large_as_it_is_seen() throws IOException {
    story.click("#diagram");
    DiagramView diagram = story.diagram();
    Pixels whole = png(story.picture(DiagramView::seenPicture));
    assertTrue(whole.height() <= diagram.getHeight() && whole.height() > diagram.getHeight() / 2);
    story.picture(view -> {
      for (int step = 0; step < 6; step++) {
        view.zoomIn();
      }
      return view.seenPicture();
    });
    Pixels near = png(story.picture(DiagramView::seenPicture));
    assertEquals(Math.ceil(diagram.getWidth()), near.width(), 1);
    assertEquals(Math.ceil(diagram.getHeight()), near.height(), 1);
  }

  @Test
  void the_whole_has_its_legend_and_the_report_its_host() throws IOException {
    PictureRequest whole = story.picture(DiagramView::wholePicture);
    PictureRequest seen = story.picture(DiagramView::seenPicture);
    assertTrue(whole.clip().height() > seen.drawing().bounds().height());
    assertTrue(whole.subject().name().endsWith("capture.tar.gz"));
    assertEquals(1, whole.scale());
  }

  private static Pixels png(PictureRequest picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exports.forFile("a.png").orElseThrow().write(picture, out);
    return Pixels.ofPng(out.toByteArray());
  }
}
