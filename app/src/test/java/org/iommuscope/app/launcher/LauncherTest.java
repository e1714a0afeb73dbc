package org.iommuscope.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path folder;

  private Checkout checkout;

  @BeforeEach
  void check_out() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void finds_a_jdk_in_the_usual_folders_though_the_default_is_older() throws Exception {
    Start.End end = checkout.start("profiles").end();
    assertEquals(0, end.status(), end.err());
    assertTrue(end.out().contains("<-m>\n<org.iommuscope.app/org.iommuscope.app.cli.Main>"));
  }

  @Test
  void prefers_the_jdk_that_java_home_names() throws Exception {
    Start.End end =
        checkout
            .start()
            .with("JAVA_HOME", checkout.jdk("new").toString())
            .with("IOMMUSCOPE_JDK_FOLDERS", "/nonexistent")
            .end();
    assertEquals(0, end.status(), end.err());
  }

  @Test
  void says_in_one_sentence_that_there_is_no_jdk() throws Exception {
    Start.End end = checkout.start().with("IOMMUSCOPE_JDK_FOLDERS", "/nonexistent").end();
    assertEquals(2, end.status());
    assertEquals("", end.out());
    assertEquals(1, end.err().lines().count(), end.err());
    assertTrue(end.err().contains("needs a JDK 25"), end.err());
    assertTrue(end.err().contains("/nonexistent"), end.err());
  }

  @Test
  void builds_on_first_use_and_not_again() throws Exception {
    Start.End first = checkout.start("profiles").end();
    Start.End second = checkout.start("profiles").end();
    assertEquals(1, checkout.builds());
    assertEquals("", second.err());
    assertTrue(first.err().contains("this is the build"));
    assertFalse(first.out().contains("this is the build"));
  }

  @Test
  void starts_with_the_cache_that_it_rehearsed_for() throws Exception {
    Start.End first = checkout.start().end();
    Start.End second = checkout.start().end();
    assertTrue(first.out().contains("<-XX:AOTCache="), first.out());
    assertTrue(second.out().contains("<-XX:AOTCache="), second.out());
    assertFalse(second.err().contains("rehearsing"));
  }

  @Test
  void builds_for_every_user_of_the_machine() throws Exception {
    checkout.start().end();
    Path build = checkout.root().resolve("target/launcher/current");
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(build)));
  }

  @Test
  void builds_again_when_a_source_is_newer() throws Exception {
    checkout.start().end();
    Path source = Files.writeString(checkout.root().resolve("app/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    checkout.start().end();
    assertEquals(2, checkout.builds());
  }

  @Test
  void two_starts_at_once_build_once() throws Exception {
    Start.Running first = checkout.start("one").begin();
    Start.Running second = checkout.start("two").begin();
    assertTrue(first.end().out().endsWith("<one>\n"));
    assertTrue(second.end().out().endsWith("<two>\n"));
    assertEquals(1, checkout.builds());
  }

  @Test
  void passes_every_argument_on_as_it_is() throws Exception {
    Start.End end = checkout.start("validate", "a b", "", "$HOME", "'*\"").end();
    assertTrue(end.out().endsWith("<validate>\n<a b>\n<>\n<$HOME>\n<'*\">\n"), end.out());
  }

  @Test
  void starts_through_a_link_from_another_folder() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("link"), checkout.root().resolve("iommuscope"));
    Start.End end = new Start(List.of(link.toString(), "x"), checkout.start().environment()).end();
    assertTrue(end.out().endsWith("<x>\n"), end.err());
  }

  @Test
  void a_read_only_checkout_that_is_built_starts() throws Exception {
    checkout.start().end();
    checkout.seal();
    try {
      Start.End end = checkout.start("profiles").byNobody().end();
      assertEquals(0, end.status(), end.err());
      assertEquals("", end.err());
      assertTrue(end.out().endsWith("<profiles>\n"));
    } finally {
      checkout.unseal();
    }
  }

  @Test
  void a_read_only_checkout_that_is_not_built_says_so() throws Exception {
    checkout.seal();
    try {
      Start.End end = checkout.start().byNobody().end();
      assertEquals(2, end.status());
      assertEquals(1, end.err().lines().count(), end.err());
      assertTrue(end.err().contains("is not built yet and cannot be written"), end.err());
    } finally {
      checkout.unseal();
    }
  }

  @Test
  void a_failed_build_ends_the_start_and_is_tried_again() throws Exception {
    Path build = checkout.root().resolve("mvnw");
    String working = Files.readString(build);
    Files.writeString(build, "#!/bin/sh\necho 'no network'\nexit 1\n");
    Start.End end = checkout.start().end();
    assertEquals(2, end.status());
    assertEquals("", end.out());
    assertTrue(end.err().contains("no network\niommuscope: the build failed"), end.err());
    Files.writeString(build, working);
    assertEquals(0, checkout.start().end().status());
  }
}
