package org.iommuscope.app.ui.window;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;

/** Every command of the window, with its keys. */
record Commands(
    ShownView shown,
    Command open,
    Command save,
    Command undo,
    Command redo,
    Command assign,
    Command newGuest,
    Command find,
    Command fit,
    Command fitSelection,
    Command zoomIn,
    Command zoomOut,
    Command switchView,
    Command switchTheme,
    Command shortcuts,
    Command quit) {

  private static final BooleanExpression ALWAYS = new SimpleBooleanProperty(true);

  /** What the window itself does when it is told to. */
  record Deeds(
      Runnable open,
      Runnable save,
      Runnable find,
      Runnable switchTheme,
      Runnable shortcuts,
      Runnable quit) {}

  static Commands of(
      Workspace workspace, AssignViewModel assign, DiagramView diagram, Deeds deeds) {
    ShownView shown = new ShownView();
    BooleanExpression selected =
        Bindings.createBooleanBinding(
            () -> !workspace.session().selection().isEmpty(), workspace.sessionProperty());
    return new Commands(
        shown,
        command("Open a capture…", "Open", "Ctrl+O", ALWAYS, deeds.open()),
        command("Save the plan…", "Save", "Ctrl+S", ALWAYS, deeds.save()),
        command(
            "Undo",
            "Undo",
            "Ctrl+Z",
            workspace.undoableProperty(),
            () -> workspace.perform(new Intent.Undo())),
        command(
            "Redo",
            "Redo",
            "Ctrl+Shift+Z",
            workspace.redoableProperty(),
            () -> workspace.perform(new Intent.Redo())),
        command("Assign the selected device…", "Assign", "A", selected, assign::askForSelection),
        command(
            "New guest",
            "New guest",
            "Ctrl+G",
            ALWAYS,
            () -> workspace.perform(workspace.session().newGuestWith())),
        command("Find a device", "Find", "Ctrl+F", ALWAYS, deeds.find()),
        command("Fit all", "Fit", "Ctrl+0", ALWAYS, diagram::fitAll),
        command("Fit the selection", "Fit selection", "Ctrl+9", selected, diagram::fitSelection),
        command("Zoom in", "+", "Ctrl+Plus", ALWAYS, diagram::zoomIn),
        command("Zoom out", "−", "Ctrl+Minus", ALWAYS, diagram::zoomOut),
        command("Tree or table", "Tree or table", "Ctrl+T", ALWAYS, shown::toggle),
        command("Light or dark", "Light or dark", "Ctrl+D", ALWAYS, deeds.switchTheme()),
        command("Keyboard shortcuts", "Shortcuts", "F1", ALWAYS, deeds.shortcuts()),
        command("Quit", "Quit", "Ctrl+Q", ALWAYS, deeds.quit()));
  }

  /** All of them, in the order of the menus. */
  List<Command> all() {
    return Arrays.asList(
        open,
        save,
        quit,
        undo,
        redo,
        assign,
        newGuest,
        find,
        fit,
        fitSelection,
        zoomIn,
        zoomOut,
        switchView,
        switchTheme,
        shortcuts);
  }

  private static Command command(
      String text, String shortText, String keys, BooleanExpression enabled, Runnable action) {
    return new Command(text, shortText, KeyCombination.valueOf(keys), enabled, action);
  }
}
