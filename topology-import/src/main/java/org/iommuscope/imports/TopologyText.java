package org.iommuscope.imports;

import static org.iommuscope.imports.HostWords.fact;
import static org.iommuscope.imports.HostWords.lowerCase;
import static org.iommuscope.imports.HostWords.plain;

import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.imports.completeness.CompletenessText;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.model.impact.Advice;
import org.iommuscope.model.impact.HostAdvice;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.ReservedRegion;

/** An imported host as a text for people: its tree, its shared groups, its mdevs, the notes. */
public final class TopologyText {

  private final HostTopology host;
  private final StringBuilder out = new StringBuilder();
  private final DeviceTreeText tree;

  private TopologyText(HostTopology host) {
    this.host = host;
    this.tree = new DeviceTreeText(host, out);
  }

  /** All of it, ending with what the capture does not tell and with the notes. */
  public static String of(ImportResult result) {
    return topology(result) + gapsSection(result) + notesSection(result);
  }

  /** What the capture does not tell, below its title; nothing where it tells everything. */
  public static String gapsSection(ImportResult result) {
    String gaps = CompletenessText.of(result.host());
    return gaps.isEmpty() ? "" : "\nNot told\n" + gaps;
  }

  /** What the host is, in two lines. */
  public static String heading(ImportResult result) {
    TopologyText text = new TopologyText(result.host());
    text.addHeading();
    return text.out.toString();
  }

  /**
   * The groups that are not of one function, what firmware reserves, the types of mdevs, and what
   * is worth knowing.
   */
  public static String groups(ImportResult result) {
    TopologyText text = new TopologyText(result.host());
    text.addNotableGroups();
    text.addReservedRegions();
    text.addMdevTypes();
    text.addAdvice();
    return text.out.toString();
  }

  /** The notes below their title; nothing where there are none. */
  public static String notesSection(ImportResult result) {
    String notes = notes(result.notes());
    return notes.isEmpty() ? "" : "\nNotes\n" + notes;
  }

  /** Everything but the notes. */
  public static String topology(ImportResult result) {
    TopologyText text = new TopologyText(result.host());
    text.addHeading();
    text.tree.addFunctions();
    text.tree.addOthers();
    text.addNotableGroups();
    text.addReservedRegions();
    text.addMdevParents();
    text.addAdvice();
    return text.out.toString();
  }

  /** The notes, one a line; nothing where there are none. */
  public static String notes(List<ImportNote> notes) {
    StringBuilder out = new StringBuilder();
    for (ImportNote note : notes) {
      String line = note.line().isPresent() ? ":" + note.line().getAsInt() : "";
      String where = note.where().isEmpty() ? "" : " " + plain(note.where()) + line;
      out.append("  ").append(lowerCase(note.kind())).append(where).append(": ");
      out.append(plain(note.text())).append('\n');
    }
    return out.toString();
  }

  private void addHeading() {
    out.append("Kernel ").append(fact(host.kernel().release(), "none")).append("; IOMMU ");
    out.append(fact(host.kernel().iommu().map(HostWords::lowerCase), "none"));
    out.append("; interrupt remapping ");
    out.append(fact(host.kernel().interruptRemapping().map(on -> on ? "on" : "off"), "not asked"));
    out.append('\n');
    long functions = count(PciFunction.class);
    long mdevs = count(MediatedDevice.class);
    out.append(functions).append(" PCI functions, ");
    out.append(host.devices().size() - functions - mdevs).append(" other devices, ");
    out.append(mdevs).append(" mdevs, ").append(host.groups().size()).append(" groups\n");
  }

  private void addAdvice() {
    List<Advice> advice = HostAdvice.of(host);
    if (!advice.isEmpty()) {
      out.append("\nWorth knowing\n");
      advice.forEach(each -> out.append("  ").append(plain(each.sentence())).append('\n'));
    }
  }

  private long count(Class<? extends HostDevice> kind) {
    return host.devices().values().stream().filter(kind::isInstance).count();
  }

  private void addNotableGroups() {
    List<IommuGroup> notable =
        host.groups().values().stream()
            .filter(each -> each.members().size() != 1 || each.kind() != IommuGroup.Kind.PHYSICAL)
            .toList();
    if (!notable.isEmpty()) {
      out.append("\nGroups of several devices, of mdevs or without an IOMMU\n");
    }
    for (IommuGroup group : notable) {
      out.append("  group ").append(group.id()).append(" (").append(lowerCase(group.kind()));
      out.append(", type ").append(fact(group.type(), "none")).append("): ");
      String members =
          group.members().stream().map(ref -> plain(ref.text())).collect(Collectors.joining(" "));
      out.append(members.isEmpty() ? "no members" : members).append('\n');
    }
  }

  /** The regions that decide about assignment; every group has those for interrupts. */
  private void addReservedRegions() {
    StringBuilder regions = new StringBuilder();
    for (IommuGroup group : host.groups().values()) {
      group.reservedRegions().known().orElse(List.of()).stream()
          .filter(region -> region.type().startsWith("direct"))
          .forEach(region -> regions.append(line(group, region)));
    }
    if (!regions.isEmpty()) {
      out.append("\nMemory that firmware reserves for a group\n").append(regions);
    }
  }

  private static String line(IommuGroup group, ReservedRegion region) {
    return "  group %s: 0x%x to 0x%x, %s\n"
        .formatted(group.id(), region.start(), region.end(), plain(region.type()));
  }

  private void addMdevParents() {
    if (!host.mdevParents().isEmpty()) {
      out.append("\nMdev parents\n");
    }
    for (MdevParent parent : host.mdevParents().values()) {
      out.append("  ").append(plain(parent.device().text())).append('\n');
      parent.types().forEach(this::addType);
      if (host.device(parent.device()).isEmpty()) {
        tree.addMdevsOf(parent.device(), 2);
      }
    }
    tree.addOrphans();
  }

  private void addMdevTypes() {
    if (!host.mdevParents().isEmpty()) {
      out.append("\nTypes of mediated devices, by parent\n");
    }
    for (MdevParent parent : host.mdevParents().values()) {
      out.append("  ").append(plain(parent.device().text())).append('\n');
      parent.types().forEach(this::addType);
    }
  }

  private void addType(MdevType type) {
    String available =
        type.availableInstances()
            .known()
            .map(number -> number + " more")
            .orElse("how many unknown");
    out.append("    type ").append(plain(type.id())).append(", ").append(available).append('\n');
  }
}
