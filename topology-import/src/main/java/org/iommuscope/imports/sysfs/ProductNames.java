package org.iommuscope.imports.sysfs;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.names.LspciText;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;

/**
 * Names every function: by the capture's own {@code pci.ids}, else by its texts of lspci, else by
 * the names that were handed in, else by its ids.
 */
final class ProductNames implements Reader {

  private static final List<String> PLACES =
      List.of("pci.ids", "usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids");

  private final Supplier<PciNames> others;

  ProductNames(Supplier<PciNames> others) {
    this.others = others;
  }

  @Override
  public Phase phase() {
    return Phase.NAMES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    PciNames own = ownNames(capture);
    Map<PciAddress, String> lspci = lspciNames(capture);
    for (PciDraft function : host.functions.values()) {
      Optional<String> name =
          byIds(own, function.ids)
              .or(() -> Optional.ofNullable(lspci.get(function.address)))
              .or(() ->
                  isIdentified(function) ? byIds(others.get(), function.ids) : Optional.empty())
              .or(() -> ids(function.ids));
      function.name = name.map(Reading::of).orElseGet(Reading::unread);
    }
  }

  private static PciNames ownNames(SysfsCapture capture) {
    return PLACES.stream()
        .flatMap(place -> capture.tree().find(place).stream())
        .flatMap(entry -> capture.bytes(entry).stream())
        .findFirst()
        .map(PciNames::parse)
        .orElseGet(PciNames::none);
  }

  private static Map<PciAddress, String> lspciNames(SysfsCapture capture) {
    Map<PciAddress, String> names = new HashMap<>();
    Folder root = capture.tree().root();
    // the shortest text has every name; a longer one is read only where it is missing
    for (String file : List.of("lspci-nn.txt", "lspci-nnk.txt", "lspci-nnvvv.txt", "lspci.txt")) {
      if (names.isEmpty()) {
        root.child(file).flatMap(capture::text).map(LspciText::names).ifPresent(names::putAll);
      }
    }
    return names;
  }

  private static boolean isIdentified(PciDraft function) {
    return function.ids.vendor().known().isPresent() && function.ids.device().known().isPresent();
  }

  private static Optional<String> byIds(PciNames names, PciIds ids) {
    return ids.vendor()
        .known()
        .flatMap(vendor -> ids.device().known().flatMap(device -> names.nameOf(vendor, device)));
  }

  private static Optional<String> ids(PciIds ids) {
    return ids.vendor()
        .known()
        .flatMap(vendor ->
            ids.device().known().map(device -> "Device [" + hex(vendor) + ":" + hex(device) + "]"));
  }

  private static String hex(int id) {
    return HexFormat.of().toHexDigits((short) id);
  }
}
