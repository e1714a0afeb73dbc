package org.iommuscope.app.ui.definitions;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.definitions.Definitions;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.DefinitionStore;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.HostTopology;

/** The plan as the files of another program, written in the background. */
public final class DefinitionsViewModel {

  /**
   * What there is to see.
   *
   * @param text all files in one
   * @param unsaid what the other program has no word for, or why there is nothing
   */
  record Content(List<Definition> files, String text, List<String> unsaid) {
    Content {
      files = List.copyOf(files);
      unsaid = List.copyOf(unsaid);
    }
  }

  private record Question(Target target, PlanFile plan, HostTopology host) {}

  private static final Content NOTHING = new Content(List.of(), "", List.of());

  private final Workspace workspace;
  private final Clipboard clipboard;
  private final Latest.Executors executors;
  private final Latest<Question, Content> writing;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);

  public DefinitionsViewModel(
      Workspace workspace, Clipboard clipboard, Latest.Executors executors) {
    this.workspace = workspace;
    this.clipboard = clipboard;
    this.executors = executors;
    writing = new Latest<>(DefinitionsViewModel::write, executors, content::set);
  }

  ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The program in the words of a list. */
  static String title(Target target) {
    return switch (target.word()) {
      case "libvirt" -> "libvirt domain XML";
      case "qemu" -> "QEMU command lines";
      case "proxmox" -> "Proxmox VE configurations";
      case "kubevirt" -> "KubeVirt YAML";
      case "commands" -> "Commands that prepare the host";
      default -> target.word();
    };
  }

  /** Writes the plan that is open for a program. */
  void ask(Target target) {
    writing.ask(
        new Question(target, workspace.board().current().whole(), workspace.session().host()));
  }

  void copy() {
    clipboard.put(content.get().text());
  }

  /**
   * Writes the files into a folder.
   *
   * @param done is told on the window's thread why they could not be; nothing where they were
   */
  public void save(DefinitionStore store, Path folder, Consumer<Optional<String>> done) {
    List<Definition> files = content.get().files();
    executors
        .background()
        .execute(() -> {
          Optional<String> failure = store.save(folder, files);
          executors.window().execute(() -> done.accept(failure));
        });
  }

  private static Content write(Question asked) {
    if (asked.target().needsGuests() && asked.plan().plan().guests().isEmpty()) {
      return new Content(
          List.of(), "", List.of("the plan has no guest yet; give a device to one first"));
    }
    Definitions written = asked.target().write(asked.plan(), asked.host());
    return new Content(written.files(), written.stream(), written.unsaid());
  }
}
