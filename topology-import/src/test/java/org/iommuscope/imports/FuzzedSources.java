package org.iommuscope.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;

/** Whole sources for the fuzzer: recordings, archives, and reports that hold texts. */
public final class FuzzedSources {

  private static final byte[] RECORD = "P: /devices/pci0000:00\n".getBytes(UTF_8);
  private static final byte[] ZIP = "PK\3\4".getBytes(ISO_8859_1);
  private static final byte[] USTAR = "ustar".getBytes(UTF_8);
  private static final int BLOCK = 512;

  /** Where sos puts texts that tell of groups; a form feed in the input begins the next file. */
  private static final List<String> REPORT =
      List.of(
          "sos/sos_commands/pci/lspci_-nnvv",
          "sos/sos_commands/insights/ls_-alZR_.sys.kernel",
          "sos/sos_commands/virsh/virsh_-r_nodedev-dumpxml_pci_0000_01_00_0",
          "sos/sos_commands/kernel/dmesg",
          "sos/sys/class/mdev_bus/0000:00:02.0");

  private FuzzedSources() {}

  /** What takes inputs, by its name. */
  public static Map<String, Consumer<byte[]>> targets() {
    Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
    targets.put("umockdev-recording", input -> read(joined(RECORD, input)));
    targets.put("tar-archive", input -> read(withSums(input)));
    targets.put(
        "zip-archive",
        input -> read(input.length > 1 && input[0] == 'P' ? input : joined(ZIP, input)));
    targets.put("sos-report", input -> read(report(input)));
    return targets;
  }

  private static void read(byte[] source) {
    new TopologyImporter(PciNames::none)
        .read(
            new CaptureSource.Streamed(new ByteArrayInputStream(source)),
            ImportProgress.unwatched());
  }

  private static byte[] joined(byte[] head, byte[] input) {
    byte[] all = Arrays.copyOf(head, head.length + input.length);
    System.arraycopy(input, 0, all, head.length, input.length);
    return all;
  }

  /** Puts the right sum into each header, which no fuzzer would find. */
  private static byte[] withSums(byte[] input) {
    byte[] tar = Arrays.copyOf(input, Math.max(BLOCK, input.length));
    System.arraycopy(USTAR, 0, tar, 257, USTAR.length);
    for (int at = 0; at + BLOCK <= tar.length; at += BLOCK) {
      if (Arrays.equals(tar, at + 257, at + 262, USTAR, 0, 5)) {
        Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
        int sum = 0;
        for (int each = at; each < at + BLOCK; each++) {
          sum += tar[each] & 0xff;
        }
        byte[] digits = "%06o\0 ".formatted(sum).getBytes(ISO_8859_1);
        System.arraycopy(digits, 0, tar, at + 148, digits.length);
      }
    }
    return tar;
  }

  /** A zip file of one text, stored and not deflated. */
  public static byte[] zip() {
    byte[] text = "/sys/kernel/iommu_groups/7/devices/0000:01:00.0\n".getBytes(UTF_8);
    CRC32 sum = new CRC32();
    sum.update(text);
    ZipEntry entry = new ZipEntry("system/iommu_groups.txt");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(text.length);
    entry.setCrc(sum.getValue());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry);
      zip.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A report of sos whose texts are what an input holds. */
  public static byte[] report(byte[] input) {
    String[] texts = new String(input, ISO_8859_1).split("\f", REPORT.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < texts.length; i++) {
        byte[] content = texts[i].getBytes(ISO_8859_1);
        TarArchiveEntry entry = new TarArchiveEntry(REPORT.get(i));
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
