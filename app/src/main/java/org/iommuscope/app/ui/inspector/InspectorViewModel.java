package org.iommuscope.app.ui.inspector;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.export.DeviceCopies;
import org.iommuscope.app.export.DeviceCopy;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.simulation.Standing;
import org.iommuscope.model.topology.HostDevice;

/** What is known of the device selected first. */
public final class InspectorViewModel {

  /**
   * The device's name and its facts.
   *
   * @param copies texts about it that fit into other programs
   * @param standing which group really isolates it and who has that, a sentence each; empty where
   *     no mdev has anything to do with it
   */
  public record Content(
      String title, List<String> standing, List<DeviceCopy> copies, List<Fact> facts) {
    public Content {
      copies = List.copyOf(copies);
      standing = List.copyOf(standing);
      facts = List.copyOf(facts);
    }
  }

  private static final Content NOTHING =
      new Content(
          "Select a device in the tree or the table to see its facts.",
          List.of(),
          List.of(),
          List.of());

  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);
  private final Workspace workspace;
  private final Clipboard clipboard;
  private final AnnotationViewModel annotations;

  public InspectorViewModel(Workspace workspace, Clipboard clipboard) {
    this.clipboard = clipboard;
    annotations = new AnnotationViewModel(workspace);
    this.workspace = workspace;
    workspace.sessionProperty().subscribe(now -> show());
    workspace.judgementProperty().subscribe(now -> show());
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

  public void put(DeviceCopy copy) {
    clipboard.put(copy.text());
  }

  /** Copies where a fact was read; nothing where nobody knows. */
  public void copyPath(Fact fact) {
    fact.source().ifPresent(source -> clipboard.put(source.path()));
  }

  private void show() {
    Session session = workspace.session();
    content.set(
        session.selection().stream()
            .findFirst()
            .flatMap(workspace.judgement().host()::device)
            .map(device -> contentOf(session, device))
            .orElse(NOTHING));
  }

  private Content contentOf(Session session, HostDevice device) {
    return new Content(
        DeviceNames.nameOf(device),
        workspace
            .judgement()
            .simulation()
            .standingOf(device.ref())
            .map(Standing::sentences)
            .orElse(List.of()),
        DeviceCopies.of(workspace.judgement().host(), device.ref()),
        DeviceFacts.of(workspace.judgement().host(), device));
  }
}
