package org.iommuscope.app.ui.completeness;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.ToldKinds;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.HostTopology;

/** How much of each kind of fact is told, counted in the background when another host is shown. */
public final class CompletenessViewModel {

  private final Clipboard clipboard;
  private final Latest<HostTopology, ToldKinds> counting;
  private final ReadOnlyObjectWrapper<ToldKinds> content =
      new ReadOnlyObjectWrapper<>(ToldKinds.EMPTY);

  public CompletenessViewModel(
      Workspace workspace, Clipboard clipboard, Latest.Executors executors) {
    this.clipboard = clipboard;
    counting = new Latest<>(ToldKinds::of, executors, content::set);
    workspace.sessionProperty().subscribe(this::changed);
    counting.ask(workspace.session().host());
  }

  ReadOnlyObjectProperty<ToldKinds> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The words of the small meter. */
  static String summary(ToldKinds content) {
    return switch (content.gaps().size()) {
      case 0 -> "All facts told";
      case 1 -> "1 kind of fact missing";
      default -> content.gaps().size() + " kinds of fact missing";
    };
  }

  void copy(String command) {
    clipboard.put(command);
  }

  private void changed(Session before, Session now) {
    if (before.imported() != now.imported()) {
      counting.ask(now.host());
    }
  }
}
