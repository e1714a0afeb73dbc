package org.iommuscope.app.ui;

import static org.iommuscope.app.workspace.Sample.AT_ONCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.ui.verdict.ComparisonViewModel;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** One plan under every rule profile, with an mdev of a driver that nobody knows. */
class ComparisonTest {

  private final Workspace workspace = Sample.workspace(Sample.MDEVS);
  private final ComparisonViewModel comparison = new ComparisonViewModel(workspace, AT_ONCE);

  @Test
  void nothing_is_compared_while_nobody_looks() {
    workspace.perform(workspace.session().newGuestWith(Sample.MDEV));
    assertEquals(List.of(), comparison.contentProperty().get().lines());
    comparison.watch(true);
    assertEquals(1, comparison.contentProperty().get().lines().size());
  }

  @Test
  void a_step_is_told_profile_by_profile() {
    comparison.watch(true);
    workspace.perform(workspace.session().newGuestWith(Sample.MDEV));
    ComparisonViewModel.Content content = comparison.contentProperty().get();
    assertEquals("1 of 1 step depends on the rules.", content.headline());
    ComparisonViewModel.Line line = content.lines().getFirst();
    assertEquals(Sample.MDEV + " for guest A", line.step());
    assertTrue(line.says().contains("undecided on 5.10"), line.says());
    assertEquals(content.columns().size(), line.cells().size());
  }

  @Test
  void a_column_is_chosen_to_judge_by() {
    comparison.watch(true);
    workspace.perform(workspace.session().newGuestWith(Sample.MDEV));
    ComparisonViewModel.Column modern =
        comparison.contentProperty().get().columns().stream()
            .filter(column -> column.id().equals("dma-owner"))
            .findFirst()
            .orElseThrow();
    comparison.choose(modern);
    assertEquals(Optional.of("dma-owner"), workspace.session().plan().profile());
    assertEquals(
        List.of("dma-owner"),
        comparison.contentProperty().get().columns().stream()
            .filter(ComparisonViewModel.Column::current)
            .map(ComparisonViewModel.Column::id)
            .toList());
  }
}
