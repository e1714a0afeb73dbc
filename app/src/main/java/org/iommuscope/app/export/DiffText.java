package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.iommuscope.model.diff.AttributeChange;
import org.iommuscope.model.diff.DeviceChange;
import org.iommuscope.model.diff.GroupChange;
import org.iommuscope.model.diff.PlanImpact;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Explainer;

/** What changed between two captures as lines for people. */
public final class DiffText {

  /** More names than this are counted. */
  private static final int MOST_NAMES = 8;

  private final List<String> lines = new ArrayList<>();

  private DiffText() {}

  public static String of(TopologyDiff diff, SequencedMap<String, PlanImpact> plans) {
    DiffText text = new DiffText();
    text.section("Groups", diff.groups().stream().map(DiffText::line).toList());
    text.section("Devices", diff.devices().stream().map(DiffText::line).toList());
    text.section("Attributes", diff.attributes().stream().map(DiffText::line).toList());
    text.section(
        "Plans",
        plans.entrySet().stream()
            .flatMap(entry -> lines(entry.getKey(), entry.getValue()).stream())
            .toList());
    if (diff.isEmpty()) {
      text.lines.add("no differences");
    }
    return String.join("\n", text.lines) + "\n";
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add(title);
      entries.forEach(entry -> lines.add("  " + entry));
    }
  }

  /** One line that says what became of groups. */
  public static String line(GroupChange change) {
    return "%-10s  %s → %s: %s"
        .formatted(
            word(change.kind()),
            list(change.before(), "none"),
            list(change.after(), "none"),
            list(change.devices(), "none"));
  }

  /** One line that says what became of a device. */
  public static String line(DeviceChange change) {
    String names =
        change
            .before()
            .flatMap(was -> change.after().map(is -> was + " → " + is))
            .orElseGet(() -> change.device().text());
    return "%-10s  %s (%s)".formatted(word(change.kind()), names, change.because());
  }

  /** One line that says what became of a fact. */
  public static String line(AttributeChange change) {
    return "%s  %s: %s → %s"
        .formatted(
            change.device().map(DeviceRef::text).orElse("host"),
            change.attribute(),
            value(change.before()),
            value(change.after()));
  }

  private static List<String> lines(String plan, PlanImpact impact) {
    List<String> lines = new ArrayList<>();
    lines.add(
        plan
            + (impact.breaks() ? " BREAKS: " : " stands: ")
            + impact.before().word()
            + " → "
            + impact.after().word());
    impact
        .obstacle()
        .ifPresent(step ->
            lines.add(
                "  step "
                    + step.index()
                    + step.device().map(device -> ", " + device).orElse("")
                    + ": "
                    + Explainer.headline(step)
                    + step.message().map(message -> "; says: " + message).orElse("")));
    impact.strays().forEach(change -> lines.add("  it names a device that " + told(change)));
    return lines;
  }

  private static String told(DeviceChange change) {
    return switch (change.kind()) {
      case MOVED -> "moved: " + change.before().orElseThrow() + " is " + change.device() + " now";
      case APPEARED -> "is another now: " + change.device();
      case GONE -> "is gone: " + change.device();
    };
  }

  private static String value(Optional<String> value) {
    return value.orElse("none");
  }

  private static String list(Collection<?> values, String none) {
    String names =
        values.stream().limit(MOST_NAMES).map(String::valueOf).collect(Collectors.joining(", "));
    int further = values.size() - MOST_NAMES;
    return values.isEmpty() ? none : further > 0 ? names + " and " + further + " more" : names;
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
