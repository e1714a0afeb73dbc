package org.iommuscope.app.ui.inspector;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.HostDevice;

/** What is known of the device selected first. */
public final class InspectorViewModel {

  /** The device's name and its facts. */
  public record Content(String title, List<Fact> facts) {
    public Content {
      facts = List.copyOf(facts);
    }
  }

  private static final Content NOTHING =
      new Content("Select a device in the tree or the table to see its facts.", List.of());

  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);
  private final Clipboard clipboard;
  private final AnnotationViewModel annotations;

  public InspectorViewModel(Workspace workspace, Clipboard clipboard) {
    this.clipboard = clipboard;
    annotations = new AnnotationViewModel(workspace);
    workspace.sessionProperty().subscribe(this::show);
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** What the user knows of the device besides. */
  public AnnotationViewModel annotations() {
    return annotations;
  }

  public void copy(Fact fact) {
    clipboard.put(fact.value());
  }

  /** Copies where a fact was read; nothing where nobody knows. */
  public void copyPath(Fact fact) {
    fact.source().ifPresent(source -> clipboard.put(source.path()));
  }

  private void show(Session session) {
    content.set(
        session.selection().stream()
            .findFirst()
            .flatMap(session.host()::device)
            .map(device -> contentOf(session, device))
            .orElse(NOTHING));
  }

  private static Content contentOf(Session session, HostDevice device) {
    return new Content(DeviceNames.nameOf(device), DeviceFacts.of(session.host(), device));
  }
}
