package org.iommuscope.imports.sysfs;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.iommuscope.model.topology.BootLog;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** Reads the lines of {@code dmesg.txt} that tell how groups were formed. */
final class BootLogReader implements Reader {

  private static final String FUNCTION = "([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])";
  private static final Pattern JOINED = Pattern.compile(FUNCTION + ": Adding to iommu group");
  private static final Pattern ALIAS =
      Pattern.compile(FUNCTION + ": .*fixed DMA alias to ([0-9a-f]{2})\\.([0-7])");
  private static final Pattern ALIASES =
      Pattern.compile(
          FUNCTION + ": .*devfn range from ([0-9a-f]{2})\\.([0-7]) to ([0-9a-f]{2})\\.([0-7])");
  private static final Pattern CHIPSET =
      Pattern.compile(FUNCTION + ": .*PCH root port ACS workaround enabled");
  private static final Pattern UNKNOWN =
      Pattern.compile("Unknown kernel command line parameters.*pcie_acs_override");
  private static final String OVERRIDES = "PCIe ACS overrides enabled";

  private final SequencedSet<PciAddress> joined = new LinkedHashSet<>();
  private final Map<PciAddress, Set<Integer>> aliases = new HashMap<>();
  private final Set<PciAddress> chipset = new TreeSet<>(PciAddress::compareTo);
  private Reading<Boolean> override = Reading.unread();

  @Override
  public Phase phase() {
    return Phase.KERNEL;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Optional<String> log = capture.text("dmesg.txt");
    if (log.isPresent()) {
      log.get().lines().forEach(this::readLine);
      host.log = new BootLog(List.copyOf(joined), aliases, override, chipset);
    }
  }

  private void readLine(String line) {
    functionIn(JOINED, line).ifPresent(joined::add);
    functionIn(CHIPSET, line).ifPresent(chipset::add);
    readAliases(line);
    if (line.contains(OVERRIDES)) {
      override = Reading.of(true);
    } else if (override.isUnread() && UNKNOWN.matcher(line).find()) {
      override = Reading.of(false);
    }
  }

  private void readAliases(String line) {
    Matcher one = ALIAS.matcher(line);
    Matcher range = ALIASES.matcher(line);
    if (one.find()) {
      add(one.group(1), IntStream.of(number(one.group(2), one.group(3))));
    } else if (range.find()) {
      int first = number(range.group(2), range.group(3));
      add(range.group(1), IntStream.rangeClosed(first, number(range.group(4), range.group(5))));
    }
  }

  private void add(String function, IntStream numbers) {
    PciAddress.parse(function)
        .map(address -> aliases.computeIfAbsent(address, none -> new TreeSet<>()))
        .ifPresent(known -> numbers.forEach(known::add));
  }

  private static int number(String device, String function) {
    return (Integer.parseInt(device, 16) & 0x1f) << 3 | Integer.parseInt(function);
  }

  private static Optional<PciAddress> functionIn(Pattern pattern, String line) {
    Matcher said = pattern.matcher(line);
    return said.find() ? PciAddress.parse(said.group(1)) : Optional.empty();
  }
}
