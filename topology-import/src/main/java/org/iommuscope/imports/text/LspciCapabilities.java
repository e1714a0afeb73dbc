package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.CapabilityWords;
import org.iommuscope.model.topology.CapabilityWords.AcsWords;
import org.iommuscope.model.topology.Reading;

/**
 * The list of capabilities that {@code lspci -v} prints below a function, and what {@code -vv} says
 * of them: names and bits of {@code ls-caps.c} and {@code ls-ecaps.c} of pciutils 3.0 to 3.13.
 */
final class LspciCapabilities {

  private static final Pattern HEAD =
      Pattern.compile("Capabilities: \\[([0-9a-f]{2,3})(?: v\\d{1,2})?] (.{1,200})");
  private static final Pattern SPEED =
      Pattern.compile("Speed ([0-9.]{1,5}GT/s).{0,20}?, Width (x\\d{1,2})");
  private static final int EXTENDED = 0x100;

  /** The device and port types, each at its number. */
  private static final List<String> TYPES =
      List.of(
          "Endpoint",
          "Legacy Endpoint",
          "",
          "",
          "Root Port",
          "Upstream Port",
          "Downstream Port",
          "PCI-Express to PCI",
          "PCI/PCI-X to PCI-Express",
          "Root Complex Integrated Endpoint",
          "Root Complex Event Collector");

  /** The services of ACS, lowest bit first. */
  private static final List<String> SERVICES =
      List.of(
          "SrcValid",
          "TransBlk",
          "ReqRedir",
          "CmpltRedir",
          "UpstreamFwd",
          "EgressCtrl",
          "DirectTrans");

  /** One entry of the list. */
  private record Capability(int offset, String words) {}

  private final List<String> lines;
  private final List<Capability> list = new ArrayList<>();

  private LspciCapabilities(List<String> lines) {
    this.lines = lines;
    for (String line : lines) {
      Matcher head = HEAD.matcher(line);
      if (head.lookingAt()) {
        list.add(new Capability(Integer.parseInt(head.group(1), 16), head.group(2)));
      }
    }
  }

  /** What the lines below a function tell; empty where they hold no list, or a forbidden one. */
  static Optional<CapabilityWords> in(List<String> lines) {
    LspciCapabilities capabilities = new LspciCapabilities(lines);
    return capabilities.list.isEmpty() && !capabilities.hasNone()
        ? Optional.empty()
        : Optional.of(capabilities.words());
  }

  private CapabilityWords words() {
    return new CapabilityWords(portType(), acs(), speed("LnkCap:"), speed("LnkSta:"));
  }

  private Optional<Capability> find(Predicate<String> words) {
    return list.stream().filter(each -> words.test(each.words())).findFirst();
  }

  /** A mark of people who leave lines out proves that what is missing may be there. */
  private boolean isWhole() {
    return lines.stream()
        .noneMatch(line ->
            line.contains("<access denied>")
                || line.startsWith("...")
                || line.startsWith("[...")
                || line.startsWith("[snip"));
  }

  /** A bit of the Status register says whether there is a list. */
  private boolean hasNone() {
    return line("Status: Cap-").isPresent();
  }

  private boolean hasExtended() {
    return list.stream().anyMatch(each -> each.offset() >= EXTENDED);
  }

  /** A conventional function has no extended list, and never the capability of PCI Express. */
  private Reading<Integer> portType() {
    Optional<Capability> express = find(words -> words.startsWith("Express "));
    if (express.isEmpty()) {
      return isWhole() && !hasExtended() ? Reading.absent() : Reading.unread();
    }
    String words = express.get().words().replaceFirst("^Express (\\(v\\d{1,2}\\) )?", "");
    for (int type = 0; type < TYPES.size(); type++) {
      if (!TYPES.get(type).isEmpty() && words.startsWith(TYPES.get(type))) {
        return Reading.of(type);
      }
    }
    return Reading.unread();
  }

  private Reading<AcsWords> acs() {
    Optional<Capability> acs = find(words -> words.startsWith("Access Control Services"));
    if (acs.isEmpty()) {
      boolean isConventional = portType().equals(Reading.<Integer>absent());
      return isConventional || hasExtended() && isWhole() ? Reading.absent() : Reading.unread();
    }
    Optional<Integer> capability = services("ACSCap:");
    Optional<Integer> control = services("ACSCtl:");
    return capability.isPresent() && control.isPresent()
        ? Reading.of(new AcsWords(acs.get().offset(), capability.get(), control.get()))
        : Reading.unread();
  }

  /** The bits of a line that names every service with plus or minus. */
  private Optional<Integer> services(String beginning) {
    return line(beginning).flatMap(line -> bits(line));
  }

  private static Optional<Integer> bits(String line) {
    int bits = 0;
    for (int bit = 0; bit < SERVICES.size(); bit++) {
      boolean isOn = line.contains(SERVICES.get(bit) + "+");
      if (!isOn && !line.contains(SERVICES.get(bit) + "-")) {
        return Optional.empty();
      }
      bits |= isOn ? 1 << bit : 0;
    }
    return Optional.of(bits);
  }

  private Reading<String> speed(String beginning) {
    return line(beginning)
        .map(SPEED::matcher)
        .filter(Matcher::find)
        .map(speed -> Reading.of(speed.group(1) + " " + speed.group(2)))
        .orElseGet(Reading::unread);
  }

  private Optional<String> line(String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).findFirst();
  }
}
