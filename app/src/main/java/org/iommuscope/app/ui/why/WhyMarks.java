package org.iommuscope.app.ui.why;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.grouping.Answer;
import org.iommuscope.model.grouping.Enforcement;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.grouping.Tie;
import org.iommuscope.model.topology.PciAddress;

/** Finds the functions that are the reason for a group, with all that is said of each. */
final class WhyMarks {

  private final GroupPrediction prediction;
  private final Map<PciAddress, WhyMark> marks = new LinkedHashMap<>();

  private WhyMarks(GroupPrediction prediction) {
    this.prediction = prediction;
  }

  /** The functions that ties name. */
  static List<WhyMark> of(GroupPrediction prediction, List<Tie> ties) {
    WhyMarks marks = new WhyMarks(prediction);
    ties.forEach(marks::add);
    return new ArrayList<>(marks.marks.values());
  }

  /** The bridges that keep functions apart from all that is above them. */
  static List<WhyMark> parting(GroupPrediction prediction, List<PciAddress> functions) {
    WhyMarks marks = new WhyMarks(prediction);
    functions.stream()
        .flatMap(function -> prediction.above(function).stream())
        .filter(bridge -> prediction.enforcementOf(bridge).answer() == Answer.YES)
        .forEach(bridge -> marks.put(bridge, "isolates", true));
    return new ArrayList<>(marks.marks.values());
  }

  private void add(Tie tie) {
    switch (tie) {
      case Tie.Path path -> path.failing().forEach(this::addFailing);
      case Tie.Functions(PciAddress from, PciAddress to) -> {
        put(from, "same device", false);
        put(to, "same device", false);
      }
      case Tie.Bridge(PciAddress from, PciAddress to) -> put(to, "one requester ID", false);
      case Tie.Alias(PciAddress from, PciAddress to) -> {
        put(from, "one requester ID", false);
        put(to, "one requester ID", false);
      }
      case Tie.Vmd(PciAddress from, PciAddress to) -> put(to, "VMD", false);
      case Tie.HostBridge(PciAddress from, PciAddress to) -> {
        put(from, "one host bridge", false);
        put(to, "one host bridge", false);
      }
    }
  }

  private void addFailing(PciAddress function) {
    put(function, words(prediction.enforcementOf(function)), false);
  }

  private static String words(Enforcement enforcement) {
    String evidence = enforcement.evidence();
    if (enforcement.answer() == Answer.UNKNOWN) {
      return "ACS not captured";
    }
    if (evidence.equals("has no ACS")) {
      return "no ACS";
    }
    return evidence.contains("switched off") ? "ACS is off" : "does not isolate";
  }

  private void put(PciAddress function, String words, boolean parts) {
    marks.merge(function, new WhyMark(function, words, parts), WhyMarks::joined);
  }

  private static WhyMark joined(WhyMark one, WhyMark other) {
    boolean isSaid = List.of(one.words().split(", ")).contains(other.words());
    return isSaid
        ? one
        : new WhyMark(one.function(), one.words() + ", " + other.words(), one.parts());
  }
}
