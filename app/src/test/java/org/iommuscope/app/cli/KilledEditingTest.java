package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledEditingTest {

  private static final long OLDEST = 1000;

  @Test
  void a_kill_at_any_moment_tears_no_file_and_loses_no_edit_older_than_a_second(
      @TempDir Path folder) throws Exception {
    for (KilledEditing killed : KilledEditing.times(4, folder)) {
      assertTrue(killed.edits() > 0, killed.toString());
      assertEquals(List.of(), killed.torn());
      assertTrue(killed.oldestLost() <= OLDEST, killed.toString());
    }
  }
}
