package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.imports.markup.Yaml;
import org.iommuscope.imports.markup.YamlParsing;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * Virtual machines of KubeVirt. They ask for resources by name; a {@code KubeVirt} object beside
 * them says which ids a resource has, and the first free function of the host with these ids is
 * taken, as any of them may be.
 */
final class KubevirtManifest implements Definition {

  private static final Set<String> KINDS =
      Set.of("VirtualMachine", "VirtualMachineInstance", "VirtualMachineInstanceReplicaSet");

  @Override
  public String title() {
    return "KubeVirt manifest";
  }

  @Override
  public boolean recognises(Source source) {
    return source.text().contains("kubevirt.io/");
  }

  @Override
  public void read(Source source, PlanDraft plan) throws BadDefinition {
    List<Yaml> documents;
    try {
      documents = YamlParsing.documents(source.text());
    } catch (YamlParsing.Malformed malformed) {
      throw new BadDefinition(
          source.at(malformed.line()) + ": found " + malformed.what() + "; expected YAML");
    }
    Map<String, String> selectors = new HashMap<>();
    documents.forEach(document -> collectSelectors(document, selectors));
    Set<PciAddress> taken = new HashSet<>();
    for (Yaml document : documents) {
      if (document.text("kind").filter(KINDS::contains).isPresent()) {
        readMachine(document, selectors, taken, source, plan);
      }
    }
  }

  private static void collectSelectors(Yaml document, Map<String, String> selectors) {
    for (Yaml device :
        document.at("spec", "configuration", "permittedHostDevices", "pciHostDevices").elements()) {
      device
          .text("resourceName")
          .ifPresent(
              name -> device.text("pciVendorSelector").ifPresent(ids -> selectors.put(name, ids)));
    }
  }

  private static void readMachine(
      Yaml machine,
      Map<String, String> selectors,
      Set<PciAddress> taken,
      Source source,
      PlanDraft plan) {
    GuestDraft guest = plan.guest(machine.at("metadata").text("name").orElseGet(source::title));
    Yaml spec = machine.at("spec");
    Yaml template = spec.at("template").isEmpty() ? machine : spec.at("template");
    Yaml devices = template.at("spec", "domain", "devices");
    List<Yaml> wanted = new ArrayList<>(devices.at("gpus").elements());
    wanted.addAll(devices.at("hostDevices").elements());
    for (Yaml each : wanted) {
      String resource = each.text("deviceName").orElse("");
      Optional<PciAddress> free =
          Optional.ofNullable(selectors.get(resource)).flatMap(ids -> free(ids, taken, plan));
      free.ifPresentOrElse(
          address -> {
            taken.add(address);
            guest.device(address);
            plan.bindToVfio(address);
          },
          () -> plan.unknown(source.at(each.line()) + ": " + why(resource, selectors, plan)));
    }
    plan.add(guest);
  }

  private static String why(String resource, Map<String, String> selectors, PlanDraft plan) {
    String ids = selectors.get(resource);
    if (ids == null) {
      return "the resource "
          + resource
          + " is a name of the cluster; expected its ids in permittedHostDevices of a KubeVirt"
          + " object in the same file";
    }
    return plan.host().isEmpty()
        ? "the resource "
            + resource
            + " has the ids "
            + ids
            + "; expected a capture to find them in"
        : "no function of the capture with the ids " + ids + " of " + resource + " is free";
  }

  private static Optional<PciAddress> free(String ids, Set<PciAddress> taken, PlanDraft plan) {
    for (HostDevice device :
        plan.host().map(HostTopology::devices).map(Map::values).orElse(List.of())) {
      if (device instanceof PciFunction function
          && !taken.contains(function.address())
          && has(function, ids)) {
        return Optional.of(function.address());
      }
    }
    return Optional.empty();
  }

  private static boolean has(PciFunction function, String ids) {
    Optional<Integer> vendor = function.ids().vendor().known();
    Optional<Integer> device = function.ids().device().known();
    return vendor.isPresent()
        && device.isPresent()
        && ids.equalsIgnoreCase("%04x:%04x".formatted(vendor.get(), device.get()));
  }
}
