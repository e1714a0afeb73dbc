package org.iommuscope.app.ui.open;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.FurtherEvidence;
import org.iommuscope.app.workspace.Pasting;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.HostTopology;

/** What a pasted text is understood as, while it is being pasted. */
public final class PasteViewModel {

  /** More notes than this are counted. */
  private static final int MOST_NOTES = 6;

  /**
   * What there is to see of it.
   *
   * @param answer yes where all was understood, unsure where some was, no where nothing was
   * @param notes what was odd, a sentence each, with its line
   * @param canOpen whether there is a host to open
   * @param canAdd whether there is one to add it to, as well
   */
  record Content(
      Answer answer, String headline, List<String> notes, boolean canOpen, boolean canAdd) {
    Content {
      notes = List.copyOf(notes);
    }
  }

  private static final Content NOTHING =
      new Content(
          Answer.UNASKED,
          "Listings of groups, lspci in any form, kernel logs, libvirt, Proxmox, LXD and more, one"
              + " after another in any order; what is not understood is named and passed over.",
          List.of(),
          false,
          false);

  private final Pasting pasting;
  private final FurtherEvidence further;
  private final Workspace workspace;
  private final Clipboard clipboard;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);

  public PasteViewModel(
      Pasting pasting, FurtherEvidence further, Workspace workspace, Clipboard clipboard) {
    this.pasting = pasting;
    this.further = further;
    this.workspace = workspace;
    this.clipboard = clipboard;
    pasting.readProperty().subscribe(read -> content.set(contentOf(read)));
  }

  ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The text of the clipboard. */
  String clipboard() {
    return clipboard.text();
  }

  void read(String text) {
    pasting.read(text);
  }

  /** Adds the text to the host that is open. */
  void add(String text) {
    further.add(text);
  }

  private Content contentOf(Pasting.Reading read) {
    if (read.host().isPresent()) {
      return understood(read, read.host().get());
    }
    return read.refusal().isEmpty()
        ? NOTHING
        : new Content(Answer.NO, read.refusal(), List.of(), false, false);
  }

  private Content understood(Pasting.Reading read, HostTopology host) {
    return new Content(
        read.notes().isEmpty() ? Answer.YES : Answer.UNSURE,
        "Understood as %s: %s, %s"
            .formatted(
                read.form(),
                count(host.devices().size(), "device"),
                count(host.groups().size(), "group")),
        said(read.notes()),
        true,
        !workspace.session().host().devices().isEmpty());
  }

  private static List<String> said(List<String> notes) {
    List<String> said = new ArrayList<>(notes.subList(0, Math.min(MOST_NOTES, notes.size())));
    int more = notes.size() - MOST_NOTES;
    if (more > 0) {
      said.add("and " + count(more, "note") + " more");
    }
    return said;
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
