package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/**
 * What carrying out a plan costs, as one sheet to read before.
 *
 * @param sections the headings, each with its sentences
 */
public record ImpactSheet(List<ImpactSheet.Section> sections) {

  /** One question and its answers, of which there is at least one. */
  public record Section(String title, List<String> sentences) {
    public Section {
      sentences = List.copyOf(sentences);
    }
  }

  public ImpactSheet {
    sections = List.copyOf(sections);
  }

  /** The sheet of a plan; no sections for a plan that changes nothing. */
  public static ImpactSheet of(HostTopology host, AssignmentPlan plan) {
    if (plan.guests().isEmpty() && plan.bindings().isEmpty() && plan.sequence().isEmpty()) {
      return new ImpactSheet(List.of());
    }
    SequencedMap<String, List<String>> all = new LinkedHashMap<>();
    HostLosses losses = HostLosses.of(host, plan);
    List<String> lost = new ArrayList<>(losses.sentences());
    lost.addAll(losses.gaps());
    all.put("What the host loses", orElse(lost, "nothing that it uses, as far as was captured"));
    all.put("Is a reboot needed", Restarts.of(host, plan));
    all.put("What can no longer be suspended or migrated", GuestCosts.still(host, plan));
    all.put("Memory that guests pin", GuestCosts.pinned(host, plan));
    all.put(
        "What a reset reaches",
        orElse(Resets.of(host, plan), "no guest gets a function of this host"));
    List<Section> sections = new ArrayList<>();
    for (Map.Entry<String, List<String>> section : all.entrySet()) {
      sections.add(new Section(section.getKey(), section.getValue()));
    }
    return new ImpactSheet(sections);
  }

  private static List<String> orElse(List<String> sentences, String otherwise) {
    return sentences.isEmpty() ? List.of(otherwise) : sentences;
  }
}
