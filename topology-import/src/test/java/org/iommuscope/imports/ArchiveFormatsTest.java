package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same machine, however it is packed; the content tells how, and not the name. */
class ArchiveFormatsTest {

  private static final String MACHINE = "q35-mdev-k510-after";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
  void reads_each_compression(String format) throws IOException {
    assertSame(Repacked.compressed(Repacked.tar(MACHINE), format));
  }

  @Test
  void reads_a_tar_that_is_not_compressed() throws IOException {
    assertSame(Repacked.tar(MACHINE));
  }

  @Test
  void reads_links_in_a_zip() throws IOException {
    assertSame(Repacked.zip(MACHINE));
  }

  @ParameterizedTest
  @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
  void reads_long_names_below_a_folder_of_the_archive(int mode) throws IOException {
    assertSame(Repacked.withLongNames(MACHINE, mode));
  }

  private void assertSame(byte[] archive) throws IOException {
    ImportResult expected = Imports.of(Repacked.machine(MACHINE));
    ImportResult named = Imports.of(Files.write(folder.resolve("name-without-suffix"), archive));
    assertEquals(TopologyText.topology(expected), TopologyText.topology(named));
    assertEquals(expected.notes().size(), named.notes().size());
    assertEquals(TopologyText.of(named), TopologyText.of(streamed(archive)));
  }

  private static ImportResult streamed(byte[] archive) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(
                new CaptureSource.Streamed(new ByteArrayInputStream(archive)),
                ImportProgress.unwatched());
    return ((ImportOutcome.Imported) outcome).result();
  }
}
