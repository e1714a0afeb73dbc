package org.iommuscope.app.ui.board;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * In what this host is other than the one that a plan was made for; where another device may be
 * meant the user says which.
 */
public final class DoubtsView extends VBox {

  private static final double WIDTH = 680;

  private final Workspace workspace;

  public DoubtsView(Workspace workspace, List<HostCheck> doubts) {
    this.workspace = workspace;
    setId("doubts");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    doubts.forEach(doubt -> getChildren().add(row(doubt)));
  }

  private VBox row(HostCheck doubt) {
    Sentence words = new Sentence(doubt.sentence());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(new SignMark(answer(doubt.kind())), words);
    head.getStyleClass().add("reply-row");
    VBox row = new VBox(head);
    doubt.device().ifPresent(device -> doubt.meant().forEach(meant -> offer(row, device, meant)));
    row.getStyleClass().add("remedies");
    return row;
  }

  private void offer(VBox row, DeviceRef device, PciAddress meant) {
    Button button =
        new Button("It is " + meant + " " + DeviceNames.nameOf(workspace.session().host(), meant));
    button.setId(NodeId.of("mean", device.text(), meant.text()));
    button.setWrapText(true);
    button.setOnAction(pressed -> {
      workspace.perform(new Intent.Mean(device, meant));
      row.getChildren().removeIf(Button.class::isInstance);
      row.getChildren().add(new Sentence("The plan means " + meant + " from now on."));
    });
    row.getChildren().add(button);
  }

  private static Answer answer(HostCheck.Kind kind) {
    return switch (kind) {
      case SAME -> Answer.YES;
      case CHANGED, ASK -> Answer.UNSURE;
      case GONE -> Answer.NO;
    };
  }
}
