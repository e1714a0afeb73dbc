package org.iommuscope.app.workspace;

import static org.iommuscope.app.workspace.Sample.GPU;
import static org.iommuscope.app.workspace.Sample.NIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.files.SessionText;
import org.iommuscope.app.settings.PlatformFolders;
import org.iommuscope.app.settings.SessionFiles;
import org.iommuscope.app.settings.SessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {

  @TempDir private Path folder;

  private final Workspace workspace = Sample.workspace();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void every_edit_is_noted_in_the_background_and_only_the_newest_is_written() {
    begin(files(1));
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertEquals(List.of(), files(2).left());
    assertEquals(1, background.size());
    work();
    SavedSession session = crashed();
    assertEquals(workspace.session().plan(), session.plans().getFirst().plan().plan());
    assertEquals(2, session.unsaved());
    assertFalse(session.closed());
  }

  @Test
  void a_selection_is_nothing_to_note() {
    begin(files(1));
    workspace.perform(Intent.Select.of(GPU));
    assertEquals(0, background.size());
  }

  @Test
  void a_session_of_a_running_program_is_left_to_it() {
    SessionFiles own = files(1);
    begin(own);
    workspace.perform(workspace.session().newGuestWith(GPU));
    work();
    assertEquals(List.of(), own.left());
  }

  @Test
  void another_host_begins_another_session_and_the_first_can_be_taken_up() {
    SessionFiles own = files(1);
    Autosave autosave = begin(own);
    workspace.perform(workspace.session().newGuestWith(GPU));
    work();
    workspace.begin(Sample.workspace().judgement());
    autosave.close();
    assertTrue(own.left().stream().anyMatch(left -> left.session().unsaved() == 1));
  }

  @Test
  void a_session_that_ends_is_restored_with_all_its_plans() {
    Autosave autosave = begin(files(1));
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(new Intent.OfBoard.Branch());
    workspace.perform(workspace.session().newGuestWith(NIC));
    autosave.close();
    SavedSession session = crashed();
    assertTrue(session.closed());

    Workspace next = Sample.workspace();
    next.perform(
        new Intent.OfBoard.Restore(
            Resuming.plansOf(session, file -> Optional.empty()).plans(), session.shown()));

    assertEquals(workspace.board().plans().size(), next.board().plans().size());
    assertEquals("Plan 2", next.board().current().name());
    assertEquals(workspace.session().plan(), next.session().plan());
    next.perform(new Intent.Undo());
    assertEquals(0, next.session().plan().guests().size());
  }

  @Test
  void what_was_taken_up_is_forgotten_only_when_this_session_has_it() {
    Autosave autosave = begin(files(1));
    workspace.perform(workspace.session().newGuestWith(GPU));
    autosave.afterNoted(() -> told.add(crashed().unsaved() + " edit noted"));
    assertEquals(List.of(), told);
    work();
    assertEquals(List.of("1 edit noted"), told);
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_once() throws IOException {
    Files.writeString(folder.resolve("iommuscope"), "in the way");
    begin(files(1));
    workspace.perform(workspace.session().newGuestWith(GPU));
    work();
    workspace.perform(workspace.session().newGuestWith(NIC));
    work();
    assertEquals(1, told.size());
  }

  @Test
  void a_torn_file_is_passed_over() throws IOException {
    Path sessions = Files.createDirectories(folder.resolve("iommuscope/sessions"));
    Files.writeString(sessions.resolve("1-1-1.json"), "{\"format\": \"iommuscope-ses");
    assertEquals(List.of(), files(1).left());
  }

  private Autosave begin(SessionStore store) {
    Autosave autosave =
        new Autosave(
            workspace,
            store,
            new Latest.Executors(background::add, Runnable::run),
            () -> Instant.EPOCH,
            told::add);
    autosave.start(Optional::empty);
    work();
    return autosave;
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private SavedSession crashed() {
    return files(2).left().getFirst().session();
  }

  private SessionFiles files(long process) {
    return new SessionFiles(
        PlatformFolders.of(Map.of("XDG_STATE_HOME", folder.toString()), folder, "Linux"),
        new SessionText(new PlanReader(List.of())),
        process);
  }
}
