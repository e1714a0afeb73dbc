package org.iommuscope.app.ui.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Comparing;
import org.iommuscope.model.diff.AttributeChange;
import org.iommuscope.model.diff.DeviceChange;
import org.iommuscope.model.diff.GroupChange;
import org.iommuscope.model.diff.PlanImpact;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Explainer;
import org.jspecify.annotations.Nullable;

/** What changed, as rows with a side for each capture. */
public final class DiffViewModel {

  /** More names than this are counted. */
  private static final int MOST_NAMES = 6;

  /** Stands on the side of a capture that has no such thing. */
  private static final String NOTHING = "—";

  /**
   * A change.
   *
   * @param kind {@code merged}, {@code moved}, {@code driver}
   * @param why a remark below, which may be empty
   */
  public record Row(String kind, String before, String after, String why) {}

  /** Changes of one sort. */
  public record Section(String title, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /** The whole comparison. */
  public record Content(String headline, String before, String after, List<Section> sections) {
    public Content {
      sections = List.copyOf(sections);
    }
  }

  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(new Content("", "", "", List.of()));

  public DiffViewModel(Comparing comparing) {
    comparing.comparedProperty().subscribe(this::show);
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  private void show(Comparing.@Nullable Compared compared) {
    if (compared != null) {
      content.set(contentOf(compared));
    }
  }

  private static Content contentOf(Comparing.Compared compared) {
    List<Section> sections = new ArrayList<>();
    compared.impact().filter(PlanImpact::breaks).map(DiffViewModel::plan).ifPresent(sections::add);
    compared
        .diff()
        .ifPresent(diff -> {
          add("Groups", diff.groups().stream().map(DiffViewModel::row).toList(), sections);
          add("Devices", diff.devices().stream().map(DiffViewModel::row).toList(), sections);
          add("Facts", diff.attributes().stream().map(DiffViewModel::row).toList(), sections);
        });
    String headline = compared.diff().map(DiffViewModel::headline).orElse(compared.refusal());
    return new Content(headline, compared.before(), compared.after(), sections);
  }

  private static void add(String title, List<Row> rows, List<Section> sections) {
    if (!rows.isEmpty()) {
      sections.add(new Section(title, rows));
    }
  }

  private static String headline(TopologyDiff diff) {
    return diff.isEmpty()
        ? "No differences"
        : count(diff.groups().size(), "group change")
            + ", "
            + count(diff.devices().size(), "device change")
            + ", "
            + count(diff.attributes().size(), "changed fact");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Section plan(PlanImpact impact) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "plan breaks",
            impact.before().word(),
            impact.after().word(),
            impact
                .obstacle()
                .map(step ->
                    step.device().map(device -> device + ": ").orElse("")
                        + Explainer.headline(step))
                .orElse("")));
    impact.strays().forEach(change -> rows.add(row(change)));
    return new Section("The plan", rows);
  }

  private static Row row(GroupChange change) {
    return new Row(
        word(change.kind()),
        groups(change.before()),
        groups(change.after()),
        names(change.devices()));
  }

  private static Row row(DeviceChange change) {
    return new Row(
        word(change.kind()), name(change.before()), name(change.after()), change.because());
  }

  private static Row row(AttributeChange change) {
    return new Row(
        change.attribute(),
        change.before().orElse(NOTHING),
        change.after().orElse(NOTHING),
        change.device().map(DeviceRef::text).orElse("the host"));
  }

  private static String groups(List<GroupId> groups) {
    String numbers = groups.stream().map(GroupId::toString).collect(Collectors.joining(", "));
    return groups.isEmpty() ? NOTHING : (groups.size() == 1 ? "group " : "groups ") + numbers;
  }

  private static String name(Optional<DeviceRef> device) {
    return device.map(DeviceRef::text).orElse(NOTHING);
  }

  private static String names(Collection<DeviceRef> devices) {
    String names =
        devices.stream().limit(MOST_NAMES).map(DeviceRef::text).collect(Collectors.joining(", "));
    int further = devices.size() - MOST_NAMES;
    return further > 0 ? names + " and " + further + " more" : names;
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
