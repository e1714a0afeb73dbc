package org.iommuscope.app.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.iommuscope.app.ui.anonymise.AnonymiseView;
import org.iommuscope.app.ui.anonymise.AnonymiseViewModel;
import org.iommuscope.app.ui.diff.DiffView;
import org.iommuscope.app.ui.diff.DiffViewModel;
import org.iommuscope.app.ui.help.AboutView;
import org.iommuscope.app.ui.help.Licence;
import org.iommuscope.app.ui.help.LogView;
import org.iommuscope.app.ui.help.Sheet;
import org.iommuscope.app.ui.help.ShortcutGroup;
import org.iommuscope.app.ui.help.ShortcutsView;
import org.iommuscope.app.ui.help.TermsView;
import org.iommuscope.app.ui.plan.ImpactSheetView;
import org.iommuscope.app.ui.settings.SettingsView;
import org.iommuscope.app.workspace.Anonymising;
import org.iommuscope.app.workspace.Comparing;
import org.iommuscope.app.workspace.Workspace;

/** The sheets that the help menu opens, and the settings; made when they are first asked for. */
final class HelpSheets {

  /** Of a sheet with a picture, in pixels. */
  static final double WIDTH = 640;

  private final StackPane window;
  private final Surroundings around;
  private final Runnable leave;
  private Optional<Sheet> sheet = Optional.empty();

  HelpSheets(StackPane window, Surroundings around, Runnable leave) {
    this.window = window;
    this.around = around;
    this.leave = leave;
  }

  void showShortcuts(List<CommandGroup> commands) {
    List<ShortcutGroup> groups =
        Stream.concat(
                Stream.of(ShortcutGroup.IN_THE_TREE), commands.stream().map(HelpSheets::shortcuts))
            .toList();
    show("Keyboard shortcuts", new ShortcutsView(groups));
  }

  void showTerms() {
    show("What the words mean", new TermsView());
  }

  void showSigns(Node legend) {
    show("What the signs of this picture mean", legend);
  }

  void showAbout() {
    show("About iommuscope", new AboutView(around.version(), Licence.all()));
  }

  void showLog() {
    LogView log = new LogView(around.log().place(), around.log().newest(), around.clipboard());
    show("The log", log);
  }

  void showImpact(Workspace workspace) {
    show("Before you do it", new ImpactSheetView(workspace));
  }

  void showDiff(Comparing comparing) {
    show("What changed", new DiffView(new DiffViewModel(comparing)));
  }

  void showAnonymised(Anonymising anonymising, Runnable choose) {
    show("Anonymise", new AnonymiseView(new AnonymiseViewModel(anonymising), choose));
  }

  void showSettings() {
    show("Settings", new SettingsView(around.settings()));
  }

  void close() {
    sheet.ifPresent(Sheet::close);
  }

  void show(String title, Node content) {
    Sheet shown =
        sheet.orElseGet(() -> {
          Sheet made = new Sheet(leave);
          window.getChildren().add(made);
          return made;
        });
    sheet = Optional.of(shown);
    shown.show(title, content);
  }

  private static ShortcutGroup shortcuts(CommandGroup group) {
    return new ShortcutGroup(
        group.title(),
        group.commands().stream()
            .filter(command -> !command.keysText().isEmpty())
            .map(command -> new ShortcutGroup.Shortcut(command.keysText(), command.text()))
            .toList());
  }
}
