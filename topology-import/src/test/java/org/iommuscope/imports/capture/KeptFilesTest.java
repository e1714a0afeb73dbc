package org.iommuscope.imports.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rom",
        "resource0",
        "resource2_wc",
        "vpd",
        "remove",
        "rescan",
        "reset",
        "create",
        "bind"
      })
  void never_opens_what_a_live_host_should_not_be_asked(String name) throws IOException {
    Files.writeString(folder.resolve(name), "secret");
    CapturedFile file = assertInstanceOf(CapturedFile.class, root().child(name).orElseThrow());
    assertInstanceOf(Content.Unreadable.class, file.content());
  }

  @Test
  void opens_the_text_of_resources() throws IOException {
    Files.writeString(folder.resolve("resource"), "0x0 0x0 0x0");
    CapturedFile file =
        assertInstanceOf(CapturedFile.class, root().child("resource").orElseThrow());
    assertInstanceOf(Content.Bytes.class, file.content());
  }

  @Test
  void sees_a_pipe_without_waiting_for_it() throws IOException, InterruptedException {
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("vendor").toString()).start();
    assertEquals(0, mkfifo.waitFor());
    assertInstanceOf(Oddity.class, root().child("vendor").orElseThrow());
  }

  @Test
  void allows_a_kernel_log_more_than_an_attribute() {
    assertTrue(KeptFiles.limitOf("", "dmesg.txt") > KeptFiles.limitOf("", "vendor"));
  }

  @Test
  void opens_the_tables_of_proc_where_a_host_and_a_capture_have_them() {
    assertTrue(KeptFiles.limitOf("proc", "mounts") > 0);
    assertTrue(KeptFiles.limitOf("4711", "mounts") > 0);
    assertTrue(KeptFiles.limitOf("net", "route") > 0);
    assertEquals(0, KeptFiles.limitOf("0000:01:00.0", "mounts"));
    assertEquals(0, KeptFiles.limitOf("0000:01:00.0", "status"));
  }

  private DiskFolder root() {
    return DiskFolder.root(folder, new DiskWatch(new ImportNotes(), ImportProgress.unwatched()));
  }
}
