package org.iommuscope.app.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.FixedTextMeasure;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void tells_the_row_and_between_rows_the_hull_under_the_pointer() {
    Drawing drawing = draw(new HostSketch().root("0000:00:01.0", 1).root("0000:00:02.0", 1).host());
    Figure row = figure(drawing, "device-0000:00:02.0");
    Box box = row.bounds();

    assertEquals(Optional.of(row), drawing.at(box.x() + 50, box.middle()));
    assertEquals(
        Optional.of("group-1"),
        drawing.at(box.x() + 50, box.y() - 2).map(figure -> figure.owner().id()));
    assertEquals(Optional.empty(), drawing.at(box.x() + 50, -5));
  }

  @Test
  void finds_in_a_box_what_reaches_into_it_and_nothing_else() {
    PlacedGraph placed = place(TopologyGraph.of(HostSketch.random(5)), Folding.USUAL);
    Drawing drawing = Drawing.of(placed);
    Box clip = new Box(100, 300, 400, 200);
    RecordingSurface clipped = new RecordingSurface();
    RecordingSurface expected = new RecordingSurface();

    drawing.paint(clipped, Detail.DETAILS, clip);
    drawing.figures().stream()
        .filter(figure -> figure.bounds().overlaps(clip))
        .forEach(figure -> {
          expected.begin(figure);
          figure.paint(expected, Detail.DETAILS);
          expected.end(figure);
        });

    assertFalse(clipped.text().isEmpty());
    assertEquals(expected.text(), clipped.text());
  }

  @Test
  void draws_no_words_where_they_could_not_be_read() {
    HostTopology host = new HostSketch().root("0000:00:01.0", 1).host();
    Drawing drawing = Drawing.of(place(TopologyGraph.of(host), Folding.USUAL));
    assertFalse(text(drawing, Detail.at(0.1)).contains("\""));
    assertTrue(text(drawing, Detail.at(0.5)).contains("\"00:01.0\""));
    assertFalse(text(drawing, Detail.at(0.5)).contains("\"driver\""));
    assertTrue(text(drawing, Detail.at(1)).contains("\"driver\""));
  }

  @Test
  void tells_shared_groups_apart_by_outline_and_number_and_not_by_colour_alone() {
    HostSketch sketch = new HostSketch();
    for (int group = 0; group < 24; group++) {
      sketch.root("0000:00:%02x.0".formatted(group), group);
      sketch.root("0000:00:%02x.1".formatted(group), group);
    }
    List<String> hulls =
        text(draw(sketch.host()), Detail.DETAILS)
            .lines()
            .filter(line -> line.startsWith("hull"))
            .map(line -> line.substring(line.indexOf('[')))
            .toList();
    assertEquals(24, hulls.size());
    assertEquals(24, hulls.stream().distinct().count());
  }

  @Test
  void shows_who_gets_a_device_on_its_row() {
    HostTopology host = new HostSketch().root("0000:00:01.0", 1).host();
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("web"),
            guest -> guest.withDevices(List.of(GuestDevice.of(DeviceRef.parse("0000:00:01.0")))));
    TopologyGraph graph = TopologyGraph.of(host, plan, Optional.empty());

    String drawn = text(Drawing.of(place(graph, Folding.USUAL)), Detail.DETAILS);

    assertTrue(drawn.contains("[chip_fill] \"web\""), drawn);
  }

  @Test
  void shows_the_driver_that_a_plan_binds_in_the_place_of_the_captured_one() {
    HostTopology host = new HostSketch().root("0000:00:01.0", 1).host();
    DeviceRef device = DeviceRef.parse("0000:00:01.0");
    AssignmentPlan plan = AssignmentPlan.EMPTY.withBinding(device, Optional.of("vfio-pci"));
    AssignmentPlan same = AssignmentPlan.EMPTY.withBinding(device, Optional.of("driver"));

    assertTrue(drawn(host, plan).contains("[vfio_fill] \"driver → vfio-pci\""));
    assertTrue(drawn(host, same).contains("[pill_fill] \"driver\""));
  }

  @Test
  void draws_again_only_the_rows_whose_guests_changed() {
    HostTopology host = HostSketch.crowded(3);
    TopologyGraph bare = TopologyGraph.of(host);
    Drawing before = Drawing.of(place(bare, Folding.USUAL));
    DeviceRef given = DeviceRef.parse("0000:a0:10.1");
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("web"), guest -> guest.withDevices(List.of(GuestDevice.of(given))));
    TopologyGraph planned = bare.with(plan, Optional.empty());

    Drawing after = before.showing(planned);

    assertEquals(
        text(Drawing.of(place(planned, Folding.USUAL)), Detail.DETAILS),
        text(after, Detail.DETAILS));
    List<Figure> changed = new ArrayList<>(after.figures());
    changed.removeIf(figure -> before.figures().stream().anyMatch(old -> old == figure));
    assertEquals(
        List.of("fold-0000:a0:10.0"), changed.stream().map(figure -> figure.owner().id()).toList());
  }

  @Test
  void keeps_a_name_with_control_characters_on_one_line() {
    HostSketch sketch = new HostSketch().root("0000:00:01.0", 1);
    sketch.below("0000:00:01.0", "0000:01:00.0", "bad\nname", 2);
    assertTrue(text(draw(sketch.host()), Detail.DETAILS).contains("\"bad·name\""));
  }

  @Test
  void says_of_an_empty_host_that_there_is_nothing() {
    String drawn = text(draw(new HostSketch().host()), Detail.DETAILS);
    assertTrue(drawn.contains("This capture has no devices."), drawn);
  }

  private static Drawing draw(HostTopology host) {
    return Drawing.withLegend(place(TopologyGraph.of(host), Folding.USUAL));
  }

  private static String drawn(HostTopology host, AssignmentPlan plan) {
    TopologyGraph graph = TopologyGraph.of(host, plan, Optional.empty());
    return text(Drawing.withLegend(place(graph, Folding.USUAL)), Detail.DETAILS);
  }

  private static PlacedGraph place(TopologyGraph graph, Folding folding) {
    return TreeLayout.place(graph, new FixedTextMeasure(), OptionalDouble.empty(), folding);
  }

  private static Figure figure(Drawing drawing, String owner) {
    return drawing.figures().stream()
        .filter(figure -> figure.layer() == Figure.Layer.ROW)
        .filter(figure -> figure.owner().id().equals(owner))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Drawing drawing, Detail detail) {
    RecordingSurface surface = new RecordingSurface();
    drawing.paint(surface, detail);
    return surface.text();
  }
}
