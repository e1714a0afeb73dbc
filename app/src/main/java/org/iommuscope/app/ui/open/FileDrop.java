package org.iommuscope.app.ui.open;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped on the window out of another program: several are one host. */
public final class FileDrop {

  private final Consumer<List<Path>> open;

  public FileDrop(Consumer<List<Path>> open) {
    this.open = open;
  }

  public void listenOn(Scene scene) {
    scene.setOnDragOver(FileDrop::offer);
    scene.setOnDragDropped(dropped -> {
      dropped.setDropCompleted(take(dropped.getDragboard().getFiles()));
      dropped.consume();
    });
  }

  /** Opens the files; whether there was one. */
  public boolean take(List<File> files) {
    if (!files.isEmpty()) {
      open.accept(files.stream().map(File::toPath).toList());
    }
    return !files.isEmpty();
  }

  private static void offer(DragEvent over) {
    if (over.getDragboard().hasFiles()) {
      over.acceptTransferModes(TransferMode.COPY);
      over.consume();
    }
  }
}
