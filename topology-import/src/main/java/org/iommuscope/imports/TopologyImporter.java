package org.iommuscope.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.iommuscope.imports.capture.CaptureOpener;
import org.iommuscope.imports.capture.Limits;
import org.iommuscope.imports.capture.Opening;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.EvidenceHost;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.imports.sysfs.SysfsImport;
import org.iommuscope.imports.text.TextDump;
import org.iommuscope.imports.text.TextFormats;
import org.iommuscope.model.topology.HostTopology;

/** Reads captures into hosts; it writes nothing and opens nothing outside the capture. */
public final class TopologyImporter {

  private final Supplier<PciNames> names;
  private final Limits limits;

  /**
   * @param names the product names for what a capture does not name itself; asked only then
   */
  public TopologyImporter(Supplier<PciNames> names) {
    this(names, 1);
  }

  /**
   * @param times how many times larger than usual an archive may be; at least 1
   */
  public TopologyImporter(Supplier<PciNames> names, int times) {
    this.names = names;
    this.limits = Limits.usual().times(times);
  }

  /** Reads a folder, {@code /} being this host, an archive or a text. */
  public ImportOutcome read(Path path) {
    return read(new CaptureSource.At(path), ImportProgress.unwatched());
  }

  /** Reads several captures of one host, of which the first counts where they differ. */
  public ImportOutcome read(List<CaptureSource> sources, ImportProgress progress) {
    ImportOutcome merged = read(sources.getFirst(), progress);
    for (CaptureSource source : sources.subList(1, sources.size())) {
      if (!(merged instanceof ImportOutcome.Imported(ImportResult first))) {
        return merged;
      }
      merged =
          switch (read(source, progress)) {
            case ImportOutcome.Imported(ImportResult second) ->
                new ImportOutcome.Imported(ImportMerge.of(first, second));
            case ImportOutcome.Refused refused -> refused;
            case ImportOutcome.Cancelled cancelled -> cancelled;
          };
    }
    return merged;
  }

  /** Reads one capture, watched; a cancelled import leaves nothing behind. */
  public ImportOutcome read(CaptureSource source, ImportProgress progress) {
    ImportNotes notes = new ImportNotes();
    try {
      CaptureOpener opener = new CaptureOpener(limits, notes, progress);
      Opening opening =
          switch (source) {
            case CaptureSource.At(Path path) -> opener.open(path);
            case CaptureSource.Streamed streamed -> opener.open(source.label(), streamed.stream());
            case CaptureSource.Pasted(String name, String text) ->
                opener.open(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
          };
      return switch (opening) {
        case Opening.Refused(String sentence) -> new ImportOutcome.Refused(sentence);
        case Opening.Opened opened ->
            labelled(source, readTree(source.name(), opened, notes, progress));
        case Opening.Text(byte[] bytes) ->
            labelled(source, readText(TextDump.of(source.name(), bytes), opener, notes, progress));
      };
    } catch (CancellationException e) {
      return new ImportOutcome.Cancelled();
    }
  }

  /** A refusal begins with the source's name, which for a stream is a dash and no subject. */
  private static ImportOutcome labelled(CaptureSource source, ImportOutcome outcome) {
    return outcome instanceof ImportOutcome.Refused(String sentence)
            && sentence.startsWith(source.name())
        ? new ImportOutcome.Refused(source.label() + sentence.substring(source.name().length()))
        : outcome;
  }

  private ImportOutcome readTree(
      String name, Opening.Opened opened, ImportNotes notes, ImportProgress progress) {
    SysfsImport read = SysfsImport.read(opened.capture(), names, notes, progress);
    Optional<String> failure = opened.failure();
    Optional<ImportResult> texts = new ReportTexts(opened.capture(), name, names).read(progress);
    if (!read.isAnything() && texts.isEmpty()) {
      return new ImportOutcome.Refused(name + ": " + failure.orElseGet(() -> nothingIn()));
    }
    failure.ifPresent(why -> notes.unreadable("", "the capture was read in part only: " + why));
    Provenance provenance = new Provenance(name, "sysfs", read.folders());
    ImportResult tree = new ImportResult(read.host(), provenance, notes.toList());
    return new ImportOutcome.Imported(
        texts
            .map(told ->
                read.isAnything() ? ImportMerge.of(tree, told) : told.withNotes(notes.toList()))
            .orElse(tree));
  }

  private ImportOutcome readText(
      TextDump text, CaptureOpener opener, ImportNotes notes, ImportProgress progress) {
    Optional<byte[]> recording = PastedRecording.takenFrom(text);
    if (recording.isEmpty()) {
      return readForms(text, notes, progress);
    }
    Opening records = opener.open(text.source(), new ByteArrayInputStream(recording.get()));
    if (!(records instanceof Opening.Opened opened)
        || !(readTree(text.source(), opened, notes, progress)
            instanceof ImportOutcome.Imported(ImportResult first))) {
      return readForms(text, notes, progress);
    }
    return readForms(text, new ImportNotes(), progress)
            instanceof ImportOutcome.Imported(ImportResult second)
        ? new ImportOutcome.Imported(ImportMerge.of(first, second))
        : new ImportOutcome.Imported(first);
  }

  private ImportOutcome readForms(TextDump text, ImportNotes notes, ImportProgress progress) {
    String name = text.source();
    Evidence evidence = new Evidence(notes);
    TextFormats.Found found = TextFormats.read(text, evidence, progress);
    if (evidence.isEmpty()) {
      return new ImportOutcome.Refused(name + " " + found.refusal());
    }
    HostTopology host = EvidenceHost.of(evidence, names);
    String kind = String.join(", ", found.titles());
    Provenance provenance = new Provenance(name, kind, evidence.folders(), evidence.places());
    return new ImportOutcome.Imported(new ImportResult(host, provenance, notes.toList()));
  }

  private static String nothingIn() {
    return "found neither sys/bus/pci/devices nor sys/kernel/iommu_groups;"
        + " expected the tree of a captured host";
  }
}
