package org.iommuscope.imports;

import java.nio.file.Path;
import java.util.List;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;

/** Imports as tests want them: without the names of this system, and with one outcome. */
final class Imports {

  private Imports() {}

  static ImportOutcome outcomeOf(Path capture) {
    return new TopologyImporter(PciNames::none).read(capture);
  }

  static ImportResult of(Path capture) {
    return switch (outcomeOf(capture)) {
      case ImportOutcome.Imported(ImportResult result) -> result;
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
    };
  }

  static String refusalOf(Path capture) {
    return switch (outcomeOf(capture)) {
      case ImportOutcome.Refused(String sentence) -> sentence;
      case ImportOutcome.Imported imported -> throw new AssertionError("it was imported");
      case ImportOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
    };
  }

  static IommuGroup group(HostTopology host, int number) {
    return host.group(new GroupId(number)).orElseThrow();
  }

  /** The notes as {@code kind where: text}. */
  static List<String> notesOf(ImportResult result) {
    return result.notes().stream().map(Imports::line).toList();
  }

  private static String line(ImportNote note) {
    return note.kind() + " " + note.where() + ": " + note.text();
  }
}
