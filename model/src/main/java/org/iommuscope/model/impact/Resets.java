package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** What is reset with each function that a guest gets, between one guest and the next. */
final class Resets {

  private Resets() {}

  static List<String> of(HostTopology host, AssignmentPlan plan) {
    Set<PciFunction> functions = new LinkedHashSet<>();
    plan.guests().stream()
        .flatMap(guest -> guest.devices().stream())
        .flatMap(given -> host.device(given.device()).stream())
        .filter(PciFunction.class::isInstance)
        .forEach(device -> functions.add((PciFunction) device));
    List<String> sentences = new ArrayList<>();
    functions.forEach(function -> sentences.add(function.address() + reach(host, function)));
    return sentences;
  }

  private static String reach(HostTopology host, PciFunction function) {
    return switch (function.resetMethods()) {
      case Reading.Absent<List<String>> none ->
          " cannot be reset: the next guest finds it as the last one left it";
      case Reading.Unread<List<String>> unread ->
          ": how it is reset was not captured; a reset of its bus"
              + (BusReset.reachOf(host, function).isEmpty()
                  ? " would reach nothing else"
                  : " would reach " + names(host, function));
      case Reading.Present<List<String>>(List<String> methods) ->
          " is reset by "
              + String.join(", ", methods)
              + (BusReset.isAlone(methods)
                  ? ", which reaches nothing else"
                  : BusReset.reachOf(host, function).isEmpty()
                      ? ", and nothing else is on its bus"
                      : ", which reaches " + names(host, function));
    };
  }

  private static String names(HostTopology host, PciFunction function) {
    List<PciAddress> reach = BusReset.reachOf(host, function);
    return HostAdvice.words(reach);
  }
}
