package org.iommuscope.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.iommuscope.imports.capture.Capture;
import org.iommuscope.imports.capture.CapturedFile;
import org.iommuscope.imports.capture.Content;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.EvidenceHost;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.imports.text.TextDump;
import org.iommuscope.imports.text.TextFormats;

/**
 * The texts that support archives keep in the place of a sysfs tree: reports of sos, diagnostics of
 * Unraid, or just files that somebody packed. A capture with the tree itself needs none of them.
 */
final class ReportTexts {

  /** Deeper than any report puts its texts. */
  private static final int DEEPEST = 6;

  /** More files than a report has of these names, one for each node device among them. */
  private static final int MOST_FILES = 20_000;

  private static final List<String> NO_TEXTS = List.of("sys", "dev", "proc");

  private final Capture capture;
  private final String name;
  private final Supplier<PciNames> names;
  private final List<CapturedFile> files = new ArrayList<>();

  ReportTexts(Capture capture, String name, Supplier<PciNames> names) {
    this.capture = capture;
    this.name = name;
    this.names = names;
  }

  /** What the texts tell together; empty where the tree is there, or where they tell nothing. */
  Optional<ImportResult> read(ImportProgress progress) {
    if (capture.folder("sys/bus/pci/devices").isPresent()) {
      capture.besideRecords().ifPresent(files::add);
    } else {
      collect(capture.root(), 0);
    }
    ImportNotes own = new ImportNotes();
    Evidence evidence = new Evidence(own);
    SequencedSet<String> titles = new LinkedHashSet<>();
    for (CapturedFile file : files) {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      switch (file.content()) {
        case Content.Bytes(byte[] bytes) ->
            titles.addAll(
                TextFormats.read(TextDump.of(file.path(), bytes), evidence, progress).titles());
        case Content.Unreadable(String reason) ->
            own.unreadable(file.path(), "it was not read: " + reason);
      }
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    Provenance provenance =
        new Provenance(name, String.join(", ", titles), evidence.folders(), evidence.places());
    return Optional.of(
        new ImportResult(EvidenceHost.of(evidence, names), provenance, own.toList()));
  }

  private void collect(Folder folder, int depth) {
    for (String child : folder.sortedNames()) {
      Optional<Entry> entry = folder.child(child);
      if (entry.orElse(null) instanceof CapturedFile file) {
        if (file.isText() && files.size() < MOST_FILES) {
          files.add(file);
        }
      } else if (entry.orElse(null) instanceof Folder below
          && depth < DEEPEST
          && !NO_TEXTS.contains(child)) {
        collect(below, depth + 1);
      }
    }
  }
}
