package org.iommuscope.app.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.iommuscope.app.ui.definitions.DefinitionsViewModel;
import org.iommuscope.app.ui.settings.SettingsViewModel;
import org.iommuscope.app.workspace.Anonymising;
import org.iommuscope.app.workspace.BoardPlan;
import org.iommuscope.app.workspace.FurtherEvidence;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.Origin;
import org.iommuscope.app.workspace.PlanOpening;
import org.iommuscope.app.workspace.PlanStore;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.plan.AssignmentPlan;

/** The ways by which captures come in and plans go out, and what is noted of them. */
final class CaptureDoor {

  private final Workspace workspace;
  private final Opening opening;
  private final Anonymising anonymising;
  private final Surroundings around;
  private final Notices notices;
  private final Stage stage;
  private final FurtherEvidence further;
  private final DefinitionsViewModel definitions;
  private final PlanOpening plans;
  private Consumer<List<HostCheck>> asking = doubts -> {};
  private List<Path> awaiting = List.of();
  private List<Path> awaitingPlans = List.of();

  CaptureDoor(Models models, Surroundings around, Notices notices, Stage stage) {
    this.workspace = models.workspace();
    this.opening = models.opening();
    this.anonymising = models.anonymising();
    this.around = around;
    this.notices = notices;
    this.stage = stage;
    this.further = models.further();
    this.definitions = models.definitions();
    this.plans = models.planOpening();
    opening
        .refusalProperty()
        .subscribe(sentence -> notices.tellIfAny("This cannot be opened", sentence));
    models.renewal().saidProperty().subscribe(text -> notices.tellIfAny("Read again", text));
    further.saidProperty().subscribe(text -> notices.tellIfAny("Evidence", text));
    workspace.sessionProperty().subscribe(this::changed);
    opened(workspace.session());
  }

  /** Has the user asked which devices of this host a plan for another means. */
  void ask(Consumer<List<HostCheck>> way) {
    asking = way;
  }

  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a capture");
    Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(this::open);
  }

  void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a folder");
    Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath).ifPresent(this::open);
  }

  /** Asks for further captures of the host that is open; none where the user thinks better. */
  List<Path> chooseFurther() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Add evidence");
    List<File> chosen = chooser.showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  /** Opens a text, to be judged by the rules that the settings name. */
  void openText(String text) {
    awaitNothing();
    opening.openText(text, beginning(around.settings()));
  }

  /** Asks for a capture to compare with. */
  Optional<Path> chooseEarlier() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Compare with an earlier capture");
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }

  /** Asks where to save the anonymised capture, and saves it. */
  void chooseAnonymised() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the anonymised capture");
    chooser.setInitialFileName("capture.tar.gz");
    Optional.ofNullable(chooser.showSaveDialog(stage))
        .map(File::toPath)
        .ifPresent(file ->
            anonymising.save(
                file,
                around.captures(),
                failure ->
                    failure.ifPresentOrElse(
                        sentence -> notices.tell("The capture is not saved", sentence),
                        () -> notices.tell("The anonymised capture is saved", file.toString()))));
  }

  /** Asks for a folder and saves there what other programs are told of the plan. */
  void chooseDefinitionsFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Export the plan");
    Optional.ofNullable(chooser.showDialog(stage))
        .map(File::toPath)
        .ifPresent(folder ->
            definitions.save(
                around.definitions(),
                folder,
                failure ->
                    failure.ifPresentOrElse(
                        sentence -> notices.tell("The plan is not exported", sentence),
                        () -> notices.tell("The plan is exported", folder.toString()))));
  }

  /** Asks for a plan file and puts it on the board. */
  void choosePlan() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a plan");
    Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(this::openPlan);
  }

  private void openPlan(Path file) {
    plans.open(
        file,
        opened -> {
          if (opened.refusal().isPresent()) {
            notices.tell("This plan cannot be opened", opened.refusal().get());
          } else {
            around.settings().opened(file);
            asking.accept(opened.doubts());
          }
        });
  }

  /**
   * Opens a capture, to be judged by the rules that the settings name, or puts a plan file on the
   * board.
   */
  void open(Path capture) {
    if (PlanOpening.isPlan(capture)) {
      openPlan(capture);
      return;
    }
    awaitNothing();
    opening.open(capture, beginning(around.settings()));
  }

  /** Opens the first of several captures, then adds the others to it, and puts up the plans. */
  void open(List<Path> files) {
    Map<Boolean, List<Path>> sorted =
        files.stream().collect(Collectors.partitioningBy(PlanOpening::isPlan));
    List<Path> captures = sorted.getOrDefault(false, List.of());
    List<Path> plans = sorted.getOrDefault(true, List.of());
    if (captures.isEmpty()) {
      plans.forEach(this::openPlan);
    } else {
      open(captures.getFirst());
      awaiting = captures.subList(1, captures.size());
      awaitingPlans = plans;
    }
  }

  /** A plan without guests. */
  static AssignmentPlan beginning(SettingsViewModel settings) {
    return AssignmentPlan.EMPTY.withProfile(settings.settings().profile());
  }

  void choosePlanFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the plan");
    chooser.setInitialFileName("plan.json");
    Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(this::save);
  }

  /** Writes the plan to its file; asks for one where it has none. */
  void save() {
    workspace.board().current().file().ifPresentOrElse(this::save, this::choosePlanFile);
  }

  private void saved(String name, Path file, PlanStore.Saved saved) {
    if (saved.failure().isPresent()) {
      notices.tell("The plan is not saved", saved.failure().get());
    } else {
      workspace.perform(new Intent.OfBoard.Saved(name, file, saved.file()));
      around.settings().opened(file);
      notices.tell("The plan is saved", file.toString());
    }
  }

  private void save(Path file) {
    BoardPlan plan = workspace.board().current();
    around
        .plans()
        .save(
            file,
            plan.whole(),
            workspace.session().host(),
            saved -> saved(plan.name(), file, saved));
  }

  private void changed(Session before, Session now) {
    boolean isMoreOfTheSame = now.further().size() > before.further().size();
    if (before.imported() != now.imported() && !isMoreOfTheSame) {
      opened(now);
      addAwaiting();
    }
  }

  private void addAwaiting() {
    List<Path> captures = awaiting;
    List<Path> plans = awaitingPlans;
    awaitNothing();
    if (!captures.isEmpty()) {
      further.add(captures);
    }
    plans.forEach(this::openPlan);
  }

  private void awaitNothing() {
    awaiting = List.of();
    awaitingPlans = List.of();
  }

  private void opened(Session session) {
    around
        .log()
        .note(
            "opened %s: %d devices, %d groups, %d notes"
                .formatted(
                    session.origin() == Origin.CAPTURE
                        ? session.source()
                        : session.origin().toString(),
                    session.host().devices().size(),
                    session.host().groups().size(),
                    session.notes().size()));
    if (session.origin() == Origin.CAPTURE) {
      around.settings().opened(Path.of(session.source()));
    }
  }
}
