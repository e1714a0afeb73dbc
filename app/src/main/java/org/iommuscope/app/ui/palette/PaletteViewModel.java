package org.iommuscope.app.ui.palette;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;

/** What is typed into the palette and what it finds, searched in the background. */
public final class PaletteViewModel {

  private record Question(Session session, List<PaletteCommand> commands, String typed) {}

  /** An index with what it was made from. */
  private record Made(Session session, List<PaletteCommand> commands, PaletteIndex index) {
    boolean isOf(Question asked) {
      return session.imported() == asked.session().imported()
          && session.plan().equals(asked.session().plan())
          && commands.equals(asked.commands());
    }
  }

  private final Workspace workspace;
  private final Latest<Question, PaletteIndex.Hits> searching;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<PaletteEntry>> hits =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
  private List<PaletteCommand> commands = List.of();
  private Optional<Made> made = Optional.empty();

  public PaletteViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    searching = new Latest<>(this::search, executors, this::show);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The best of what was found, best first. */
  public ReadOnlyObjectProperty<List<PaletteEntry>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /** In words how many there are besides the best; empty where there are none. */
  public ReadOnlyObjectProperty<String> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Opens on these commands, nothing typed. */
  public void open(List<PaletteCommand> offered) {
    commands = List.copyOf(offered);
    type("");
    open.set(true);
  }

  public void close() {
    open.set(false);
  }

  /** Looks for what is typed now. */
  public void type(String text) {
    searching.ask(new Question(workspace.session(), commands, text));
  }

  public void choose(PaletteEntry entry) {
    close();
    entry.choose().run();
  }

  private PaletteIndex.Hits search(Question asked) {
    return indexFor(asked).search(asked.typed());
  }

  private synchronized PaletteIndex indexFor(Question asked) {
    Made latest =
        made.filter(known -> known.isOf(asked))
            .orElseGet(() ->
                new Made(
                    asked.session(),
                    asked.commands(),
                    PaletteEntries.of(
                        asked.session(),
                        asked.commands(),
                        devices -> workspace.perform(Intent.Select.all(devices)))));
    made = Optional.of(latest);
    return latest.index();
  }

  private void show(PaletteIndex.Hits found) {
    summary.set(summaryOf(found));
    hits.set(found.best());
  }

  private static String summaryOf(PaletteIndex.Hits found) {
    if (found.best().isEmpty()) {
      return "Nothing has that name. Try an address, a driver, g7 for a group, or a command.";
    }
    return found.more() == 0 ? "" : "and " + found.more() + " more: type on to narrow them down";
  }
}
