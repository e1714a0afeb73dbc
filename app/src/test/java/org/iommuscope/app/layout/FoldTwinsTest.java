package org.iommuscope.app.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

class FoldTwinsTest {

  private static final HostTopology VFS =
      new HostSketch().root("0000:00:01.0", 1).vfs("0000:00:01.0", "0000:01:00.0", 4, 10).host();

  @Test
  void folds_virtual_functions_into_one_row_with_their_groups() {
    assertEquals(List.of("00:01.0 g1", "01:00.0 g9", "VF 0–3 g10–13"), rows(VFS, Folding.USUAL));
  }

  @Test
  void opens_every_fold() {
    assertEquals(6, rows(VFS, Folding.NONE).size());
  }

  @Test
  void opens_one_fold_by_its_id_and_closes_it_again() {
    Folding opened = Folding.USUAL.withToggledTwins("fold-0000:01:10.0");
    assertEquals(6, rows(VFS, opened).size());
    assertEquals(3, rows(VFS, opened.withToggledTwins("fold-0000:01:10.0")).size());
  }

  @Test
  void hides_a_subtree_and_counts_what_it_hides() {
    Folding closed = new Folding(false, Set.of(), Set.of("device-0000:01:00.0"));
    PlacedGraph placed = place(VFS, closed);
    assertEquals(List.of("00:01.0 g1", "01:00.0 g9"), rows(VFS, closed));
    assertEquals("+4 · g10–13", placed.rows().getLast().row().hidden().text());
  }

  @Test
  void folds_other_twins_only_in_crowds_and_within_one_shared_group() {
    HostSketch four = new HostSketch().root("0000:00:01.0", 1);
    HostSketch five = new HostSketch().root("0000:00:01.0", 1);
    for (int function = 0; function < 5; function++) {
      String address = "0000:01:00." + function;
      five.below("0000:00:01.0", address, "Card", 2);
      if (function < 4) {
        four.below("0000:00:01.0", address, "Card", 2);
      }
    }
    assertEquals(5, rows(four.host(), Folding.USUAL).size());
    assertEquals(List.of("00:01.0 g1", "01:00.0–4 g2"), rows(five.host(), Folding.USUAL));
  }

  private static List<String> rows(HostTopology host, Folding folding) {
    return place(host, folding).rows().stream()
        .map(PlacedRow::row)
        .filter(Row.Entry.class::isInstance)
        .map(row -> ((Row.Entry) row).text())
        .map(text -> text.address() + " " + text.group().text())
        .toList();
  }

  private static PlacedGraph place(HostTopology host, Folding folding) {
    return TreeLayout.place(
        TopologyGraph.of(host), new FixedTextMeasure(), OptionalDouble.empty(), folding);
  }
}
