package org.iommuscope.app.stories;

import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.ui.window.MainWindow;
import org.iommuscope.app.ui.window.Models;
import org.iommuscope.app.ui.window.Surroundings;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.simulation.AttachSimulator;

/** A window as the program wires it, that keeps nothing. */
record StoryWindow(Models models, Surroundings around, MainWindow window, Stage stage) {

  static StoryWindow over(
      Judgement first,
      AttachSimulator simulator,
      Opening.Importer importer,
      List<SessionStore.Left> left) {
    Latest.Executors executors =
        new Latest.Executors(work -> Thread.ofVirtual().start(work), Platform::runLater);
    Workspace workspace = new Workspace(first, simulator, executors);
    Opening opening = new Opening(importer, simulator, executors, workspace::begin);
    Surroundings around = NothingKept.around(executors, left);
    Models models = Models.over(workspace, opening, around.clipboard(), executors);
    Stage stage = new Stage();
    return new StoryWindow(models, around, new MainWindow(models, around, stage), stage);
  }

  void show(double width, double height) {
    window.show();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
  }
}
