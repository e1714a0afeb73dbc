package org.iommuscope.app.ui.inspector;

import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.iommuscope.app.export.DeviceCopies;
import org.iommuscope.app.export.DeviceCopy;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/** Copies of everything that is selected, one text below the other. */
public final class DeviceCopying {

  /** The texts that a command copies, by the label that they have. */
  public enum Kind {
    PATH("sysfs path"),
    LIBVIRT("libvirt XML"),
    QEMU("QEMU argument");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private final Workspace workspace;
  private final Clipboard clipboard;

  public DeviceCopying(Workspace workspace, Clipboard clipboard) {
    this.workspace = workspace;
    this.clipboard = clipboard;
  }

  /** Copies the address of each selected function, or the name of whatever else it is. */
  public void copyAddress() {
    put(
        workspace.session().selection().stream()
            .map(DeviceRef::text)
            .collect(Collectors.joining("\n")));
  }

  /** Whether a selected device has such a text. */
  public boolean has(Kind kind) {
    return copiesOfAll().stream().anyMatch(copy -> copy.label().equals(kind.label));
  }

  /** Copies one text of each selected device that has it. */
  public void copy(Kind kind) {
    put(
        copiesOfAll().stream()
            .filter(copy -> copy.label().equals(kind.label))
            .map(copy -> copy.text().strip())
            .collect(Collectors.joining("\n")));
  }

  private List<DeviceCopy> copiesOfAll() {
    Session session = workspace.session();
    SequencedSet<DeviceRef> selected = session.selection();
    return selected.stream()
        .flatMap(device -> DeviceCopies.of(session.host(), device).stream())
        .toList();
  }

  private void put(String text) {
    if (!text.isEmpty()) {
      clipboard.put(text);
    }
  }
}
