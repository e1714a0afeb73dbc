package org.iommuscope.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.HostMark;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanOnHost;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.diff.HostChecks;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;

/** Puts plan files on the board, and tells what of the host is other than when they were made. */
public final class PlanOpening {

  private static final int BEGINNING = 4096;

  private final Workspace workspace;
  private final Latest<Asked, Answer> reading;

  private record Asked(Path file, HostTopology host, Consumer<Opened> told) {}

  private record Answer(Asked asked, Optional<PlanFile> plan, Opened opened) {}

  /**
   * What came of opening a plan.
   *
   * @param refusal why it could not be read; empty where it could
   * @param doubts what its host has otherwise than the one that is open
   */
  public record Opened(Optional<String> refusal, List<HostCheck> doubts) {}

  public PlanOpening(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    reading = new Latest<>(PlanOpening::answer, executors, this::show);
  }

  /** Reads a plan and has it shown; what came of it is told on the window's thread. */
  public void open(Path file, Consumer<Opened> told) {
    reading.ask(new Asked(file, workspace.session().host(), told));
  }

  /** Whether a file begins like a plan, and so is no capture. */
  public static boolean isPlan(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return beginning.stripLeading().startsWith("{") && beginning.contains(PlanFile.FORMAT);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Reads a plan file; empty where there is none that can be read. */
  public static Optional<PlanFile> read(Path file) {
    return reading(file) instanceof PlanReading.Opened(PlanFile plan)
        ? Optional.of(plan)
        : Optional.empty();
  }

  /** A reader that knows the program's rule profiles. */
  public static PlanReader reader() {
    return new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
  }

  private static PlanReading reading(Path file) {
    try {
      return reader().read(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return new PlanReading.Refused(
          new FileProblem(file.toString(), 0, "nothing that can be read", "a plan file"));
    }
  }

  private static Answer answer(Asked asked) {
    return switch (reading(asked.file())) {
      case PlanReading.Refused(FileProblem problem) -> refused(asked, problem);
      case PlanReading.Opened(PlanFile plan) ->
          new PlanOnHost(asked.file().toString(), plan, asked.host())
              .problem()
              .map(problem -> refused(asked, problem))
              .orElseGet(() ->
                  new Answer(
                      asked,
                      Optional.of(plan),
                      new Opened(Optional.empty(), doubts(plan, asked.host()))));
    };
  }

  private static Answer refused(Asked asked, FileProblem problem) {
    return new Answer(
        asked, Optional.empty(), new Opened(Optional.of(problem.sentence()), List.of()));
  }

  private static List<HostCheck> doubts(PlanFile plan, HostTopology host) {
    return plan.host().flatMap(HostMark::sketch).stream()
        .flatMap(sketch -> HostChecks.of(sketch, host).stream())
        .filter(HostCheck::isOpen)
        .toList();
  }

  private void show(Answer answer) {
    Path file = answer.asked().file();
    answer
        .plan()
        .ifPresent(plan ->
            workspace.perform(new Intent.OfBoard.Put(nameOf(file), plan, Optional.of(file))));
    answer.asked().told().accept(answer.opened());
  }

  /** The file's name without what every plan file's ends in. */
  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    String bare = name.replaceFirst("(\\.plan)?\\.json$", "");
    return bare.isBlank() ? name : bare;
  }
}
