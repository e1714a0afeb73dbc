package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;

/** The name of a group's member as a listing prints it. */
final class MemberName {

  private static final int LONGEST = 200;

  /** What is left of an address or a UUID that was cut off. */
  private static final Pattern CUT = Pattern.compile("[0-9a-fA-F:.-]*");

  private static final String NOT_IN_NAMES = "*/<>\"'{}$|()?";

  private MemberName() {}

  /** The device of a name; empty for a pattern, an elision, and for half a name. */
  static Optional<DeviceRef> of(String printed) {
    String name = printed.replace("\\", "");
    if (name.isBlank() || name.length() > LONGEST || name.contains("...") || name.contains("…")) {
      return Optional.empty();
    }
    boolean isName = name.chars().noneMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0);
    DeviceRef device = DeviceRef.parse(name);
    boolean isCut = device instanceof DeviceName && CUT.matcher(name).matches();
    return isName && !isCut ? Optional.of(device) : Optional.empty();
  }
}
