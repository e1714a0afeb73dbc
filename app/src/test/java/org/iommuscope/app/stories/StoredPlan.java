package org.iommuscope.app.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

/** A plan file that a story begins with. */
final class StoredPlan {

  private StoredPlan() {}

  static AssignmentPlan read(Path file) {
    List<String> profiles = RuleProfiles.all().stream().map(RuleProfile::id).toList();
    try {
      return new PlanReader(profiles).read(file.toString(), Files.readAllBytes(file))
              instanceof PlanReading.Opened(PlanFile read)
          ? read.plan()
          : AssignmentPlan.EMPTY;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
