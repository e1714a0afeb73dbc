package org.iommuscope.imports.definitions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/**
 * {@code /etc/pve/qemu-server/VMID.conf} of Proxmox VE, also as {@code qm config} prints it; the
 * options as in {@code qm.conf(5)}. What follows a section's head is a snapshot and not the guest.
 */
final class ProxmoxConfig implements Definition {

  private static final Pattern LINE = Pattern.compile("([a-z]+)(\\d{0,3}): ?(.*)");

  /** What is read, and what says nothing of the guest. */
  private static final Set<String> KEYS =
      Set.of("name", "kvm", "args", "machine", "digest", "meta", "vmgenid", "smbios1");

  /** What is read of a device; pcie says which bus of the guest, which decides nothing. */
  private static final Set<String> OPTIONS = Set.of("host", "mdev", "mapping", "pcie");

  private static final Pattern SLOT =
      Pattern.compile("(?:[0-9a-fA-F]{4,8}:)?[0-9a-fA-F]{2}:[0-9a-fA-F]{2}");

  @Override
  public String title() {
    return "Proxmox qemu-server configuration";
  }

  @Override
  public String expected() {
    return "lines like hostpci0: 0000:01:00.0";
  }

  @Override
  public boolean recognises(Source source) {
    List<String> lines = source.text().lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
            .takeWhile(line -> !line.startsWith("["))
            .allMatch(line -> line.startsWith("#") || LINE.matcher(line).matches())
        && lines.stream()
            .anyMatch(
                line -> line.matches("(hostpci\\d+|memory|ostype|scsihw|net\\d+|cores): ?.*"));
  }

  @Override
  public int stop(Source source) {
    return 1
        + (int)
            source
                .text()
                .lines()
                .takeWhile(
                    line -> line.isBlank() || line.startsWith("#") || LINE.matcher(line).matches())
                .count();
  }

  @Override
  public void read(Source source, PlanDraft plan) {
    List<String> lines = source.text().lines().takeWhile(line -> !line.startsWith("[")).toList();
    GuestDraft guest = plan.guest(value("name", lines).orElseGet(source::title));
    value("kvm", lines).ifPresent(kvm -> guest.kvm(!kvm.equals("0")));
    value("machine", lines)
        .map(machine -> QemuOption.of(machine, "type"))
        .flatMap(machine -> machine.get("viommu"))
        .flatMap(model -> QemuWords.viommu(model, model.equals("intel")))
        .ifPresent(guest::viommu);
    NotTakenOver rest = new NotTakenOver();
    for (int at = 0; at < lines.size(); at++) {
      Matcher line = LINE.matcher(lines.get(at));
      if (line.matches() && line.group(1).equals("hostpci") && !line.group(2).isEmpty()) {
        readDevice(line.group(2), line.group(3), source, at + 1, guest, plan);
      } else if (line.matches() && !KEYS.contains(line.group(1) + line.group(2))) {
        rest.add(line.group(1) + line.group(2));
      }
    }
    value("args", lines)
        .ifPresent(
            args -> QemuWords.read(Arrays.asList(args.split("\\s+")), source.name(), guest, plan));
    Optional<String> note = ProxmoxNote.of(lines);
    note.ifPresent(text -> plan.note(guest, text));
    note.ifPresent(text -> rest.withoutScaffold());
    rest.tell(source.name() + ": " + guest.name(), plan);
    plan.add(guest);
  }

  private static Optional<String> value(String key, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static void readDevice(
      String index, String value, Source source, int line, GuestDraft guest, PlanDraft plan) {
    String where = source.at(line) + ": hostpci" + index;
    QemuOption option = QemuOption.of(value, "host");
    Optional<PciAddress> mapped = option.get("mapping").flatMap(plan::mapped);
    if (mapped.isPresent()) {
      guest.device(mapped.get());
      plan.bindToVfio(mapped.get());
      return;
    }
    if (option.head().isBlank()) {
      plan.unknown(where + " names a mapping of the cluster; expected addresses");
      return;
    }
    tellRest(option, where, plan);
    for (String host : option.head().split(";", -1)) {
      List<PciAddress> functions = functions(host, where, plan);
      if (functions.isEmpty()) {
        plan.unknown(where + " names " + host + "; expected an address");
      } else if (option.get("mdev").isPresent()) {
        readMdev(option.get("mdev").get(), functions.getFirst(), index, source, guest, plan);
      } else {
        functions.forEach(guest::device);
        functions.forEach(plan::bindToVfio);
      }
    }
  }

  private static void tellRest(QemuOption option, String where, PlanDraft plan) {
    NotTakenOver rest = new NotTakenOver();
    option.values().keySet().stream().filter(key -> !OPTIONS.contains(key)).forEach(rest::add);
    rest.tell(where, plan);
  }

  private static List<PciAddress> functions(String host, String where, PlanDraft plan) {
    return SLOT.matcher(host).matches()
        ? PciAddress.parse(host + ".0")
            .map(first -> plan.functionsAt(first, where))
            .orElse(List.of())
        : PciAddress.parse(host).map(List::of).orElse(List.of());
  }

  /** Proxmox makes the UUID from the device's index and the guest's number. */
  private static void readMdev(
      String type,
      PciAddress parent,
      String index,
      Source source,
      GuestDraft guest,
      PlanDraft plan) {
    String number = source.title().matches("\\d{1,9}") ? source.title() : "0";
    MdevUuid uuid =
        new MdevUuid(
            "%08d-0000-0000-0000-%012d".formatted(Integer.parseInt(index), Long.parseLong(number)));
    plan.create(new PlannedMdev(uuid, parent, type));
    guest.device(uuid);
  }
}
