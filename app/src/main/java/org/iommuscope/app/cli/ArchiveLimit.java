package org.iommuscope.app.cli;

import picocli.CommandLine.Option;

/** The option by which a command that opens captures takes larger archives than usual. */
final class ArchiveLimit {

  private static final int MOST_TIMES = 1000;

  @Option(
      names = "--archive-limit",
      paramLabel = "TIMES",
      description =
          "How many times larger than usual an archive may be: 1,500,000 entries, 4 GiB unpacked,"
              + " 512 MiB of what is read.")
  private int times = 1;

  /** How many times, 1 to 1000. */
  int times() throws CommandFailure {
    if (times < 1 || times > MOST_TIMES) {
      throw new CommandFailure("--archive-limit: found " + times + ", expected 1 to " + MOST_TIMES);
    }
    return times;
  }
}
