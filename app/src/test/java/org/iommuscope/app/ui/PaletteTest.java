package org.iommuscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iommuscope.app.ui.palette.PaletteCommand;
import org.iommuscope.app.ui.palette.PaletteEntry;
import org.iommuscope.app.ui.palette.PaletteViewModel;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the palette finds on the sample machine, and in which order. */
class PaletteTest {

  private final Workspace workspace = Sample.workspace();
  private final PaletteViewModel palette = new PaletteViewModel(workspace, Sample.AT_ONCE);
  private final List<String> ran = new ArrayList<>();

  @BeforeEach
  void open() {
    palette.open(
        List.of(
            new PaletteCommand("Fit all", "Ctrl+0", () -> ran.add("fit")),
            new PaletteCommand("Undo", "Ctrl+Z", () -> ran.add("undo"))));
  }

  @Test
  void begins_with_the_commands_and_their_keys() {
    assertEquals(List.of("Fit all", "Undo"), titles());
    assertEquals("Ctrl+0", palette.hitsProperty().get().getFirst().keys());
  }

  @Test
  void a_group_is_the_first_answer_to_its_number() {
    palette.type("g12");
    assertEquals("IOMMU group 12", titles().getFirst());
    assertEquals(4, titles().size());
    palette.choose(first());
    assertEquals(3, workspace.session().selection().size());
  }

  @Test
  void a_driver_comes_before_the_devices_it_drives() {
    palette.type("E1000E");
    assertEquals(PaletteEntry.Kind.DRIVER, first().kind());
    assertEquals("drives 1 device", first().detail());
    assertEquals("0000:01:00.0", titles().get(1));
  }

  @Test
  void an_address_without_its_segment_is_enough() {
    palette.type("04:00.1");
    assertEquals(List.of("0000:04:00.1"), titles());
    palette.choose(first());
    assertEquals(Set.of(Sample.GPU_AUDIO), workspace.session().selection());
    assertFalse(palette.openProperty().get());
  }

  @Test
  void a_guest_selects_what_it_has_and_a_command_runs() {
    workspace.perform(workspace.session().newGuestWith(Sample.NIC));
    palette.type("guest a");
    palette.choose(first());
    assertEquals(Set.of(Sample.NIC), workspace.session().selection());
    palette.type("fit");
    palette.choose(first());
    assertEquals(List.of("fit"), ran);
  }

  @Test
  void nothing_found_is_said() {
    palette.type("no such thing");
    assertEquals(List.of(), titles());
    assertTrue(palette.summaryProperty().get().startsWith("Nothing has that name."));
  }

  private PaletteEntry first() {
    return palette.hitsProperty().get().getFirst();
  }

  private List<String> titles() {
    return palette.hitsProperty().get().stream().map(PaletteEntry::title).toList();
  }
}
