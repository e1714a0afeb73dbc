package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.SessionText;
import org.iommuscope.app.settings.PlatformFolders;
import org.iommuscope.app.settings.SessionFiles;
import org.iommuscope.app.workspace.Autosave;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.PlanSaving;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A window's work without a window, to be killed: it edits plans without end, saves one now and
 * then, and prints the number and the moment of each edit.
 */
public final class EditingProcess {

  private static final int SAVE_EVERY = 20;
  private static final int BRANCH_EVERY = 150;
  private static final int MOST_GUESTS = 40;
  private static final int LONGEST_PAUSE_MICROS = 12_000;

  private final Random random;
  private final Path planFile;
  private final Path noted;
  private final Workspace workspace;
  private final PlanSaving saving;

  private EditingProcess(Path folder, long seed) {
    random = new Random(seed);
    planFile = folder.resolve("plan.json");
    AttachSimulator simulator = new AttachSimulator(LocalDate.EPOCH);
    Executor background = work -> Thread.ofVirtual().start(work);
    // What the window would show is nothing here.
    Latest.Executors executors = new Latest.Executors(background, unseen -> {});
    workspace = new Workspace(Judgement.of(Session.empty(), simulator), simulator, executors);
    saving = new PlanSaving(new SavedPlan(), new Latest.Executors(background, Runnable::run));
    noted = folder.resolve("iommuscope/sessions");
    Latest.Executors own =
        new Latest.Executors(work -> Thread.ofPlatform().daemon().start(work), unseen -> {});
    new Autosave(workspace, sessions(folder), own, Instant::now, problem -> {})
        .start(Optional::empty);
  }

  /** The sessions that are kept in a folder. */
  public static SessionFiles sessions(Path folder) {
    return new SessionFiles(
        PlatformFolders.of(Map.of("XDG_STATE_HOME", folder.toString()), folder, "Linux"),
        new SessionText(new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList())),
        ProcessHandle.current().pid());
  }

  /** Edits until it is killed; arguments are a folder and a seed. */
  public static void main(String[] arguments) {
    new EditingProcess(Path.of(arguments[0]), Long.parseLong(arguments[1])).edit();
  }

  /** Edits begin when the program has come up: it has noted a first one. */
  private void edit() {
    workspace.perform(new Intent.Comment(new Commented.WholePlan(), "edit 0"));
    while (!isNoted()) {
      LockSupport.parkNanos(1_000_000);
    }
    for (int number = 1; ; number++) {
      workspace.perform(something(number));
      if (number % BRANCH_EVERY == 0) {
        workspace.perform(new Intent.OfBoard.Branch());
      }
      long moment = System.currentTimeMillis();
      workspace.perform(new Intent.Comment(new Commented.WholePlan(), "edit " + number));
      System.out.println(number + " " + moment);
      System.out.flush();
      if (number % SAVE_EVERY == 0) {
        saving.save(
            planFile, workspace.board().current().whole(), workspace.session().host(), saved -> {});
      }
      LockSupport.parkNanos(1000L * random.nextInt(LONGEST_PAUSE_MICROS));
    }
  }

  private boolean isNoted() {
    String[] files = noted.toFile().list((folder, name) -> name.endsWith(".json"));
    return files != null && files.length > 0;
  }

  private Intent something(int number) {
    DeviceRef device = DeviceRef.parse("0000:%02x:00.0".formatted(random.nextInt(256)));
    GuestName guest = new GuestName("guest" + random.nextInt(MOST_GUESTS));
    return switch (number % 5) {
      case 0 -> new Intent.AddGuest(guest, List.of(device));
      case 1 -> new Intent.Release(List.of(device));
      case 2 -> new Intent.RemoveGuest(guest);
      case 3 ->
          new Intent.Waive(
              new Waiver(
                  "group-opens-once",
                  Optional.of(device),
                  Optional.of("edit " + number),
                  Optional.of(LocalDate.EPOCH)));
      default -> new Intent.Comment(new Commented.OfGuest(guest), "edit " + number);
    };
  }
}
