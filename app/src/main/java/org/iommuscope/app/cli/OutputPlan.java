package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;

/** Writes the plan that a command made. */
final class OutputPlan {

  private OutputPlan() {}

  static void write(String name, PlanFile file) throws CommandFailure {
    String text = new PlanWriter().write(file);
    try {
      OutputFile.write(Path.of(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new CommandFailure(name + " cannot be written: " + OutputFile.reason(e));
    }
  }
}
