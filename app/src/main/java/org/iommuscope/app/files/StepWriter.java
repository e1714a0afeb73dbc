package org.iommuscope.app.files;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.plan.PlanStep;

/** Writes the sequence of a plan. */
record StepWriter(String file) {

  JsonValue write(List<PlanStep> steps, Optional<JsonObject> old) {
    StepReader reader = new StepReader(file, anyGuest -> true);
    Written<PlanStep> written = Written.under("sequence", old, reader::read);
    return JsonValue.of(steps.stream().map(step -> step(step, written.take(step))).toList());
  }

  private static JsonObject step(PlanStep step, Optional<JsonObject> old) {
    Rewriting object = Rewriting.of(old);
    switch (step.plain()) {
      case PlanStep.Start(var guest) -> object.always("start", JsonValue.of(guest.text()));
      case PlanStep.Stop(var guest) -> object.always("stop", JsonValue.of(guest.text()));
      case PlanStep.Attach(var guest, var device) ->
          object
              .always("attach", JsonValue.of(guest.text()))
              .text("device", device.text(), PlanWriter.means(device));
      case PlanStep.Detach(var guest, var device) ->
          object
              .always("detach", JsonValue.of(guest.text()))
              .text("device", device.text(), PlanWriter.means(device));
      case PlanStep.Bind(var device, var driver) ->
          object
              .text("bind", device.text(), PlanWriter.means(device))
              .always("driver", JsonValue.of(driver));
      case PlanStep.Unbind(var device) ->
          object.text("unbind", device.text(), PlanWriter.means(device));
      case PlanStep.CreateMdev(var mdev) ->
          object.always("createMdev", PlanWriter.mdev(mdev, Rewriting.inside(old, "createMdev")));
      case PlanStep.RemoveMdev(var uuid) ->
          object.text("removeMdev", uuid.text(), PlanWriter.means(uuid));
      case PlanStep.SetVfs vfs ->
          object.always("setVfs", setVfs(vfs, Rewriting.inside(old, "setVfs")));
      case PlanStep.SetParameter(var name, var value) ->
          object.always(
              "setParameter",
              Rewriting.of(Rewriting.inside(old, "setParameter"))
                  .always("name", JsonValue.of(name))
                  .always("value", JsonValue.of(value))
                  .done());
      case PlanStep.HotAdd added ->
          object.always("hotAdd", hotAdd(added, Rewriting.inside(old, "hotAdd")));
      case PlanStep.MoveCard moved ->
          object.always("hotAdd", moved(moved, Rewriting.inside(old, "hotAdd")));
      case PlanStep.Hypothetical twice -> throw new IllegalStateException("imagined twice");
    }
    if (step.isHypothetical()) {
      object.always(StepReader.HYPOTHETICAL, new JsonBoolean(true, 0));
    } else {
      keepPlain(object, old);
    }
    return object.done();
  }

  private static JsonObject setVfs(PlanStep.SetVfs step, Optional<JsonObject> old) {
    return Rewriting.of(old)
        .text("pf", step.pf().text(), PlanWriter.means(step.pf()))
        .always("count", JsonValue.of(step.count()))
        .done();
  }

  private static JsonObject hotAdd(PlanStep.HotAdd step, Optional<JsonObject> old) {
    return Rewriting.of(old)
        .text("device", step.device().text(), PlanWriter.means(step.device()))
        .always("group", JsonValue.of(step.group()))
        .unless(step.driver().isEmpty(), "driver", JsonValue.ofOptional(step.driver()))
        .done();
  }

  private static JsonObject moved(PlanStep.MoveCard step, Optional<JsonObject> old) {
    return Rewriting.of(old)
        .text("device", step.device().text(), PlanWriter.means(step.device()))
        .text("below", step.below().text(), PlanWriter.means(step.below()))
        .done();
  }

  /** A file may say of a step that it is not imagined. */
  private static void keepPlain(Rewriting object, Optional<JsonObject> old) {
    old.flatMap(was -> was.get(StepReader.HYPOTHETICAL))
        .ifPresent(was -> object.always(StepReader.HYPOTHETICAL, was));
  }
}
