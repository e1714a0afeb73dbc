package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/** What stands below one function in a text of lspci. */
final class LspciDetails {

  private static final String DRIVER = "Kernel driver in use: ";
  private static final Pattern BUSES =
      Pattern.compile("secondary=([0-9a-f]{2}), subordinate=([0-9a-f]{2})");
  private static final Pattern SIZE = Pattern.compile("\\[size=(\\d{1,6})([KMGT]?)]");
  private static final int MOST_BARS = 6;

  /** A line that goes on after this is no line of lspci. */
  private static final int LONGEST = 1000;

  private record Detail(String text, Place place) {}

  private final List<Detail> lines = new ArrayList<>();
  private final HexDump hex = new HexDump();

  void begin(String line, Place place) {
    Optional<HexRow> row = HexRow.of(line);
    if (row.isPresent()) {
      hex.add(row.get(), place);
    } else {
      lines.add(new Detail(line.strip(), place));
    }
  }

  /** Adds the rest of a wrapped line. */
  void append(String line) {
    if (!lines.isEmpty()) {
      Detail cut = lines.getLast();
      if (cut.text().length() < LONGEST) {
        lines.set(lines.size() - 1, new Detail(cut.text() + " " + line.strip(), cut.place()));
      }
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean hasDriverLine() {
    return lines.stream().anyMatch(line -> line.text().startsWith("Kernel "));
  }

  void tell(Evidence evidence, PciAddress function) {
    Claims claims = evidence.device(function);
    hex.tell(claims);
    List<Long> bars = new ArrayList<>();
    for (Detail line : lines) {
      tell(line, evidence, function, claims);
      barIn(line.text()).ifPresent(bars::add);
    }
    if (!bars.isEmpty() && bars.size() <= MOST_BARS) {
      claims.say(Fact.BARS, bars, lines.getFirst().place());
    }
    LspciCapabilities.in(texts())
        .ifPresent(words -> claims.say(Fact.CAPABILITIES, words, capabilitiesPlace()));
  }

  void tellVirtualFunctions(Evidence evidence, PciAddress function) {
    new LspciVirtualFunctions(function).tell(evidence, texts(), placeOf("Number of VFs"));
  }

  private List<String> texts() {
    return lines.stream().map(Detail::text).toList();
  }

  private Place capabilitiesPlace() {
    return placeOf("Capabilities: [").orElse(lines.getFirst().place());
  }

  private Optional<Place> placeOf(String words) {
    return lines.stream().filter(it -> it.text().contains(words)).map(Detail::place).findFirst();
  }

  private static void tell(Detail line, Evidence evidence, PciAddress function, Claims claims) {
    String text = line.text();
    Place place = line.place();
    group(text).ifPresent(number -> evidence.member(function, new GroupId(number), place));
    if (text.startsWith(DRIVER)) {
      claims.say(Fact.DRIVER, text.substring(DRIVER.length()).strip(), place);
    } else if (text.startsWith("Subsystem: ")) {
      new Ids(text.substring(10)).tell(claims, Fact.SUBSYSTEM_VENDOR, Fact.SUBSYSTEM_DEVICE, place);
    } else if (text.startsWith("Physical Slot: ")) {
      claims.say(Fact.SLOT, text.substring(15).strip(), place);
    } else if (text.startsWith("NUMA node: ")) {
      Tokens.decimal(text.substring(11).strip())
          .ifPresent(node -> claims.say(Fact.NUMA_NODE, node, place));
    } else if (text.startsWith("Bus: primary=")) {
      tellBuses(text, claims, place);
    } else if (text.contains(" FLReset+")) {
      claims.say(Fact.RESET_METHODS, List.of("flr"), place);
    }
  }

  /** A line of its own with {@code -vv}, the end of the line of flags with {@code -v}. */
  private static OptionalInt group(String text) {
    if (text.startsWith("IOMMU group: ")) {
      return Tokens.decimal(text.substring(13).strip());
    }
    int at = text.startsWith("Flags: ") ? text.indexOf("IOMMU group ") : -1;
    return at < 0
        ? OptionalInt.empty()
        : Tokens.decimal(text.substring(at + 12, Tokens.wordEnd(text, at + 12)).replace(",", ""));
  }

  private static void tellBuses(String text, Claims claims, Place place) {
    Matcher buses = BUSES.matcher(text);
    if (buses.find()) {
      claims.say(Fact.SECONDARY_BUS, Integer.parseInt(buses.group(1), 16), place);
      claims.say(Fact.SUBORDINATE_BUS, Integer.parseInt(buses.group(2), 16), place);
    }
  }

  private static Optional<Long> barIn(String text) {
    boolean isBar =
        text.startsWith("Region ")
            || text.startsWith("Memory at ")
            || text.startsWith("I/O ports ");
    Matcher size = SIZE.matcher(text);
    return isBar && size.find()
        ? Optional.of(Long.parseLong(size.group(1)) << shift(size.group(2)))
        : Optional.empty();
  }

  private static int shift(String unit) {
    return unit.isEmpty() ? 0 : 10 * (1 + "KMGT".indexOf(unit));
  }
}
