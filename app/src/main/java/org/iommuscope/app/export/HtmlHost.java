package org.iommuscope.app.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.ReservedRegion;

/** The sections about the host itself: its shared groups, its mdev types, its kernel. */
final class HtmlHost {

  private final HostTopology host;
  private final HtmlWriter out;

  HtmlHost(HostTopology host, HtmlWriter out) {
    this.host = host;
    this.out = out;
  }

  void write() {
    groups();
    mdevTypes();
    kernel();
  }

  private void groups() {
    List<IommuGroup> notable = host.groups().values().stream().filter(HtmlHost::isNotable).toList();
    if (notable.isEmpty()) {
      return;
    }
    out.begin("section", "id", "groups");
    out.element("h2", "Groups of several devices, of mdevs, or with memory of the firmware");
    HtmlTable table = new HtmlTable(out, "Group", "Kind", "Type", "Members", "Reserved memory");
    for (IommuGroup group : notable) {
      table.row().cell(group.id().toString()).cell(Words.lowerCase(group.kind()));
      table.cell(Words.of(group.type(), "none"));
      table.code(group.members().stream().map(DeviceRef::text).collect(Collectors.joining(" ")));
      table.code(regions(group).stream().map(HtmlHost::region).collect(Collectors.joining(", ")));
    }
    table.end();
    out.end();
  }

  private static boolean isNotable(IommuGroup group) {
    return group.members().size() != 1
        || group.kind() != IommuGroup.Kind.PHYSICAL
        || !regions(group).isEmpty();
  }

  /** Those that decide about assignment; every group has one for interrupts. */
  private static List<ReservedRegion> regions(IommuGroup group) {
    return group.reservedRegions().known().orElse(List.of()).stream()
        .filter(region -> region.type().startsWith("direct"))
        .toList();
  }

  private static String region(ReservedRegion region) {
    return "0x%x to 0x%x %s".formatted(region.start(), region.end(), region.type());
  }

  private void mdevTypes() {
    if (host.mdevParents().isEmpty()) {
      return;
    }
    out.begin("section", "id", "types").element("h2", "Types of mediated devices");
    HtmlTable table = new HtmlTable(out, "Parent", "Type", "Name", "More can be made");
    for (MdevParent parent : host.mdevParents().values()) {
      for (MdevType type : parent.types()) {
        table.row().code(parent.device().text()).code(type.id());
        table.cell(Words.of(type.name(), "none"));
        table.cell(Words.of(type.availableInstances(), "none"));
      }
    }
    table.end();
    out.end();
  }

  private void kernel() {
    KernelFacts kernel = host.kernel();
    out.begin("section", "id", "host").element("h2", "Host");
    HtmlTable table = new HtmlTable(out, "Fact", "Value");
    table.row().cell("Kernel").code(Words.of(kernel.release(), "none"));
    table.row().cell("Kernel command line").code(Words.of(kernel.commandLine(), "none"));
    table.row().cell("IOMMU").cell(Words.of(kernel.iommu().map(Words::lowerCase), "none"));
    table
        .row()
        .cell("Interrupt remapping")
        .cell(Words.of(kernel.interruptRemapping().map(on -> on ? "on" : "off"), "unknown"));
    for (Map.Entry<String, String> parameter : kernel.parameters().entrySet()) {
      table.row().cell("Parameter " + parameter.getKey()).code(parameter.getValue());
    }
    table.end();
    out.end();
  }
}
