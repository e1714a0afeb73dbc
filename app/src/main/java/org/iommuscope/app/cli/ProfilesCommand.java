package org.iommuscope.app.cli;

import java.util.concurrent.Callable;
import org.iommuscope.app.files.ProfilesWriter;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rule profiles. */
@Command(
    name = "profiles",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Lists the rule profiles: which kernels, and how they keep guests apart.")
final class ProfilesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  ProfilesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (json) {
      terminal.out().print(ProfilesWriter.write(RuleProfiles.all()));
    } else {
      RuleProfiles.all().forEach(this::print);
    }
    return ExitStatus.DONE;
  }

  private void print(RuleProfile profile) {
    terminal
        .out()
        .printf(
            "%-24s %-24s %s: %s%n",
            profile.id(), profile.kernels(), profile.title(), profile.mechanism());
  }
}
