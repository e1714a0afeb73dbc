package org.iommuscope.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two waivers of one rule that cover a device in common and end on different days.
 *
 * @param first the one that the plan names first
 */
public record WaiverConflict(Waiver first, Waiver second) {

  /** Every such pair, in the plan's order. */
  public static List<WaiverConflict> of(List<Waiver> waivers) {
    List<WaiverConflict> conflicts = new ArrayList<>();
    for (int at = 0; at < waivers.size(); at++) {
      for (Waiver other : waivers.subList(at + 1, waivers.size())) {
        if (meet(waivers.get(at), other) && !waivers.get(at).until().equals(other.until())) {
          conflicts.add(new WaiverConflict(waivers.get(at), other));
        }
      }
    }
    return conflicts;
  }

  /** What is waived as long as one of them lasts, which is what the verdict goes by. */
  public Optional<LocalDate> lasts() {
    return first.until().flatMap(one -> second.until().map(two -> one.isAfter(two) ? one : two));
  }

  /** The conflict as a sentence. */
  public String sentence() {
    return "%s and %s contradict each other: the longer holds, %s"
        .formatted(name(first), name(second), until(lasts()));
  }

  private static boolean meet(Waiver one, Waiver two) {
    return one.rule().equals(two.rule())
        && (one.device().isEmpty() || two.device().isEmpty() || one.device().equals(two.device()));
  }

  private static String name(Waiver waiver) {
    String where = waiver.device().map(device -> " for " + device).orElse(" for every device");
    return "the waiver of " + waiver.rule() + where + " " + until(waiver.until());
  }

  private static String until(Optional<LocalDate> day) {
    return day.map(last -> "until " + last).orElse("without an end");
  }
}
