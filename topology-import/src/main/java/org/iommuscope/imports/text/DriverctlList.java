package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/**
 * {@code driverctl list-devices}, in which {@code [*]} marks an overridden driver, and {@code
 * driverctl list-overrides}, which lists such devices only and marks none.
 */
final class DriverctlList implements TextReader {

  private static final Pattern LINE =
      Pattern.compile(
          "([0-9a-fA-F]{4,8}:[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\\.[0-7]) (\\(none\\)|[\\w.-]{1,60})( \\[\\*\\])?(?: \\(.{0,200}\\))?");

  @Override
  public String title() {
    return "driverctl list-devices";
  }

  @Override
  public String mark() {
    return "^[0-9a-f]{4}:[0-9a-f:.]+ [\\w.-]+( \\[\\*\\])?$";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index) && readLine(text, index, evidence)) {
        text.take(index);
        understood++;
      }
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(text.firstFree(0), "an address with a driver, like 0000:01:00.0 nvme");
  }

  private static boolean readLine(TextDump text, int index, Evidence evidence) {
    Matcher line = LINE.matcher(text.line(index));
    Optional<PciAddress> address =
        line.matches() ? PciAddress.parse(line.group(1)) : Optional.empty();
    if (address.isEmpty()) {
      return false;
    }
    Claims claims = evidence.device(address.get());
    Place place = text.place(index);
    String driver = line.group(2);
    if (driver.equals("(none)")) {
      claims.deny(Fact.DRIVER, place);
    } else {
      claims.say(Fact.DRIVER, driver, place);
    }
    if (line.group(3) != null) {
      claims.say(Fact.DRIVER_OVERRIDE, driver, place);
    }
    return true;
  }
}
