package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are broken or hostile: one sentence each, quickly, and nothing is written. */
class BadArchivesTest {

  /** Of processor time, which does not depend on how busy the machine is. */
  private static final Duration QUICK = Duration.ofSeconds(20);

  private static final String VENDOR = "sys/devices/pci0000:00/0000:00:01.0/vendor";

  @TempDir Path folder;
  private int files;

  @AfterEach
  void nothing_was_written() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(files, all.count());
    }
  }

  @Test
  void an_empty_file() throws IOException {
    assertRefused("is empty; expected a captured folder", archive(new byte[0]));
  }

  @Test
  void a_file_that_does_not_exist() {
    assertRefused("does not exist; expected", folder.resolve("none.tar.gz"));
  }

  @Test
  void a_text() throws IOException {
    assertRefused(
        "holds a text of no known form; tried", archive("hello\n".repeat(200).getBytes()));
  }

  @Test
  void a_compressed_text() throws IOException {
    byte[] text = "hello\n".repeat(200).getBytes();
    assertRefused("holds a text of no known form; tried", archive(Repacked.compressed(text, "gz")));
  }

  @Test
  void a_folder_without_groups_and_devices() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    files++;
    assertRefused("found neither sys/bus/pci/devices nor", empty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
  void an_archive_that_is_cut_off(String format) throws IOException {
    byte[] whole = Repacked.compressed(Repacked.tar("q35-desktop-k61"), format);
    ImportOutcome outcome = Imports.outcomeOf(archive(Arrays.copyOf(whole, whole.length * 9 / 10)));
    if (outcome instanceof ImportOutcome.Imported(ImportResult result)) {
      assertCutOff(result);
    } else {
      assertInstanceOf(ImportOutcome.Refused.class, outcome);
    }
  }

  @Test
  void what_a_cut_off_archive_does_not_show_is_unread_and_not_absent() throws IOException {
    byte[] whole = Repacked.tar("q35-desktop-k61");
    ImportResult result =
        Imports.of(archive(Arrays.copyOf(whole, whole.length * 9 / 10 & -TarBytes.BLOCK)));
    assertCutOff(result);
    for (HostDevice device : result.host().devices().values()) {
      assertTrue(!device.driver().equals(Reading.absent()), device::toString);
    }
  }

  @Test
  void an_archive_of_a_few_bytes() throws IOException {
    byte[] whole = Files.readAllBytes(Repacked.machine("q35-desktop-k61"));
    assertInstanceOf(
        ImportOutcome.Refused.class, Imports.outcomeOf(archive(Arrays.copyOf(whole, 100))));
  }

  @Test
  void archives_with_bytes_that_flipped() throws IOException {
    Random random = new Random(1);
    for (byte[] whole :
        List.of(
            Files.readAllBytes(Repacked.machine("pseries-ppc64el-domains-k612")),
            Repacked.tar("pseries-ppc64el-domains-k612"),
            Repacked.zip("pseries-ppc64el-domains-k612"))) {
      for (int round = 0; round < 100; round++) {
        byte[] flipped = whole.clone();
        for (int i = 0; i < 20; i++) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        assertTrue(outcomeOf(new ByteArrayInputStream(flipped)) != null);
      }
    }
  }

  @Test
  void a_zip_that_is_cut_off() throws IOException {
    byte[] whole = Repacked.zip("q35-desktop-k61");
    assertRefused("cut off", archive(Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  void entries_that_point_outside() throws IOException {
    TarBytes tar =
        new TarBytes()
            .file("/etc/evil", "x")
            .file("../outside", "x")
            .file("sys/../../outside", "x")
            .file("sys/..", "x")
            .file(VENDOR, "0x8086");
    ImportResult result = Imports.of(archive(tar.ended()));
    List<String> notes = Imports.notesOf(result);
    assertEquals(
        4, notes.stream().filter(note -> note.startsWith("IGNORED")).count(), notes::toString);
    assertEquals(1, result.host().devices().size());
  }

  @Test
  void a_file_that_is_a_folder_too() throws IOException {
    TarBytes tar =
        new TarBytes().link("sys/bus", "/etc").file("sys/bus/pci/x", "x").file(VENDOR, "0x8086");
    List<String> notes = Imports.notesOf(Imports.of(archive(tar.ended())));
    assertTrue(notes.getFirst().startsWith("CONTRADICTION sys/bus"), notes::toString);
  }

  @Test
  void a_loop_of_links() throws IOException {
    TarBytes tar =
        new TarBytes()
            .link("sys/kernel", "kernel")
            .link("sys/bus", "class")
            .link("sys/class", "bus")
            .file(VENDOR, "0x8086");
    assertEquals(1, Imports.of(archive(tar.ended())).host().devices().size());
  }

  @Test
  void a_link_out_of_the_capture() throws IOException {
    TarBytes tar =
        new TarBytes()
            .link("sys/bus/pci/devices/0000:00:04.0", "../../../../../etc")
            .file(VENDOR, "0x8086");
    List<String> notes = Imports.notesOf(Imports.of(archive(tar.ended())));
    assertTrue(notes.getFirst().contains("out of the capture"), notes::toString);
  }

  @Test
  void a_file_that_is_there_twice() throws IOException {
    TarBytes tar = new TarBytes().file(VENDOR, "0x8086").file(VENDOR, "0x10de");
    List<String> notes = Imports.notesOf(Imports.of(archive(tar.ended())));
    assertTrue(notes.getFirst().startsWith("CONTRADICTION " + VENDOR), notes::toString);
  }

  @Test
  void ten_million_entries() {
    ManyEntries entries = new ManyEntries(10_000_000);
    quickly(() -> outcomeOf(entries));
    assertTrue(entries.given() < 2_000_000, "read on after " + entries.given() + " entries");
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', 'L', 'x', 'K'})
  void an_entry_of_terabytes(char type) throws IOException {
    TarBytes tar = new TarBytes().file(VENDOR, "0x8086").claim("sys/vendor", 4L << 40, type);
    ImportResult result = quickly(() -> Imports.of(archive(tar.cutOff())));
    assertCutOff(result);
    assertEquals(1, result.host().devices().size());
  }

  @Test
  void a_name_that_is_gigabytes_long() throws IOException {
    TarBytes tar = new TarBytes().file(VENDOR, "0x8086").claim("x", 1L << 31, 'L');
    assertCutOff(quickly(() -> Imports.of(archive(tar.cutOff()))));
  }

  @Test
  void zeros_without_end() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 0);
            return length;
          }
        };
    assertInstanceOf(ImportOutcome.Refused.class, quickly(() -> outcomeOf(zeros)));
  }

  @Test
  void an_import_that_is_cancelled_has_no_result() {
    ImportProgress impatient =
        new ImportProgress() {
          @Override
          public void reached(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertInstanceOf(
        ImportOutcome.Cancelled.class,
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.At(Repacked.machine("q35-desktop-k61")), impatient));
  }

  private static <T> T quickly(ThrowingSupplier<T> work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T result = assertDoesNotThrow(work);
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertTrue(taken < QUICK.toNanos(), () -> "it took " + Duration.ofNanos(taken));
    return result;
  }

  private Path archive(byte[] bytes) throws IOException {
    files++;
    return Files.write(folder.resolve("host" + files + ".tar.gz"), bytes);
  }

  private static ImportOutcome outcomeOf(InputStream stream) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Streamed(stream), ImportProgress.unwatched());
  }

  private static void assertRefused(String words, Path capture) {
    String sentence = Imports.refusalOf(capture);
    assertTrue(sentence.contains(words), sentence);
    assertTrue(sentence.contains(capture.getFileName().toString()), sentence);
    assertEquals(1, sentence.lines().count(), sentence);
  }

  private static void assertCutOff(ImportResult result) {
    List<String> notes = Imports.notesOf(result);
    assertTrue(
        notes.stream().anyMatch(note -> note.contains("was read in part only")), notes::toString);
  }
}
