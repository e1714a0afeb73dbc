package org.iommuscope.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** A machine of {@code captures} packed in another way. */
final class Repacked {

  private Repacked() {}

  static Path machine(String name) {
    return Path.of("..", "captures", name, "capture.tar.gz");
  }

  /** The tar stream itself. */
  static byte[] tar(String machine) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(machine(machine)))) {
      return in.readAllBytes();
    }
  }

  static byte[] compressed(byte[] bytes, String format) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(format, packed)) {
      out.write(bytes);
    } catch (CompressorException e) {
      throw new IOException(e);
    }
    return packed.toByteArray();
  }

  /** The same entries below a folder whose name no tar header holds without an extension. */
  static byte[] withLongNames(String machine, int longFileMode) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    String folder = "capture-" + "x".repeat(120) + "/";
    try (TarArchiveInputStream in = open(machine);
        TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
      out.setLongFileMode(longFileMode);
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entry.setName(folder + entry.getName());
        out.putArchiveEntry(entry);
        in.transferTo(out);
        out.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  static byte[] zip(String machine) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveInputStream in = open(machine);
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(packed)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipArchiveEntry zipped = new ZipArchiveEntry(entry.getName());
        boolean isLink = entry.isSymbolicLink();
        zipped.setUnixMode(isLink ? 0120777 : entry.isDirectory() ? 0040755 : 0100644);
        out.putArchiveEntry(zipped);
        if (isLink) {
          out.write(entry.getLinkName().getBytes(StandardCharsets.UTF_8));
        } else {
          in.transferTo(out);
        }
        out.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  private static TarArchiveInputStream open(String machine) throws IOException {
    return new TarArchiveInputStream(
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(machine(machine)))));
  }
}
