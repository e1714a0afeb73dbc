package org.iommuscope.app.ui.why;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/** The reason that is shown for what is selected, while somebody wants it. */
public final class WhyViewModel {

  private record Question(Judgement judged, List<DeviceRef> devices) {}

  private final Workspace workspace;
  private final Latest<Question, Optional<Why>> asking;
  private final ReadOnlyObjectWrapper<Optional<Why>> why =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean wanted;

  public WhyViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    asking = new Latest<>(WhyViewModel::answer, executors, why::set);
    workspace.sessionProperty().subscribe(now -> ask());
    workspace.judgementProperty().subscribe(now -> ask());
  }

  /** The reason; empty where nobody asks. */
  public ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
    return why.getReadOnlyProperty();
  }

  /** Asks about what is selected, from now on. */
  public void show() {
    wanted = true;
    ask();
  }

  public void hide() {
    wanted = false;
    asking.ask(new Question(workspace.judgement(), List.of()));
  }

  /** Asks, or asks no more. */
  public void toggle() {
    if (wanted) {
      hide();
    } else {
      show();
    }
  }

  private void ask() {
    if (wanted) {
      List<DeviceRef> devices = List.copyOf(workspace.session().selection());
      asking.ask(new Question(workspace.judgement(), devices));
    }
  }

  private static Optional<Why> answer(Question asked) {
    List<DeviceRef> known =
        asked.devices().stream()
            .filter(device -> asked.judged().host().device(device).isPresent())
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(Why.of(asked.judged(), known));
  }
}
