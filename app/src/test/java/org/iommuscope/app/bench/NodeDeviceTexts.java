package org.iommuscope.app.bench;

import java.util.List;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** A host as libvirt and as {@code ls} tell of it. */
final class NodeDeviceTexts {

  private NodeDeviceTexts() {}

  static List<PciFunction> functions(HostTopology host) {
    return host.devices().values().stream()
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .toList();
  }

  /** All of them in one document. */
  static String all(HostTopology host) {
    StringBuilder out = new StringBuilder("<devices>\n");
    functions(host).forEach(function -> out.append(of(host, function)));
    return out.append("</devices>\n").toString();
  }

  static String of(HostTopology host, PciFunction function) {
    PciAddress at = function.address();
    StringBuilder out = new StringBuilder("<device>\n  <name>pci_");
    out.append(at.text().replaceAll("[:.]", "_")).append("</name>\n");
    function
        .driver()
        .known()
        .ifPresent(name -> out.append("  <driver><name>" + name + "</name></driver>\n"));
    out.append("  <capability type='pci'>\n")
        .append(
            "    <class>0x%06x</class>\n".formatted(function.ids().classCode().known().orElse(0)))
        .append("    <domain>%d</domain><bus>%d</bus>".formatted(at.segment(), at.bus()))
        .append("<slot>%d</slot><function>%d</function>\n".formatted(at.device(), at.function()));
    function.group().known().ifPresent(group -> addGroup(host, group, out));
    return out.append("  </capability>\n</device>\n").toString();
  }

  private static void addGroup(HostTopology host, GroupId group, StringBuilder out) {
    out.append("    <iommuGroup number='").append(group).append("'>\n");
    host.group(group).stream()
        .flatMap(found -> found.members().stream())
        .filter(PciAddress.class::isInstance)
        .map(PciAddress.class::cast)
        .forEach(member ->
            out.append(
                "      <address domain='0x%04x' bus='0x%02x' slot='0x%02x' function='0x%x'/>\n"
                    .formatted(
                        member.segment(), member.bus(), member.device(), member.function())));
    out.append("    </iommuGroup>\n");
  }

  /** {@code ls -alZR} of the groups. */
  static String listing(HostTopology host) {
    StringBuilder out = new StringBuilder();
    host.groups()
        .values()
        .forEach(group -> {
          out.append("/sys/kernel/iommu_groups/" + group.id() + "/devices:\ntotal 0\n");
          group
              .members()
              .forEach(member ->
                  out.append("lrwxrwxrwx. 1 root root ? 0 Nov 22 10:00 ")
                      .append(member.text())
                      .append(" -> ../../../../devices/pci0000:00/")
                      .append(member.text())
                      .append('\n'));
          out.append('\n');
        });
    return out.toString();
  }
}
