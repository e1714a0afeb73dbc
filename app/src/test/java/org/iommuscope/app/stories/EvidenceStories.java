package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people have: texts from a forum, pasted one after another, and what they leave open. */
abstract class EvidenceStories {

  private static final String LISTING =
      """
      > IOMMU Group 1 00:01.0 PCI bridge [0604]: Intel Corporation PCIe Root Port [8086:1901]
      > IOMMU Group 1 01:00.0 VGA compatible controller [0300]: NVIDIA GP104 [10de:1b80] (rev a1)
      > IOMMU Group 1 01:00.1 Audio device [0403]: NVIDIA GP104 Audio [10de:10f0] (rev a1)
      > IOMMU Group 2 00:14.0 USB controller [0c03]: Intel Corporation xHCI [8086:a12f] (rev 31)
      > IOMMU Group 3 00:1f.2 SATA contr
      """;

  private static final String DRIVERS =
      """
      01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP104 [10de:1b80] (rev a1)
      \tKernel driver in use: nouveau
      01:00.1 Audio device [0403]: NVIDIA Corporation GP104 Audio [10de:10f0] (rev a1)
      \tKernel driver in use: snd_hda_intel
      """;

  abstract Story story();

  @Test
  void a_forum_post_is_pasted_and_opened_with_what_is_good_in_it() {
    story().copyElsewhere(LISTING);
    story().press(KeyCode.CONTROL, KeyCode.V);
    story().waitUntil(() -> story().isEnabled("#paste-open"));
    story().look("pasted-from-a-forum");
    story().click("#paste-open");
    story().waitUntil(() -> story().text("#status-size").startsWith("5 devices"));
    assertFalse(story().isSeen("#paste"));
    assertTrue(story().says("#status", "pasted text"));
    story().look("what-the-forum-post-tells");
  }

  @Test
  void what_is_not_understood_is_said_where_it_is_pasted() {
    story().command("Paste what you have");
    story().click("#paste-text");
    story().write("my gpu does not work, pls help");
    story().waitUntil(() -> story().says("#paste", "expected"));
    assertFalse(story().isEnabled("#paste-open"));
    story().look("pasted-and-not-understood");
    story().press(KeyCode.TAB);
    assertEquals("paste-clipboard", story().walkFocus("paste-clipboard").getLast());
    story().press(KeyCode.ESCAPE);
    assertEquals("26 devices, 18 groups", story().text("#status-size"));
  }

  @Test
  void what_only_the_host_can_tell_is_asked_with_the_command_that_tells_it() {
    story().copyElsewhere(LISTING);
    story().press(KeyCode.CONTROL, KeyCode.V);
    story().waitUntil(() -> story().isEnabled("#paste-open"));
    story().click("#paste-open");
    story().waitUntil(() -> story().text("#status-size").startsWith("5 devices"));
    story().drag("0000:01:00.0", "#new-guest");
    story().look("what-only-the-host-can-tell");
    story().click("#wanted-drivers");
    assertEquals("lspci -nnk", story().copied());
    assertTrue(story().isSeen("#paste"));
    story().press(KeyCode.ESCAPE);
    story().click("#assumed-kernel-3");
    assertFalse(story().isSeen("#assumed-kernel-3"));
  }

  @Test
  void files_that_are_dropped_together_are_one_host(@TempDir Path folder) throws IOException {
    Path groups = Files.writeString(folder.resolve("groups.txt"), LISTING);
    Path drivers = Files.writeString(folder.resolve("lspci.txt"), DRIVERS);
    story().dropFiles(groups, drivers);
    story().waitUntil(() -> story().says("#status", "groups.txt and 1 more"));
    assertEquals("5 devices, 3 groups", story().text("#status-size"));
  }

  @Test
  void a_second_text_fills_the_gaps_of_the_first() {
    story().copyElsewhere(LISTING);
    story().press(KeyCode.CONTROL, KeyCode.V);
    story().waitUntil(() -> story().isEnabled("#paste-open"));
    story().click("#paste-open");
    story().waitUntil(() -> story().text("#completeness-sign").contains("missing"));
    story().waitUntil(() -> story().text("#status-size").startsWith("5 devices"));
    story().click("#completeness-sign");
    story().see("#completeness");
    story().waitUntil(() -> story().says("#completeness", "group-is-viable"));
    story().look("what-is-told-and-what-not");
    story().click("#copy-command-drivers");
    assertEquals("lspci -nnk", story().copied());
    story().click("#completeness-paste");
    story().copyElsewhere(DRIVERS);
    story().click("#paste-clipboard");
    story().waitUntil(() -> story().isEnabled("#paste-add"));
    story().click("#paste-add");
    story().waitUntil(() -> story().says("#status", "and 1 more"));
    story().command("What is told and what is missing");
    story().see("#completeness");
    story().waitUntil(() -> story().says("#completeness", "2 of 5"));
    story().look("what-is-told-after-more");
  }
}
