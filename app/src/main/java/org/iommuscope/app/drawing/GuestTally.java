package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * How many of a row's devices a guest wants, by the answer that it got.
 *
 * @param counted whether the row stands for several devices, so that numbers matter
 */
record GuestTally(String guest, SortedMap<Answer, Integer> answers, boolean counted) {

  /** A part of a chip: the answer, and its words. */
  record Part(Answer answer, String text) {}

  GuestTally {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** The guests of some devices, by name. */
  static List<GuestTally> of(TopologyGraph graph, List<DeviceNode> devices) {
    SequencedMap<String, Map<Answer, Integer>> guests = new TreeMap<>();
    for (DeviceNode device : devices) {
      for (GraphEdge.Gets gets : graph.guestsOf(device)) {
        guests
            .computeIfAbsent(gets.from().name().text(), none -> new EnumMap<>(Answer.class))
            .merge(gets.answer(), 1, Integer::sum);
      }
    }
    List<GuestTally> tallies = new ArrayList<>();
    guests.forEach((guest, answers) ->
        tallies.add(new GuestTally(guest, new TreeMap<>(answers), devices.size() > 1)));
    return tallies;
  }

  /** A guest that gets one device or does not. */
  static GuestTally sample(String guest, Answer answer) {
    return new GuestTally(guest, new TreeMap<>(Map.of(answer, 1)), false);
  }

  List<Part> parts() {
    return answers.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), text(entry.getKey(), entry.getValue())))
        .filter(part -> !part.text().isEmpty())
        .toList();
  }

  /** The chip in words: {@code guest web ✓3 ✗1}. */
  String sentence() {
    return "guest "
        + guest
        + parts().stream().map(part -> " " + part.text()).collect(Collectors.joining());
  }

  private String text(Answer answer, int count) {
    if (!counted) {
      return answer.sign();
    }
    return answer == Answer.UNASKED ? "×" + count : answer.sign() + count;
  }
}
