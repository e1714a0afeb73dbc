package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;

/**
 * A process that may write no file longer than a few blocks, as if the disk had no more: its writes
 * fail half way.
 */
final class FullDisk {

  private static final String BLOCKS = "4";
  private static final int GUESTS = 400;

  private FullDisk() {}

  /** Saves a plan that is longer and prints what the program says. */
  static Process savingTo(Path file) throws IOException {
    List<String> java =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            FullDisk.class.getName(),
            file.toString());
    ProcessBuilder limited =
        new ProcessBuilder("sh", "-c", "ulimit -f " + BLOCKS + "; exec \"$@\"", "sh");
    limited.command().addAll(java);
    return limited.start();
  }

  public static void main(String[] arguments) {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (int nth = 0; nth < GUESTS; nth++) {
      plan = plan.withGuest(new GuestName("guest" + nth), guest -> guest);
    }
    System.out.println(
        new SavedPlan()
            .save(Path.of(arguments[0]), PlanFile.of(plan), Session.empty().host())
            .failure()
            .orElse("saved"));
  }
}
