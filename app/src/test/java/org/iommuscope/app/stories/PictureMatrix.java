package org.iommuscope.app.stories;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.screenshot.Pixels;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.model.plan.AssignmentPlan;

/** Draws the cells of the matrix, one after another in one window. */
final class PictureMatrix {

  private final List<Cell> cells;
  private boolean isDark;

  PictureMatrix(List<Cell> cells) {
    this.cells = cells;
  }

  /** Draws every cell and hands it on. */
  void draw(BiConsumer<Cell, Pixels> seen) throws IOException, TimeoutException {
    AssignmentPlan none = AssignmentPlan.EMPTY;
    Story story =
        Story.begin(new CaptureFile(cells.getFirst().kind().capture()).read(none), 1280, 820);
    try {
      for (Cell cell : cells) {
        story.open(cell.kind().capture(), StoredPlan.read(cell.kind().plan()));
        if (cell.dark() != isDark) {
          switchTheme(story);
        }
        seen.accept(cell, look(story, cell));
      }
    } finally {
      if (isDark) {
        switchTheme(story);
      }
      story.close();
    }
  }

  private void switchTheme(Story story) {
    story.press(KeyCode.CONTROL, KeyCode.D);
    isDark = !isDark;
  }

  private static Pixels look(Story story, Cell cell) {
    String device = cell.kind().device();
    return switch (cell.view()) {
      case TREE -> story.pixels(cell.percent());
      case TABLE -> {
        story.press(KeyCode.CONTROL, KeyCode.T);
        Pixels seen = story.pixels(cell.percent());
        story.press(KeyCode.CONTROL, KeyCode.T);
        yield seen;
      }
      case DRAG -> {
        story.carry(device, "#new-guest");
        Pixels seen = story.pixels(cell.percent());
        story.press(KeyCode.ESCAPE);
        story.letGo();
        yield seen;
      }
      case INSPECTOR -> {
        story.clickRow(device);
        story.click("#show-inspector");
        Pixels seen = story.pixels(cell.percent());
        story.click("#show-verdict");
        yield seen;
      }
    };
  }
}
