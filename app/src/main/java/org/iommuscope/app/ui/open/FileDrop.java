package org.iommuscope.app.ui.open;

import java.io.File;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.model.plan.AssignmentPlan;

/** Files that are dropped on the window out of another program: the first is opened. */
public final class FileDrop {

  private final Opening opening;

  public FileDrop(Opening opening) {
    this.opening = opening;
  }

  public void listenOn(Scene scene) {
    scene.setOnDragOver(FileDrop::offer);
    scene.setOnDragDropped(dropped -> {
      dropped.setDropCompleted(take(dropped.getDragboard().getFiles()));
      dropped.consume();
    });
  }

  /** Opens the first of the files; whether there was one. */
  public boolean take(List<File> files) {
    files.stream()
        .findFirst()
        .ifPresent(capture -> opening.open(capture.toPath(), AssignmentPlan.EMPTY));
    return !files.isEmpty();
  }

  private static void offer(DragEvent over) {
    if (over.getDragboard().hasFiles()) {
      over.acceptTransferModes(TransferMode.COPY);
      over.consume();
    }
  }
}
