package org.iommuscope.app.export;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/** The section about the plan: its guests with their devices, and what is bound before. */
final class HtmlPlan {

  private final AssignmentPlan plan;
  private final Map<String, String> signs;
  private final HtmlWriter out;

  HtmlPlan(Subject subject, HtmlWriter out) {
    this.plan = subject.plan();
    this.out = out;
    this.signs =
        subject.graph().gifts().stream()
            .collect(
                Collectors.toMap(HtmlPlan::key, gift -> gift.answer().sign(), (one, two) -> one));
  }

  void write() {
    out.begin("section", "id", "plan").element("h2", "Plan");
    HtmlTable table = new HtmlTable(out, "Guest", "vIOMMU", "Backend", "Devices");
    for (Guest guest : plan.guests()) {
      table.row().cell(guest.name().text()).cell(viommu(guest.viommu()));
      table.cell(Words.lowerCase(guest.backend()));
      table.code(
          guest.devices().stream()
              .map(device -> device(guest, device))
              .collect(Collectors.joining(", ")));
    }
    table.end();
    bindings();
    out.end();
  }

  private void bindings() {
    if (plan.bindings().isEmpty()) {
      return;
    }
    out.element("p", "Bound before the first step:");
    HtmlTable table = new HtmlTable(out, "Device", "Driver");
    for (Map.Entry<DeviceRef, Optional<String>> binding : plan.bindings().entrySet()) {
      table.row().code(binding.getKey().text()).cell(binding.getValue().orElse("no driver"));
    }
    table.end();
  }

  private String device(Guest guest, GuestDevice device) {
    String sign = signs.getOrDefault(key(guest.name().text(), device.device()), "");
    return (device.device().text() + " " + sign).strip();
  }

  private static String viommu(Viommu viommu) {
    return switch (viommu) {
      case Viommu.None none -> "none";
      case Viommu.Present(Viommu.Model model, boolean caching) ->
          Words.lowerCase(model) + (caching ? ", caching mode" : "");
    };
  }

  private static String key(GraphEdge.Gets gift) {
    return key(gift.from().name().text(), gift.to().ref());
  }

  private static String key(String guest, DeviceRef device) {
    return device.text() + " " + guest;
  }
}
