package org.iommuscope.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path folder;

  @Test
  void accepts_the_stored_text() throws IOException {
    Path stored = Files.writeString(folder.resolve("same.txt"), "as stored\n");
    new Golden(stored, false).requireEqual("as stored\n");
  }

  @Test
  void leaves_the_output_behind_on_a_mismatch() throws IOException {
    Path stored = Files.writeString(folder.resolve("golden.txt"), "as stored\n");
    assertThrows(AssertionError.class, () -> new Golden(stored, false).requireEqual("other\n"));
    Path left = Path.of("target/goldens", folder.getFileName() + "-golden.actual.txt");
    assertEquals("other\n", Files.readString(left));
  }

  @Test
  void a_golden_that_does_not_exist_is_a_mismatch() {
    Golden absent = new Golden(folder.resolve("absent.txt"), false);
    assertThrows(AssertionError.class, () -> absent.requireEqual(""));
  }

  @Test
  void rewrites_the_stored_text_when_asked() throws IOException {
    Path stored = Files.writeString(folder.resolve("old.txt"), "old\n");
    new Golden(stored, true).requireEqual("new\n");
    assertEquals("new\n", Files.readString(stored));
  }
}
