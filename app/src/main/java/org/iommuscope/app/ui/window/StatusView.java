package org.iommuscope.app.ui.window;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.iommuscope.app.ui.completeness.CompletenessSign;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.HostTopology;

/** The bar below: which host this is, how large it is, and what was odd in its capture. */
final class StatusView extends StatusBar {

  private final Label size = new Label();
  private final Button notes = new Button();

  StatusView(Workspace workspace, Runnable showNotes, CompletenessSign told) {
    setId("status");
    setFocusTraversable(false);
    size.setId("status-size");
    notes.setId("status-notes");
    notes.setTooltip(new TermTooltip(Term.NOTE));
    notes.getStyleClass().addAll("flat", "small-action");
    notes.setOnAction(pressed -> showNotes.run());
    getRightItems().addAll(told, size, notes);
    workspace.sessionProperty().subscribe(this::show);
  }

  private void show(Session session) {
    setText(origin(session));
    size.setText(sizeOf(session.host()));
    int count = session.notes().size();
    notes.setText(count == 1 ? "1 note" : count + " notes");
    notes.setVisible(count > 0);
    notes.setManaged(count > 0);
  }

  private static String origin(Session session) {
    String kernel = ", Linux " + Told.text(session.host().kernel().release(), "unknown");
    return switch (session.origin()) {
      case NOWHERE -> "Nothing is open";
      case THIS_HOST -> "This host" + kernel;
      case SAMPLE -> "Sample machine, for this host has no IOMMU groups" + kernel;
      case CAPTURE, PASTED -> session.source() + further(session) + kernel;
    };
  }

  private static String further(Session session) {
    int count = session.further().size();
    return count == 0 ? "" : " and " + count + " more";
  }

  private static String sizeOf(HostTopology host) {
    return host.devices().size() + " devices, " + host.groups().size() + " groups";
  }
}
