package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.Reading;

/**
 * Writes plan files for version control: keys in a fixed order, each device, step and waiver on a
 * line of its own, so that two people's edits of two of them merge.
 */
public final class PlanWriter {

  private static final Set<String> SPREAD =
      Set.of(
          "",
          "bindings",
          "mdevs",
          "annotations",
          "guests",
          "guests/*",
          "guests/*/buses",
          "guests/*/devices",
          "sequence",
          "wishes",
          "waivers");

  private final String file = "the plan";

  /** The text of a plan file. */
  public String write(PlanFile plan) {
    return JsonPrinter.print(json(plan), SPREAD);
  }

  /** The plan file as JSON, its keys in order. */
  JsonObject json(PlanFile file) {
    AssignmentPlan plan = file.plan();
    Optional<JsonObject> old = Optional.of(file.written());
    Environment environment = plan.environment();
    return Rewriting.of(old)
        .always("format", JsonValue.of(PlanFile.FORMAT))
        .commentHere()
        .unless(file.host().isEmpty(), "host", host(file))
        .optional("profile", plan.profile())
        .unless(
            environment.equals(Environment.DEFAULTS),
            "environment",
            EnvironmentWriter.write(environment, Rewriting.inside(old, "environment")))
        .unless(
            plan.bindings().isEmpty(),
            "bindings",
            bindings(plan, Rewriting.inside(old, "bindings")))
        .unless(plan.mdevs().isEmpty(), "mdevs", mdevs(plan.mdevs(), old))
        .unless(
            plan.annotations().isEmpty(),
            "annotations",
            annotations(plan, Rewriting.inside(old, "annotations")))
        .always("guests", new GuestWriter(this.file, plan).write(plan.guests(), old))
        .unless(
            plan.sequence().isEmpty(),
            "sequence",
            new StepWriter(this.file).write(plan.sequence().orElse(List.of()), old))
        .unless(
            true, "wishes", file.written().get("wishes").orElseGet(() -> JsonValue.of(List.of())))
        .unless(plan.waivers().isEmpty(), "waivers", waivers(plan.waivers(), old))
        .comment(plan.comment(new Commented.WholePlan()))
        .done();
  }

  private static JsonValue host(PlanFile file) {
    List<HostSketch.Device> devices = file.host().map(HostMark::devices).orElse(List.of());
    return Rewriting.of(Rewriting.inside(Optional.of(file.written()), "host"))
        .optional("fingerprint", file.host().flatMap(HostMark::fingerprint))
        .optional("captured", file.host().flatMap(HostMark::captured).map(Object::toString))
        .unless(devices.isEmpty(), SketchJson.KEY, SketchJson.write(devices))
        .done();
  }

  private static JsonValue bindings(AssignmentPlan plan, Optional<JsonObject> old) {
    Rewriting bindings = Rewriting.of(old);
    plan.bindings()
        .forEach((device, driver) -> bindings.always(device.text(), JsonValue.ofOptional(driver)));
    return bindings.done();
  }

  private JsonValue mdevs(List<PlannedMdev> mdevs, Optional<JsonObject> old) {
    Written<PlannedMdev> written =
        Written.under("mdevs", old, object -> PlanReader.mdev(file, object));
    return JsonValue.of(mdevs.stream().map(mdev -> mdev(mdev, written.take(mdev))).toList());
  }

  static JsonObject mdev(PlannedMdev mdev, Optional<JsonObject> old) {
    return Rewriting.of(old)
        .text("uuid", mdev.uuid().text(), means(mdev.uuid()))
        .text("parent", mdev.parent().text(), means(mdev.parent()))
        .always("type", JsonValue.of(mdev.type()))
        .done();
  }

  private static JsonValue annotations(AssignmentPlan plan, Optional<JsonObject> old) {
    Rewriting annotations = Rewriting.of(old);
    plan.annotations()
        .forEach((device, annotation) ->
            annotations.always(
                device.text(), annotation(annotation, Rewriting.inside(old, device.text()))));
    return annotations.done();
  }

  private static JsonObject annotation(Annotation annotation, Optional<JsonObject> old) {
    Rewriting object = Rewriting.of(old);
    switch (annotation.iommuDevice()) {
      case Reading.Present<DeviceRef>(DeviceRef device) ->
          object.text("iommuDevice", device.text(), means(device));
      case Reading.Absent<DeviceRef> none -> object.always("iommuDevice", JsonValue.none());
      case Reading.Unread<DeviceRef> unsaid -> {}
    }
    annotation.aux().ifPresent(aux -> object.always("aux", JsonValue.of(aux)));
    annotation.donates().ifPresent(donates -> object.always("donates", JsonValue.of(donates)));
    object.optional("heldBy", annotation.heldBy());
    annotation
        .cacheCoherent()
        .ifPresent(coherent -> object.always("cacheCoherent", JsonValue.of(coherent)));
    return object.done();
  }

  private static JsonValue waivers(List<Waiver> waivers, Optional<JsonObject> old) {
    Written<List<String>> written = Written.under("waivers", old, PlanWriter::waiverKey);
    List<JsonObject> objects = new ArrayList<>();
    for (Waiver waiver : waivers) {
      List<String> key = List.of(waiver.rule(), waiver.device().map(DeviceRef::text).orElse(""));
      objects.add(waiver(waiver, written.take(key)));
    }
    return JsonValue.of(objects);
  }

  private static JsonObject waiver(Waiver waiver, Optional<JsonObject> old) {
    Rewriting object = Rewriting.of(old);
    object.always("rule", JsonValue.of(waiver.rule()));
    waiver.device().ifPresent(device -> object.text("device", device.text(), means(device)));
    object.commentHere();
    object.optional("until", waiver.until().map(Object::toString));
    return object.comment(waiver.comment().orElse("")).done();
  }

  private static List<String> waiverKey(JsonObject object) {
    Function<String, String> text =
        key ->
            object.get(key).orElseGet(JsonValue::none) instanceof JsonValue.JsonText words
                ? words.text()
                : "";
    String device = text.apply("device");
    return List.of(text.apply("rule"), Forms.device(device).map(DeviceRef::text).orElse(device));
  }

  /** Whether words name a device, in whatever spelling. */
  static Predicate<String> means(DeviceRef device) {
    return words -> Forms.device(words).filter(device::equals).isPresent();
  }
}
