package org.iommuscope.app.ui.sign;

import java.util.Map;
import java.util.Optional;

/** What the terms of the window mean, in a sentence each. */
public final class Terms {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("Address", "Segment, bus, device and function: where PCI finds it."),
          Map.entry("Name", "What the list of PCI ids calls it."),
          Map.entry("Vendor", "Who made it, by the number that PCI gave the maker."),
          Map.entry("Device", "Which product of its maker it is."),
          Map.entry("Class", "What it does: base class, subclass and interface."),
          Map.entry("Revision", "Which step of the product it is."),
          Map.entry("Header", "Whether it is an endpoint or leads to another bus."),
          Map.entry("Resources", "The sizes of its windows in memory and ports."),
          Map.entry("Resets by", "How the kernel can reset it, the first way first."),
          Map.entry("Config space", "How much of its configuration the capture has."),
          Map.entry("Used by the host", "What the host does with it at present."),
          Map.entry("Boot display", "Whether the firmware shows its screen on it."),
          Map.entry("Upstream", "The bridge or port on its way to the root complex."),
          Map.entry("Host bridge", "The root of its tree of buses."),
          Map.entry("NUMA node", "The processor and memory that it is nearest to."),
          Map.entry("Slot", "The slot of the board, as the firmware numbers them."),
          Map.entry("IOMMU", "The unit that translates its memory accesses."),
          Map.entry("Physical function", "The function that this virtual function is part of."),
          Map.entry("Virtual functions", "How many functions it has split off at present."),
          Map.entry("At most", "How many virtual functions it can split off."),
          Map.entry("Bound to", "The driver that has the device now."),
          Map.entry("Override", "The one driver that may bind to it, where one is set."),
          Map.entry("Number", "The kernel's number for its IOMMU group."),
          Map.entry("Members", "All devices of the group: they go to one guest or to none."),
          Map.entry("Default domain", "How the kernel maps memory for the group by itself."),
          Map.entry("Reserved", "Addresses that no guest may use."),
          Map.entry("PCI Express", "What part of a PCI Express tree it is."),
          Map.entry("Link now", "How fast and how wide its link runs."),
          Map.entry("Link at most", "How fast and how wide its link could run."),
          Map.entry("Function level reset", "Whether it can forget its last user by itself."),
          Map.entry("ACS has", "By which services it could keep devices from reaching each other."),
          Map.entry("ACS is on", "Which of these services the kernel has switched on."),
          Map.entry("VFs at most", "How many virtual functions it can split off."),
          Map.entry("VFs now", "How many virtual functions it has split off."),
          Map.entry("Power state", "D0 is on, D3 is off or nearly so."),
          Map.entry("MSI", "Interrupts that are written like memory."),
          Map.entry("MSI-X", "The same with a table, for many of them."),
          Map.entry("ATS", "It may ask the IOMMU for translations and keep them."),
          Map.entry("PRI", "It may ask for a page that is not in memory."),
          Map.entry("PASID", "It can work for several address spaces at once."),
          Map.entry("UUID", "The name of a mediated device."),
          Map.entry("Type", "What kind of mediated device its parent made."),
          Map.entry("Parent", "The device that a mediated device is made from."));

  private Terms() {}

  public static Optional<String> meaningOf(String term) {
    return Optional.ofNullable(MEANINGS.get(term));
  }
}
