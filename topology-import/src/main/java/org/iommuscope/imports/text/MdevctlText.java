package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.Reading;

/** {@code mdevctl list}, also of what is only defined, and {@code mdevctl types}. */
final class MdevctlText implements TextReader {

  private static final Pattern MDEV =
      Pattern.compile(
          "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}) (\\S{1,100}) (\\S{1,100})"
              + "((?: (?:auto|manual|\\(active\\)|\\(defined\\)))*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s+(Attrs:|@\\{\\d+\\}: .*)");
  private static final Pattern TYPE = Pattern.compile("\\s{1,8}(\\S{1,100})");
  private static final Pattern DETAIL =
      Pattern.compile("\\s{2,16}(Available instances|Device API|Name|Description): ?(.*)");

  @Override
  public String title() {
    return "mdevctl list or types";
  }

  @Override
  public String mark() {
    return "^[0-9a-fA-F]{8}-[0-9a-fA-F-]+ |Available instances|^ {2}\\S+-\\S+$";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index)) {
        understood += readMdev(text, index, evidence) ? 1 : readTypes(text, index, evidence);
      }
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(
            text.firstFree(0), "a UUID, a parent and a type, or Available instances:");
  }

  private static boolean readMdev(TextDump text, int index, Evidence evidence) {
    Matcher mdev = MDEV.matcher(text.line(index));
    if (!mdev.matches()) {
      return false;
    }
    evidence
        .device(new MdevUuid(mdev.group(1)))
        .say(Fact.MDEV_PARENT, DeviceRef.parse(mdev.group(2)), text.place(index))
        .say(Fact.MDEV_TYPE, mdev.group(3), text.place(index));
    int end = index + 1;
    while (end < text.size() && ATTRIBUTE.matcher(text.line(end)).matches()) {
      end++;
    }
    text.take(index, end);
    return true;
  }

  /** Reads the types of the parent that a line names; such a line is known by what follows it. */
  private static int readTypes(TextDump text, int index, Evidence evidence) {
    String parent = text.line(index);
    if (parent.isBlank() || parent.contains(" ") || index + 2 >= text.size()) {
      return 0;
    }
    List<MdevType> types = new ArrayList<>();
    int at = index + 1;
    while (at + 1 < text.size()
        && TYPE.matcher(text.line(at)).matches()
        && DETAIL.matcher(text.line(at + 1)).matches()) {
      int end = at + 1;
      while (end < text.size() && DETAIL.matcher(text.line(end)).matches()) {
        end++;
      }
      types.add(type(text, at, end));
      at = end;
    }
    if (!types.isEmpty()) {
      evidence
          .device(DeviceRef.parse(parent))
          .say(Fact.MDEV_TYPES, List.copyOf(types), text.place(index));
      text.take(index, at);
    }
    return types.size();
  }

  private static MdevType type(TextDump text, int begin, int end) {
    Reading<String> name = Reading.absent();
    Reading<String> api = Reading.unread();
    Reading<Integer> available = Reading.unread();
    for (int at = begin + 1; at < end; at++) {
      Matcher detail = DETAIL.matcher(text.line(at));
      if (detail.matches()) {
        String value = detail.group(2);
        switch (detail.group(1)) {
          case "Name" -> name = Reading.of(value);
          case "Device API" -> api = Reading.of(value);
          case "Available instances" -> available = number(value);
          default -> {}
        }
      }
    }
    return new MdevType(text.line(begin).strip(), name, api, available);
  }

  private static Reading<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Reading.of(Integer.valueOf(text)) : Reading.unread();
  }
}
