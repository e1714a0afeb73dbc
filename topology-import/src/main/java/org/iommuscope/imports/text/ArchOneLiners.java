package org.iommuscope.imports.text;

import java.util.Optional;
import org.iommuscope.imports.evidence.Evidence;

/**
 * Lines with a group and one member each, {@code IOMMU Group 1 01:00.0 VGA …}, as the shell loop of
 * the Arch wiki prints them.
 */
final class ArchOneLiners implements TextReader {

  private static final String EXPECTED = "IOMMU Group, a number and an address like 01:00.0";

  @Override
  public String title() {
    return "group one-liners";
  }

  @Override
  public String mark() {
    return "(?i)iommu group";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    UsbRows usb = new UsbRows();
    int understood = 0;
    int stopped = 0;
    for (int index = 0; index < text.size(); index++) {
      if (!text.isFree(index)) {
        continue;
      }
      boolean isRead = false;
      for (String part : GroupHead.parts(text.line(index))) {
        isRead |= readPart(part, text, index, evidence, usb);
      }
      if (isRead) {
        text.take(index);
        understood++;
      } else if (stopped == 0 && isNearly(text.line(index))) {
        stopped = index + 1;
      }
    }
    usb.tell(evidence);
    int far = stopped > 0 ? stopped : text.firstFree(0);
    return understood > 0 ? Reached.all(understood) : Reached.stopped(far, EXPECTED);
  }

  private static boolean isNearly(String line) {
    return GroupHead.of(line).isPresent();
  }

  private static boolean readPart(
      String part, TextDump text, int index, Evidence evidence, UsbRows usb) {
    Optional<GroupHead> head = GroupHead.of(part);
    Optional<MemberLine> member = head.flatMap(it -> MemberLine.of(it.rest()));
    if (member.isEmpty() || member.get().ids().isPresent()) {
      return false;
    }
    FunctionLine function = member.get().function();
    Optional<UsbLine> device =
        function.text().startsWith("USB ") ? UsbLine.of(function.text()) : Optional.empty();
    if (device.isPresent()) {
      usb.add(function.address(), device.get(), text.place(index));
    } else {
      member.get().tell(evidence, text.place(index));
    }
    evidence.member(function.address(), head.orElseThrow().group(), text.place(index));
    return true;
  }
}
