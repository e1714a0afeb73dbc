package org.iommuscope.model.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/** The one place in which statements, fixes and verdicts become sentences. */
public final class Explainer {

  private Explainer() {}

  /** A cause without its premises. */
  public static String say(Cause cause) {
    return say(cause.statement());
  }

  public static String say(Statement statement) {
    return Sentences.of(statement);
  }

  public static String say(Fix fix) {
    return say(fix.change());
  }

  /** What a change would do, as an order. */
  public static String say(PlanChange change) {
    return switch (change) {
      case PlanChange.Assign(var guest, var device) -> "give " + device + " to guest " + guest;
      case PlanChange.Withdraw(var guest, var device) ->
          "take " + device + " away from guest " + guest;
      case PlanChange.Bind(var device, var driver) -> "bind " + device + " to " + driver;
      case PlanChange.Unbind(var device) -> "unbind " + device;
      case PlanChange.SetViommu(var guest, Viommu.None none) ->
          "start guest " + guest + " without vIOMMU";
      case PlanChange.SetViommu(var guest, Viommu.Present present) ->
          "start guest " + guest + " with a vIOMMU in caching mode";
      case PlanChange.PutBehind(var guest, var devices, var bus) ->
          "put " + list(devices) + " behind one PCI bridge of guest " + guest;
      case PlanChange.StopFirst(var running, var waiting) ->
          "stop guest " + running + " before guest " + waiting + " needs it";
      case PlanChange.SetParameter(var name, var value) -> "set " + name + "=" + value;
      case PlanChange.Together(var changes) ->
          changes.stream().map(Explainer::say).collect(Collectors.joining(", "));
    };
  }

  /** One line that says how a step ends: {@code REFUSED at Q5}. */
  public static String headline(StepVerdict step) {
    String at = step.at().filter(where -> isStopped(step)).map(where -> " at " + where).orElse("");
    return switch (step.outcome()) {
      case ATTACHES -> "attaches";
      case DONE -> "done";
      case REUSES -> "attaches, in the group that its guest holds already";
      case REFUSED -> "REFUSED" + at + errno(step);
      case UNSAFE -> "UNSAFE: allowed, and isolation is broken";
      case CRASHES -> "CRASHES: the kernel kills the writer, and the driver is bound";
      case BLOCKS -> "BLOCKS" + at + " until the guest lets go";
      case UNDECIDED -> "UNDECIDED" + at;
    };
  }

  /** Half a sentence for a guest's card: {@code no: group 7 is open in guest A}. */
  public static String card(StepVerdict step) {
    String why = step.because().stream().findFirst().map(Explainer::say).orElse("");
    return switch (step.outcome()) {
      case ATTACHES, DONE -> "yes";
      case REUSES -> "yes: the guest holds group " + group(step) + " already";
      case REFUSED -> "no: " + why;
      case UNSAFE -> "unsafe: " + why;
      case CRASHES -> "crash: " + why;
      case BLOCKS -> "waits: " + why;
      case UNDECIDED -> "cannot tell: " + why;
    };
  }

  private static boolean isStopped(StepVerdict step) {
    return step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED;
  }

  private static String errno(StepVerdict step) {
    return step.errno().map(errno -> " with " + errno).orElse("");
  }

  private static String group(StepVerdict step) {
    return Optional.of(step).flatMap(StepVerdict::group).map(Object::toString).orElse("");
  }

  static String list(List<? extends DeviceRef> devices) {
    return devices.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
