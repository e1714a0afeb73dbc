package org.iommuscope.app.ui.plan;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.iommuscope.app.export.ChecklistText;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.workspace.HostQuestions;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.impact.ImpactSheet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** What carrying out a plan costs, and what to check on the host before. */
public final class ImpactSheetView extends VBox {

  private static final double WIDTH = 680;

  private final Workspace workspace;

  public ImpactSheetView(Workspace workspace) {
    this.workspace = workspace;
    setId("impact-sheet");
    getStyleClass().add("losses");
    setPrefWidth(WIDTH);
    show();
  }

  private void show() {
    getChildren().clear();
    Judgement judged = workspace.judgement();
    AssignmentPlan plan = judged.session().plan();
    HostTopology host = judged.host();
    ImpactSheet sheet = ImpactSheet.of(host, plan);
    if (sheet.sections().isEmpty()) {
      getChildren().add(new Sentence("The plan changes nothing: give a device to a guest first."));
      return;
    }
    addQuestions();
    for (ImpactSheet.Section section : sheet.sections()) {
      getChildren().add(title(section.title()));
      section.sentences().forEach(text -> getChildren().add(line(text)));
    }
    addChecklist(HostSketch.of(host, plan));
  }

  /** What is other than when the plan was made; who may be meant is asked. */
  private void addQuestions() {
    List<HostCheck> checks = HostQuestions.of(workspace);
    if (checks.isEmpty()) {
      return;
    }
    getChildren().add(title("Is it still the host"));
    for (HostCheck check : checks) {
      if (check.isOpen() || check.device().isEmpty()) {
        getChildren().add(line(check.sentence()));
        check
            .device()
            .ifPresent(
                named -> check.meant().forEach(meant -> getChildren().add(answer(named, meant))));
      }
    }
  }

  private Button answer(DeviceRef named, DeviceRef meant) {
    Button answer = new Button("Yes, " + meant + " is meant by " + named);
    answer.setId(NodeId.of("take", meant));
    answer.setOnAction(pressed -> {
      workspace.perform(new Intent.Take(named, meant));
      answer.setDisable(true);
    });
    return answer;
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
