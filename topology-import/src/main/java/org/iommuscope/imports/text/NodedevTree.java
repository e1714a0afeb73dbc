package org.iommuscope.imports.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** {@code virsh nodedev-list --tree}: who is below whom, by libvirt's names. */
final class NodedevTree implements TextReader {

  private static final String TRUNK = "computer";
  private static final Pattern BRANCH = Pattern.compile("([ |]*)\\+- ?(\\S+)");
  private static final Pattern TWIG = Pattern.compile("[ |]*");
  private static final Pattern PCI =
      Pattern.compile("pci_([0-9a-fA-F]{4,8})_([0-9a-fA-F]{2})_([0-9a-fA-F]{2})_([0-7])");
  private static final Pattern MDEV =
      Pattern.compile("mdev_([0-9a-fA-F]{8}(?:_[0-9a-fA-F]{4}){3}_[0-9a-fA-F]{12})(?:_.*)?");

  /** A node on the way from the trunk, at its column. */
  private record Node(int column, Optional<DeviceRef> device) {}

  @Override
  public String title() {
    return "virsh nodedev-list --tree";
  }

  @Override
  public String mark() {
    return "^computer|\\+- [a-z]+_";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    for (int index = 0; index < text.size(); index++) {
      if (text.isFree(index) && text.line(index).strip().equals(TRUNK)) {
        understood += readTree(text, index, evidence);
      }
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(text.firstFree(0), "computer, and below it +- pci_0000_00_00_0");
  }

  private static int readTree(TextDump text, int trunk, Evidence evidence) {
    int understood = 0;
    Deque<Node> way = new ArrayDeque<>();
    int index = trunk + 1;
    for (; index < text.size() && TWIG.matcher(text.line(index)).lookingAt(); index++) {
      Matcher branch = BRANCH.matcher(text.line(index));
      if (!branch.matches()) {
        if (TWIG.matcher(text.line(index)).matches()) {
          continue;
        }
        break;
      }
      int column = branch.end(1);
      while (!way.isEmpty() && way.peek().column() >= column) {
        way.pop();
      }
      Optional<DeviceRef> device = device(branch.group(2));
      if (device.isPresent()) {
        place(device.get(), way, text.place(index), evidence);
        understood++;
      }
      way.push(new Node(column, device));
    }
    if (understood > 0) {
      text.take(trunk, index);
    }
    return understood;
  }

  private static void place(DeviceRef device, Deque<Node> way, Place place, Evidence evidence) {
    Claims claims = evidence.device(device);
    Optional<DeviceRef> above = way.isEmpty() ? Optional.empty() : way.peek().device();
    switch (device) {
      case PciAddress function when above.orElse(null) instanceof PciAddress bridge ->
          claims.say(Fact.UPSTREAM, bridge, place);
      case PciAddress function when way.isEmpty() -> claims.deny(Fact.UPSTREAM, place);
      case MdevUuid mdev when above.isPresent() -> claims.say(Fact.MDEV_PARENT, above.get(), place);
      default -> {}
    }
  }

  private static Optional<DeviceRef> device(String name) {
    Matcher pci = PCI.matcher(name);
    if (pci.matches()) {
      String text = "%s:%s:%s.%s".formatted(pci.group(1), pci.group(2), pci.group(3), pci.group(4));
      return PciAddress.parse(text).map(address -> address);
    }
    Matcher mdev = MDEV.matcher(name);
    return mdev.matches()
        ? MdevUuid.parse(mdev.group(1).replace('_', '-')).map(uuid -> uuid)
        : Optional.empty();
  }
}
