package org.iommuscope.app.ui.window;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.iommuscope.app.export.Export;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.workspace.PictureStore;

/**
 * Asks where a picture shall go and writes it there, beside the window's thread.
 *
 * @param tell says a title and a text that passes by itself
 */
record ExportDialog(Stage stage, PictureStore pictures, BiConsumer<String, String> tell) {

  /** What the file is called unless the user says otherwise; the report is what most want. */
  private static final String USUAL_NAME = "host.html";

  void ask(String title, Supplier<PictureRequest> picture) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(USUAL_NAME);
    List<String> patterns = Exports.ALL.stream().map(Export::suffix).map("*"::concat).toList();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Pictures, reports and graphs", patterns));
    File chosen = chooser.showSaveDialog(stage);
    if (chosen != null) {
      save(chosen, picture);
    }
  }

  /** Writes a picture and says how it went; the picture is made beside the window's thread, too. */
  void save(File file, Supplier<PictureRequest> picture) {
    Thread.ofVirtual()
        .start(() -> {
          Optional<String> failure = pictures.save(file.toPath(), picture.get());
          Platform.runLater(() -> tell(file, failure));
        });
  }

  private void tell(File file, Optional<String> failure) {
    failure.ifPresentOrElse(
        sentence -> tell.accept("The picture is not exported", sentence),
        () -> tell.accept("The picture is exported", file.getPath()));
  }
}
