package org.iommuscope.app.ui.palette;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.IommuGroup;

/** Makes the entries of a session; what is chosen is what gets selected. */
final class PaletteEntries {

  private final Session session;
  private final Consumer<Collection<DeviceRef>> select;
  private final List<PaletteEntry> entries = new ArrayList<>();

  private PaletteEntries(Session session, Consumer<Collection<DeviceRef>> select) {
    this.session = session;
    this.select = select;
  }

  static PaletteIndex of(
      Session session, List<PaletteCommand> commands, Consumer<Collection<DeviceRef>> select) {
    PaletteEntries all = new PaletteEntries(session, select);
    session.host().devices().values().forEach(all::addDevice);
    session.host().groups().values().forEach(all::addGroup);
    all.addDrivers();
    session.plan().guests().forEach(all::addGuest);
    commands.forEach(all::addCommand);
    return new PaletteIndex(all.entries);
  }

  private void addDevice(HostDevice device) {
    String address = device.ref().text();
    String name = DeviceNames.nameOf(device);
    String driver = Told.text(device.driver(), "no driver");
    String group = device.group().known().map(id -> "g" + id).orElse("no group");
    String uses =
        session.host().uses().of(device.ref()).stream()
            .map(HostUse::label)
            .collect(Collectors.joining(", "));
    entries.add(
        new PaletteEntry(
            PaletteEntry.Kind.DEVICE,
            address,
            name + " · " + driver + " · " + group + (uses.isEmpty() ? "" : " · " + uses),
            "",
            List.of(low(address), low(name)),
            low(String.join("\n", driver, group, words(DeviceClass.of(device)), uses)),
            () -> select.accept(List.of(device.ref()))));
  }

  /** The class in words, and as people write it. */
  private static String words(DeviceClass kind) {
    return kind == DeviceClass.VIRTUAL_FUNCTION ? kind.word() + "\nVF" : kind.word();
  }

  private void addGroup(IommuGroup group) {
    String number = group.id().toString();
    int size = group.members().size();
    entries.add(
        new PaletteEntry(
            PaletteEntry.Kind.GROUP,
            "IOMMU group " + number,
            size == 1 ? "1 member" : size + " members",
            "",
            List.of("g" + number, number, "group " + number),
            "iommu group " + number,
            () -> select.accept(group.members())));
  }

  private void addDrivers() {
    Map<String, List<DeviceRef>> drivers = new TreeMap<>();
    for (HostDevice device : session.host().devices().values()) {
      device
          .driver()
          .known()
          .ifPresent(
              name -> drivers.computeIfAbsent(name, none -> new ArrayList<>()).add(device.ref()));
    }
    drivers.forEach(this::addDriver);
  }

  private void addDriver(String name, List<DeviceRef> devices) {
    entries.add(
        new PaletteEntry(
            PaletteEntry.Kind.DRIVER,
            name,
            devices.size() == 1 ? "drives 1 device" : "drives " + devices.size() + " devices",
            "",
            List.of(low(name)),
            "driver",
            () -> select.accept(devices)));
  }

  private void addGuest(Guest guest) {
    List<DeviceRef> devices = guest.devices().stream().map(GuestDevice::device).toList();
    entries.add(
        new PaletteEntry(
            PaletteEntry.Kind.GUEST,
            "Guest " + guest.name(),
            devices.size() == 1 ? "1 device" : devices.size() + " devices",
            "",
            List.of(low("guest " + guest.name()), low(guest.name().text())),
            "",
            () -> select.accept(devices)));
  }

  private void addCommand(PaletteCommand command) {
    entries.add(
        new PaletteEntry(
            PaletteEntry.Kind.COMMAND,
            command.text(),
            "",
            command.keys(),
            List.of(low(command.text())),
            "",
            command.run()));
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
