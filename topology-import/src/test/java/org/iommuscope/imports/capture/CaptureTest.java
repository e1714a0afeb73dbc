package org.iommuscope.imports.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;

/** Links inside a tree that is no file system. */
class CaptureTest {

  private final ArchiveTree tree =
      new ArchiveTree(Limits.usual(), new ImportNotes(), ImportProgress.unwatched());
  private final Capture capture = new Capture(tree.root(), true);

  @Test
  void follows_links_on_the_way_and_at_the_end() {
    tree.addFolder("sys/devices/one");
    tree.addLink("sys/bus", "devices");
    tree.addLink("sys/class", "bus/one");
    assertEquals(Optional.of("sys/devices/one"), pathOf("sys/class"));
  }

  @Test
  void begins_an_absolute_target_at_the_root_of_the_capture() {
    tree.addFolder("etc");
    tree.addLink("sys/link", "/etc");
    assertEquals(Optional.of("etc"), pathOf("sys/link"));
  }

  @Test
  void climbs_no_higher_than_the_root() {
    tree.addFolder("etc");
    tree.addLink("sys/link", "../../etc");
    assertEquals(Optional.empty(), pathOf("sys/link"));
    assertEquals(Optional.empty(), capture.missingOn(link("sys/link")));
  }

  @Test
  void gives_up_on_circles() {
    tree.addLink("a", "b");
    tree.addLink("b", "a");
    assertTrue(pathOf("a").isEmpty());
  }

  @Test
  void names_the_first_folder_that_is_missing() {
    tree.addFolder("sys/bus");
    tree.addLink("sys/link", "bus/pci/drivers/nvme");
    assertEquals(Optional.of("sys/bus/pci"), capture.missingOn(link("sys/link")));
  }

  private Optional<String> pathOf(String path) {
    return capture.find(path).map(Entry::path);
  }

  private Link link(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Folder folder = capture.folder(path.substring(0, path.lastIndexOf('/'))).orElseThrow();
    return folder.link(name).orElseThrow();
  }
}
