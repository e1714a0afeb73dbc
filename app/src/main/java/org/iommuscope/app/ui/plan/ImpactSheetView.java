package org.iommuscope.app.ui.plan;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.iommuscope.app.export.ChecklistText;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.impact.ImpactSheet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/** What carrying out a plan costs, and what to check on the host before. */
public final class ImpactSheetView extends VBox {

  private static final double WIDTH = 680;

  public ImpactSheetView(Judgement judged) {
    setId("impact-sheet");
    getStyleClass().add("losses");
    setPrefWidth(WIDTH);
    AssignmentPlan plan = judged.session().plan();
    HostTopology host = judged.host();
    ImpactSheet sheet = ImpactSheet.of(host, plan);
    if (sheet.sections().isEmpty()) {
      getChildren().add(new Sentence("The plan changes nothing: give a device to a guest first."));
      return;
    }
    for (ImpactSheet.Section section : sheet.sections()) {
      getChildren().add(title(section.title()));
      section.sentences().forEach(text -> getChildren().add(line(text)));
    }
    addChecklist(HostSketch.of(host, plan));
  }

  private void addChecklist(HostSketch sketch) {
    if (sketch.devices().isEmpty()) {
      return;
    }
    getChildren().add(title("To check on the host that day"));
    getChildren()
        .add(line("A saved plan keeps this list, and \"validate\" goes through it by itself."));
    ChecklistText.toCheck(sketch)
        .forEach(text -> {
          CheckBox item = new CheckBox(text);
          item.setWrapText(true);
          item.setMinHeight(USE_PREF_SIZE);
          getChildren().add(item);
        });
  }

  private static Node title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("losses-title");
    return title;
  }

  private static Node line(String text) {
    Sentence line = new Sentence(text);
    line.getStyleClass().add("advice");
    return line;
  }
}
