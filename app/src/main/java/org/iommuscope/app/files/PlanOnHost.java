package org.iommuscope.app.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;

/**
 * What a plan file says that its host contradicts, where that is a mistake in the file and no
 * question to a kernel: an mdev of a type that its captured parent does not offer. A parent that
 * the plan binds to another driver may offer others.
 */
public record PlanOnHost(String file, PlanFile plan, HostTopology host) {

  /** The first mistake, with its line. */
  public Optional<FileProblem> problem() {
    return Stream.concat(elements("mdevs"), elements("sequence").flatMap(PlanOnHost::created))
        .flatMap(mdev -> problem(mdev).stream())
        .findFirst();
  }

  private Stream<JsonObject> elements(String key) {
    return plan.written().get(key).orElse(null) instanceof JsonArray(var elements, int line)
        ? elements.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Stream.empty();
  }

  private static Stream<JsonObject> created(JsonObject step) {
    return step.get("createMdev").orElse(null) instanceof JsonObject mdev
        ? Stream.of(mdev)
        : Stream.empty();
  }

  private Optional<FileProblem> problem(JsonObject mdev) {
    if (!(mdev.get("parent").orElse(null) instanceof JsonText parent)
        || !(mdev.get("type").orElse(null) instanceof JsonText type)) {
      return Optional.empty();
    }
    DeviceRef ref = DeviceRef.parse(parent.text());
    return Optional.ofNullable(host.mdevParents().get(ref))
        .map(MdevParent::types)
        .map(types -> types.stream().map(MdevType::id).toList())
        .filter(types -> !types.isEmpty() && !types.contains(type.text()))
        .filter(types -> !isRebound(ref))
        .map(types -> wrong(ref, type, types));
  }

  private FileProblem wrong(DeviceRef parent, JsonText type, List<String> offered) {
    return new FileProblem(
        file,
        type.line(),
        type.described() + " as \"type\" of an mdev",
        "one that " + parent + " offers: " + String.join(", ", offered));
  }

  private boolean isRebound(DeviceRef parent) {
    return plan.plan().bindings().containsKey(parent)
        || plan.plan().steps().stream()
            .anyMatch(step ->
                step instanceof PlanStep.Bind(var device, var driver) && device.equals(parent));
  }
}
