package org.iommuscope.imports;

import java.util.List;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.model.topology.HostTopology;

/** A host as a capture tells it, where it was read, and what was odd. */
public record ImportResult(HostTopology host, Provenance provenance, List<ImportNote> notes) {

  public ImportResult {
    notes = List.copyOf(notes);
  }

  /** This read as one with a further capture of the host; this counts where they differ. */
  public ImportResult with(ImportResult further) {
    return ImportMerge.of(this, further);
  }

  /** The same with further notes. */
  ImportResult withNotes(List<ImportNote> further) {
    ImportNotes all = new ImportNotes();
    all.addAll(notes);
    all.addAll(further);
    return new ImportResult(host, provenance, all.toList());
  }
}
