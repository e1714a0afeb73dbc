package org.iommuscope.app.ui.open;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Drags files through the window system onto a window, and prints what the window opens. */
final class DroppedFiles {

  private static final long MOST_SECONDS = 20;

  private final List<File> files;
  private final CompletableFuture<List<Path>> opened = new CompletableFuture<>();
  private final CompletableFuture<TransferMode> taken = new CompletableFuture<>();

  private DroppedFiles(List<File> files) {
    this.files = files;
  }

  /**
   * Ends with status 0 once the files were dropped.
   *
   * @param arguments the files, by absolute paths
   */
  public static void main(String[] arguments) throws Exception {
    DroppedFiles drop = new DroppedFiles(List.of(arguments).stream().map(File::new).toList());
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1000, drop::show);
    FxRobot robot = new FxRobot();
    robot.moveTo("files").press(MouseButton.PRIMARY);
    robot.moveBy(20, 0);
    robot.moveTo("window");
    robot.release(MouseButton.PRIMARY);
    drop.opened.get(MOST_SECONDS, TimeUnit.SECONDS).forEach(System.out::println);
    System.out.println(drop.taken.get(MOST_SECONDS, TimeUnit.SECONDS));
    System.exit(0);
  }

  private boolean show() {
    Label source = new Label("files");
    source.setMinSize(100, 100);
    source.setOnDragDetected(detected -> drag(source, detected));
    source.setOnDragDone(done -> taken.complete(done.getTransferMode()));
    Label window = new Label("window");
    window.setMinSize(200, 100);
    Scene scene = new Scene(new HBox(source, window), 300, 100);
    new FileDrop(opened::complete).listenOn(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return true;
  }

  private void drag(Label source, MouseEvent detected) {
    Dragboard board = source.startDragAndDrop(TransferMode.COPY);
    ClipboardContent content = new ClipboardContent();
    content.putFiles(files);
    board.setContent(content);
    detected.consume();
  }
}
