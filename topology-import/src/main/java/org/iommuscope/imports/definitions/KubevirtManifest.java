package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.imports.markup.Yaml;
import org.iommuscope.imports.markup.YamlParsing;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * Virtual machines of KubeVirt. They ask for resources by name; a {@code KubeVirt} object beside
 * them says what a resource is, and the first free device of the host that is one is taken, as any
 * of them may be.
 */
final class KubevirtManifest implements Definition {

  private static final Set<String> KINDS =
      Set.of("VirtualMachine", "VirtualMachineInstance", "VirtualMachineInstanceReplicaSet");

  @Override
  public String title() {
    return "KubeVirt manifest";
  }

  @Override
  public String expected() {
    return "apiVersion: kubevirt.io/v1";
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
    KubevirtResources resources = plan.resources();
    documents.forEach(resources::collect);
    for (Yaml document : documents) {
      if (document.text("kind").filter(KINDS::contains).isPresent()) {
        readMachine(document, resources, source, plan);
      }
    }
  }

  private static void readMachine(
      Yaml machine, KubevirtResources resources, Source source, PlanDraft plan) {
    GuestDraft guest = plan.guest(machine.at("metadata").text("name").orElseGet(source::title));
    Yaml spec = machine.at("spec");
    Yaml template = spec.at("template").isEmpty() ? machine : spec.at("template");
    Yaml domain = template.at("spec", "domain");
    Yaml devices = domain.at("devices");
    List<Yaml> wanted = new ArrayList<>(devices.at("gpus").elements());
    wanted.addAll(devices.at("hostDevices").elements());
    Optional<String> note = machine.at("metadata", "annotations").text(Note.ANNOTATION);
    note.ifPresent(text -> plan.note(guest, text));
    for (Yaml each : wanted) {
      String resource = each.text("deviceName").orElse("");
      resources
          .take(resource, each.text("name").orElse(""))
          .ifPresentOrElse(
              device -> give(device, guest, plan),
              () -> plan.unknown(source.at(each.line()) + ": " + resources.why(resource)));
    }
    tellRest(domain, source, guest, plan, note.isPresent());
    plan.add(guest);
  }

  /** An mdev is there already, and its parent keeps its driver. */
  private static void give(DeviceRef device, GuestDraft guest, PlanDraft plan) {
    guest.device(device);
    if (device instanceof PciAddress) {
      plan.bindToVfio(device);
    }
  }

  private static void tellRest(
      Yaml domain, Source source, GuestDraft guest, PlanDraft plan, boolean isExported) {
    NotTakenOver rest = new NotTakenOver();
    domain.members().keySet().stream().filter(key -> !key.equals("devices")).forEach(rest::add);
    Yaml devices = domain.at("devices");
    for (String key : devices.members().keySet()) {
      if (!key.equals("gpus") && !key.equals("hostDevices")) {
        rest.add(key);
      }
    }
    for (Yaml each : devices.at("interfaces").elements()) {
      if (each.members().containsKey("sriov")) {
        plan.unknown(
            source.at(each.line())
                + ": the interface "
                + each.text("name").orElse("without name")
                + " takes a VF of a network of the cluster, which decides when the guest starts");
      }
    }
    if (isExported) {
      rest.withoutScaffold();
    }
    rest.tell(source.at(domain.line()) + ": " + guest.name(), plan);
  }
}
