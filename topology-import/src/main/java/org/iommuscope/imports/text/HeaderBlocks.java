package org.iommuscope.imports.text;

import java.util.Optional;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A line that names a group, then its members below it, as many scripts print them: with a colon or
 * without, with the IOMMU unit one level above, with USB devices below their controller, with marks
 * for functions that can be reset, and as the page of Unraid shows them.
 */
final class HeaderBlocks implements TextReader {

  @Override
  public String title() {
    return "group blocks";
  }

  @Override
  public String mark() {
    return "(?i)iommu group|^Group \\d";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    return new Run(text, evidence).read();
  }

  /** One text while it is read. */
  private static final class Run {

    /** The shortest width at which mail programs wrap lines. */
    private static final int NARROWEST = 60;

    private static final int NONE = -2;

    private final TextDump text;
    private final Evidence evidence;
    private final UsbRows usb = new UsbRows();
    private final ResetMarks resets = new ResetMarks();
    private @Nullable GroupId group;
    private @Nullable String unit;
    private @Nullable FunctionLine last;
    private boolean isIndented;
    private int understood;
    private int lastHeader;
    private int lastMember = NONE;
    private boolean lacksName;

    Run(TextDump text, Evidence evidence) {
      this.text = text;
      this.evidence = evidence;
    }

    Reached read() {
      for (int index = 0; index < text.size(); index++) {
        if (text.isFree(index)) {
          readLine(index);
        }
      }
      usb.tell(evidence);
      resets.tell(evidence);
      return understood > 0
          ? Reached.all(understood)
          : Reached.stopped(
              lastHeader > 0 ? lastHeader : text.firstFree(0),
              lastHeader > 0
                  ? "a member like 01:00.0 below the group"
                  : "IOMMU Group and a number, then its members below");
    }

    private void readLine(int index) {
      boolean isRead = false;
      for (String part : GroupHead.parts(text.line(index))) {
        isRead |= !part.isBlank() && readPart(part, index);
      }
      if (isRead) {
        text.take(index);
        understood++;
      }
    }

    private boolean readPart(String part, int index) {
      Optional<GroupHead> head = GroupHead.of(part);
      if (head.isPresent() && !LspciAttributes.isGroupOfRecord(text, index)) {
        return readHead(head.get(), index);
      }
      if (part.startsWith("IOMMU: ")) {
        unit = part.substring(7).strip();
        group = null;
        return false;
      }
      boolean isRead = group != null && readBelow(part, index, group);
      group = isRead || Tokens.isIndented(part) ? group : null;
      return isRead;
    }

    private boolean readHead(GroupHead head, int index) {
      last = null;
      group = head.group();
      lastHeader = index + 1;
      if (head.isHeader()) {
        evidence.group(head.group());
        return true;
      }
      Optional<MemberLine> member = MemberLine.of(head.rest());
      if (member.isEmpty()) {
        group = null;
        return false;
      }
      isIndented = true;
      return readMember(member.get(), index, head.group());
    }

    private boolean readBelow(String part, int index, GroupId of) {
      Optional<MemberLine> member = MemberLine.of(part);
      if (member.isPresent()) {
        if (last == null) {
          isIndented = Tokens.isIndented(part);
        }
        boolean isOutside = isIndented && part.length() > 7 && FunctionLine.at(part, 0).isPresent();
        return !isOutside && readMember(member.get(), index, of);
      }
      return last != null
          && (readUsb(part, index, last)
              || readContinuation(part, index, last)
              || readRest(part, index, last));
    }

    private boolean readMember(MemberLine member, int index, GroupId of) {
      Place place = text.place(index);
      Claims claims = evidence.member(member.function().address(), of, place);
      if (unit != null) {
        claims.say(Fact.IOMMU, unit, place);
      }
      last = member.function();
      lastMember = index;
      lacksName = member.lacksName();
      if (!isContinued(index)) {
        member.tell(evidence, place);
      }
      resets.add(member, place);
      return true;
    }

    /** Whether the line was wrapped, so that what it tells waits for its other half. */
    private boolean isContinued(int index) {
      return index + 1 < text.size()
          && last != null
          && !last.isWhole()
          && isRestOf(last, text.line(index + 1));
    }

    private static boolean isRestOf(FunctionLine cut, String line) {
      return !line.isBlank()
          && cut.and(line).isWhole()
          && !line.startsWith("```")
          && GroupHead.of(line).isEmpty()
          && MemberLine.of(line).isEmpty();
    }

    private boolean readContinuation(String part, int index, FunctionLine cut) {
      if (cut.isWhole() || !isRestOf(cut, part)) {
        return false;
      }
      last = cut.and(part);
      lastMember = index;
      last.tell(evidence, text.place(index - 1));
      return true;
    }

    /** The end of a member's line that lacks nothing we know of, or the middle of a longer one. */
    private boolean readRest(String part, int index, FunctionLine cut) {
      int width = index == 0 ? 0 : text.line(index - 1).length() + Tokens.wordEnd(part, 0);
      if (lastMember != index - 1
          || width < NARROWEST && !lacksName
          || Tokens.isIndented(part)
          || part.startsWith("/")) {
        return false;
      }
      last = cut.and(part);
      lastMember = index;
      if (part.startsWith("(rev ") || part.startsWith("(prog-if ")) {
        last.tell(evidence, text.place(index - 1));
      }
      return true;
    }

    private boolean readUsb(String part, int index, FunctionLine controller) {
      Optional<UsbLine> device = UsbLine.of(part);
      device.ifPresent(it -> usb.add(controller.address(), it, text.place(index)));
      return device.isPresent();
    }
  }
}
