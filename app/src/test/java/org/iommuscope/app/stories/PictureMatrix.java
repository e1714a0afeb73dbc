package org.iommuscope.app.stories;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.screenshot.Pixels;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.model.plan.AssignmentPlan;

/** Draws the cells of the matrix, each in a window of its own. */
final class PictureMatrix {

  private final List<Cell> cells;

  PictureMatrix(List<Cell> cells) {
    this.cells = cells;
  }

  /** Draws every cell and hands it on. */
  void draw(BiConsumer<Cell, Pixels> seen) throws IOException, TimeoutException {
    for (Cell cell : cells) {
      seen.accept(cell, draw(cell));
    }
  }

  private static Pixels draw(Cell cell) throws IOException, TimeoutException {
    AssignmentPlan plan = StoredPlan.read(cell.kind().plan());
    Story story = Story.begin(new CaptureFile(cell.kind().capture()).read(plan), 1280, 820);
    try {
      if (cell.dark()) {
        switchTheme(story);
      }
      Pixels seen = look(story, cell);
      if (cell.dark()) {
        switchTheme(story);
      }
      return seen;
    } finally {
      story.close();
    }
  }

  private static void switchTheme(Story story) {
    story.press(KeyCode.CONTROL, KeyCode.D);
  }

  private static Pixels look(Story story, Cell cell) {
    String device = cell.kind().device();
    return switch (cell.view()) {
      case TREE -> story.pixels(cell.percent());
      case TABLE -> {
        story.press(KeyCode.CONTROL, KeyCode.T);
        yield story.pixels(cell.percent());
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
        yield story.pixels(cell.percent());
      }
    };
  }
}
