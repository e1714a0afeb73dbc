package org.iommuscope.app.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.iommuscope.app.ui.board.BoardViewModel;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.diagram.DiagramViewModel;
import org.iommuscope.app.ui.inspector.DeviceCopying;
import org.iommuscope.app.ui.inspector.DeviceCopying.Kind;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;

/**
 * Every command of the window, with its keys.
 *
 * @param tools those that the tool bar shows as well
 * @param deeds what the window does by itself
 * @param groups all of them, a group for each menu
 */
record Commands(ShownView shown, Tools tools, Deeds deeds, List<CommandGroup> groups) {

  private static final BooleanExpression ALWAYS = new SimpleBooleanProperty(true);

  /** The commands of the tool bar. */
  record Tools(
      Command open, Command undo, Command redo, Command back, Command forward, Command fit) {}

  Commands {
    groups = List.copyOf(groups);
  }

  static Commands of(Models models, DiagramView diagram, Deeds deeds) {
    Workspace workspace = models.workspace();
    ShownView shown = new ShownView();
    Tools tools = tools(workspace, diagram, deeds);
    return new Commands(
        shown,
        tools,
        deeds,
        List.of(
            file(tools, deeds),
            plan(workspace, models.assign(), models.board(), tools, deeds),
            copy(workspace, models.copying()),
            go(workspace, diagram, tools, deeds),
            view(models, shown, diagram, tools, deeds),
            help(deeds)));
  }

  /** All of them, in the order of the menus. */
  List<Command> all() {
    return groups.stream().flatMap(group -> group.commands().stream()).toList();
  }

  private static Tools tools(Workspace workspace, DiagramView diagram, Deeds deeds) {
    return new Tools(
        command("Open a capture…", "Open", "Ctrl+O", ALWAYS, deeds::open),
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
        command("Back", "←", "Alt+Left", diagram.canGoBackProperty(), diagram::goBack),
        command("Forward", "→", "Alt+Right", diagram.canGoForwardProperty(), diagram::goForward),
        command("Fit all", "Fit", "Ctrl+0", ALWAYS, diagram::fitAll));
  }

  private static CommandGroup file(Tools tools, Deeds deeds) {
    return new CommandGroup(
        "File",
        tools.open(),
        command("Open a folder…", "Ctrl+Shift+O", ALWAYS, deeds::openFolder),
        command("Paste what you have…", "Ctrl+Shift+V", ALWAYS, deeds::paste),
        command("Open what is in the clipboard…", "Ctrl+V", ALWAYS, deeds::openClipboard),
        command("Add evidence…", "Ctrl+I", ALWAYS, deeds::addEvidence),
        command("What is told and what is missing", "Ctrl+J", ALWAYS, deeds::showCompleteness),
        command("Read it again", "F5", ALWAYS, deeds::refresh),
        command("Compare with an earlier capture…", "Ctrl+Shift+D", ALWAYS, deeds::compare),
        command("Anonymise the capture…", "Ctrl+Shift+A", ALWAYS, deeds::anonymise),
        command("Save the plan…", "Ctrl+S", ALWAYS, deeds::save),
        command("Save the plan as…", "Ctrl+Shift+S", ALWAYS, deeds::saveAs),
        command("Open a plan…", "Ctrl+Alt+O", ALWAYS, deeds::openPlan),
        command("Go on where you left off…", "Ctrl+Shift+R", ALWAYS, deeds::showLeft),
        command("Export the picture or a report…", "Ctrl+E", ALWAYS, deeds::exportAll),
        command("Export what is seen…", "Ctrl+Shift+E", ALWAYS, deeds::exportSeen),
        command("Export the plan to other programs…", "Ctrl+Alt+E", ALWAYS, deeds::exportPlan),
        command("Settings…", "Ctrl+Comma", ALWAYS, deeds::showSettings),
        command("Quit", "Ctrl+Q", ALWAYS, deeds::quit));
  }

  private static CommandGroup plan(
      Workspace workspace, AssignViewModel assign, BoardViewModel board, Tools tools, Deeds deeds) {
    return new CommandGroup(
        "Plan",
        tools.undo(),
        tools.redo(),
        command("Assign what is selected…", "A", selected(workspace), assign::askForSelection),
        command(
            "Select the whole group",
            "G",
            selected(workspace),
            () -> workspace.perform(Intent.Select.all(workspace.session().selectedGroups()))),
        command(
            "Take back from its guest",
            "Delete",
            selected(workspace),
            () ->
                workspace.perform(
                    new Intent.Release(List.copyOf(workspace.session().selection())))),
        command(
            "New guest",
            "Ctrl+G",
            ALWAYS,
            () -> workspace.perform(workspace.session().newGuestWith())),
        command("Find the smallest repair…", "Ctrl+R", ALWAYS, deeds::repair),
        command("Fill it in by wishes…", "Ctrl+Shift+F", ALWAYS, deeds::fill),
        command("Before you do it…", "Ctrl+B", ALWAYS, deeds::showImpact),
        command("Plan board…", "Ctrl+P", ALWAYS, deeds::showBoard),
        command("Branch this plan", "Ctrl+Shift+B", ALWAYS, board::branch),
        command("Next plan", "Ctrl+Page Down", ALWAYS, () -> board.step(1)),
        command("Previous plan", "Ctrl+Page Up", ALWAYS, () -> board.step(-1)),
        command("Comments and waivers…", "Ctrl+Shift+W", ALWAYS, deeds::showNotes),
        command("History of the plan…", "Ctrl+H", ALWAYS, deeds::showHistory));
  }

  private static CommandGroup copy(Workspace workspace, DeviceCopying copying) {
    BooleanExpression selected = selected(workspace);
    return new CommandGroup(
        "Copy",
        command("Copy the address", "Ctrl+C", selected, copying::copyAddress),
        command("Copy the path in sysfs", "Alt+P", selected, () -> copying.copy(Kind.PATH)),
        command("Copy libvirt XML", "Alt+L", selected, () -> copying.copy(Kind.LIBVIRT)),
        command("Copy the QEMU argument", "Alt+Q", selected, () -> copying.copy(Kind.QEMU)));
  }

  private static CommandGroup go(
      Workspace workspace, DiagramView diagram, Tools tools, Deeds deeds) {
    return new CommandGroup(
        "Go",
        tools.back(),
        tools.forward(),
        command("Go to anything…", "Ctrl+K", ALWAYS, deeds::goTo),
        command("Find a device", "Ctrl+F", ALWAYS, deeds::find),
        command("Filter the devices…", "Ctrl+L", ALWAYS, deeds::filter),
        command(
            "What can be done with the row", "Shift+F10", selected(workspace), deeds::showRowMenu),
        command("Fit the selection", "Ctrl+9", selected(workspace), diagram::fitSelection));
  }

  private static CommandGroup view(
      Models models, ShownView shown, DiagramView diagram, Tools tools, Deeds deeds) {
    DiagramViewModel picture = models.diagram();
    return new CommandGroup(
        "View",
        tools.fit(),
        command("Zoom in", "Ctrl+Plus", ALWAYS, diagram::zoomIn),
        command("Zoom out", "Ctrl+Minus", ALWAYS, diagram::zoomOut),
        command(
            "Open or close the selected row",
            "Ctrl+Space",
            selected(models.workspace()),
            picture::toggleSelected),
        command("Give every device its own row", "Ctrl+U", ALWAYS, picture::openAll),
        command("Fold as usual", "Ctrl+Shift+U", ALWAYS, picture::foldAsUsual),
        command("Why this group", "W", selected(models.workspace()), models.why()::toggle),
        command("Step through the plan", "F6", ALWAYS, models.sequence()::toggle),
        command("A step back", "F7", ALWAYS, models.sequence()::stepBack),
        command("A step forward", "F8", ALWAYS, models.sequence()::stepForward),
        command("Small map", "Ctrl+M", ALWAYS, deeds::switchMap),
        command("Tree or table", "Ctrl+T", ALWAYS, shown::toggle),
        command("Light or dark", "Ctrl+D", ALWAYS, deeds::switchTheme));
  }

  private static CommandGroup help(Deeds deeds) {
    return new CommandGroup(
        "Help",
        command("Keyboard shortcuts", "F1", ALWAYS, deeds::showShortcuts),
        command("What the words mean", "Shift+F1", ALWAYS, deeds::showTerms),
        command("What the signs mean", "Ctrl+F1", ALWAYS, deeds::showSigns),
        command("Show the log", "", ALWAYS, deeds::showLog),
        command("About iommuscope", "", ALWAYS, deeds::showAbout));
  }

  private static BooleanExpression selected(Workspace workspace) {
    return Bindings.createBooleanBinding(
        () -> !workspace.session().selection().isEmpty(), workspace.sessionProperty());
  }

  private static Command command(
      String text, String keys, BooleanExpression enabled, Runnable action) {
    return command(text, text, keys, enabled, action);
  }

  private static Command command(
      String text, String shortText, String keys, BooleanExpression enabled, Runnable action) {
    return new Command(
        text,
        shortText,
        keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)),
        enabled,
        action);
  }
}
