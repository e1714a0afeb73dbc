package org.iommuscope.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

/**
 * What was left of an editing process that was killed.
 *
 * @param edits how many edits it had made
 * @param oldestLost age of the oldest edit that is lost, in milliseconds; 0 where none is
 * @param torn files that cannot be read
 */
public record KilledEditing(int edits, long oldestLost, List<String> torn) {

  private static final int AT_ONCE = 2;
  private static final int EARLIEST = 50;
  private static final int LATEST = 2500;

  /** Kills as many processes, each at a random moment, with files below a folder. */
  public static List<KilledEditing> times(int count, Path folder)
      throws InterruptedException, ExecutionException {
    try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<KilledEditing>> running = new ArrayList<>();
      for (int seed = 0; seed < count; seed++) {
        long own = seed;
        running.add(several.submit(() -> once(own, folder.resolve("killed-" + own))));
      }
      List<KilledEditing> all = new ArrayList<>();
      for (Future<KilledEditing> each : running) {
        all.add(each.get());
      }
      return all;
    }
  }

  private static KilledEditing once(long seed, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                EditingProcess.class.getName(),
                folder.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int wait = EARLIEST + new Random(seed).nextInt(LATEST);
    TreeMap<Integer, Long> made = new TreeMap<>();
    long last = 0;
    try (BufferedReader lines = process.inputReader()) {
      long end = Long.MAX_VALUE;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && !words[1].isEmpty()) {
          made.put(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }
        long now = System.currentTimeMillis();
        end = Math.min(end, now + wait);
        if (now >= end && last == 0) {
          process.toHandle().destroyForcibly();
          process.waitFor(10, TimeUnit.SECONDS);
          last = System.currentTimeMillis();
        }
      }
    }
    return of(folder, made, last);
  }

  private static KilledEditing of(Path folder, TreeMap<Integer, Long> made, long killed)
      throws IOException {
    List<SessionStore.Left> left = EditingProcess.sessions(folder).left();
    List<String> torn = new ArrayList<>(tornPlans(folder.resolve("plan.json")));
    long sessions = filesEnding(folder.resolve("iommuscope/sessions"), ".json");
    if (sessions != left.size()) {
      torn.add((sessions - left.size()) + " sessions of " + folder);
    }
    int saved = left.stream().mapToInt(KilledEditing::lastEdit).max().orElse(0);
    Map.Entry<Integer, Long> lost = made.higherEntry(saved);
    return new KilledEditing(made.size(), lost == null ? 0 : killed - lost.getValue(), torn);
  }

  private static int lastEdit(SessionStore.Left left) {
    return left.session().plans().stream()
        .map(plan -> plan.plan().plan().comment(new Commented.WholePlan()))
        .filter(text -> text.startsWith("edit "))
        .mapToInt(text -> Integer.parseInt(text.substring("edit ".length())))
        .max()
        .orElse(0);
  }

  private static List<String> tornPlans(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return switch (reader.read(file.toString(), Files.readAllBytes(file))) {
      case PlanReading.Opened whole -> List.of();
      case PlanReading.Refused(var problem) -> List.of(problem.sentence());
    };
  }

  private static long filesEnding(Path folder, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
          .count();
    }
  }
}
