package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.imports.evidence.Evidence;

/**
 * Kernel logs of any age and with any time stamp: from dmesg, the journal, a serial line. Of
 * several boots in one text the last complete one counts.
 */
final class KernelLog implements TextReader {

  private static final String EXPECTED = "a line like pci 0000:01:00.0: Adding to iommu group 7";

  @Override
  public String title() {
    return "kernel log";
  }

  @Override
  public String mark() {
    return "iommu: |iommu group|DMAR|AMD-Vi";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    List<Boot> boots = new ArrayList<>();
    boots.add(new Boot(text));
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      if (!text.isFree(index)) {
        continue;
      }
      String line = text.line(index);
      if (begins(line, boots.getLast())) {
        boots.add(new Boot(text));
      }
      if (boots.getLast().read(line, index)) {
        text.take(index);
        understood++;
      }
    }
    Boot counts = lastComplete(boots);
    boots.stream()
        .filter(boot -> boot != counts && boot.hasMembers())
        .forEach(boot ->
            evidence
                .notes()
                .ignored(
                    text.source(),
                    boot.firstLine(),
                    "a boot begins here that does not count; the one from line "
                        + counts.firstLine()
                        + " on does"));
    counts.tell(evidence);
    return understood > 0 ? Reached.all(understood) : Reached.stopped(text.firstFree(0), EXPECTED);
  }

  /** A boot begins with the kernel's banner, and where its clock has gone back to the beginning. */
  private static boolean begins(String line, Boot running) {
    boolean isBanner = line.contains("Linux version ") && !line.contains("Comm: ");
    return isBanner && !running.isEmpty() || running.isBefore(line);
  }

  /** A boot whose text ends among its groups may lack some; then one before it with more counts. */
  private static Boot lastComplete(List<Boot> boots) {
    Boot last = boots.getLast();
    for (Boot boot : boots) {
      last = boot.hasMembers() ? boot : last;
    }
    for (Boot boot : boots) {
      last = last.isCut() && boot.members() > last.members() ? boot : last;
    }
    return last;
  }
}
