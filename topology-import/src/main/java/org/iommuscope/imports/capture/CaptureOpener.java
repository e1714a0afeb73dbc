package org.iommuscope.imports.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;

/** Opens a folder or an archive as a {@link Capture}; an archive is read once and not unpacked. */
public final class CaptureOpener {

  private static final String EXPECTED =
      "expected a captured folder, a .tar, .tar.gz, .tar.bz2, .tar.xz, .tar.zst or .zip of one,"
          + " or a text";

  private static final int BUFFER = 128 << 10;

  /** A zip file is read from its end, so one that arrives on a stream is held in memory. */
  private static final int LONGEST_STREAMED_ZIP = 256 << 20;

  private final Limits limits;
  private final ImportNotes notes;
  private final ImportProgress progress;

  public CaptureOpener(Limits limits, ImportNotes notes, ImportProgress progress) {
    this.limits = limits;
    this.notes = notes;
    this.progress = progress;
  }

  /** Opens a folder, {@code /} among them, or an archive. */
  public Opening open(Path path) {
    if (Files.isDirectory(path)) {
      Folder root = CaptureRoot.of(DiskFolder.root(hostOf(path), new DiskWatch(notes, progress)));
      return new Opening.Opened(new Capture(root, true), Optional.empty());
    }
    if (!Files.exists(path)) {
      return new Opening.Refused(path + " does not exist; " + EXPECTED);
    }
    try (InputStream file = Files.newInputStream(path)) {
      // a pipe has no size, and cannot be read from its end as a zip file is
      return Files.isRegularFile(path)
          ? read(path.toString(), watched(file, Files.size(path)), () -> Files.newByteChannel(path))
          : open(path.toString(), file);
    } catch (IOException e) {
      return new Opening.Refused(path + " cannot be read: " + DiskFile.reasonOf(e));
    }
  }

  /** Whoever names a {@code sys} folder means the host it belongs to. */
  private static Path hostOf(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    boolean isSys = whole.endsWith("sys") && Files.isDirectory(whole.resolve("kernel"));
    return isSys ? whole.resolveSibling("") : folder;
  }

  /** Opens an archive that arrives on a stream. */
  public Opening open(String name, InputStream stream) {
    try {
      InputStream in = watched(stream, -1);
      return read(name, in, () -> inMemory(in));
    } catch (IOException e) {
      return new Opening.Refused(name + " cannot be read: " + DiskFile.reasonOf(e));
    }
  }

  /** Gives the bytes of a zip file in any order. */
  private interface Channel {
    SeekableByteChannel open() throws IOException;
  }

  private InputStream watched(InputStream stream, long size) {
    return new BufferedInputStream(new WatchedStream(stream, progress, size), BUFFER);
  }

  private Opening read(String name, InputStream in, Channel channel) throws IOException {
    byte[] beginning = peek(in);
    if (beginning.length == 0) {
      return new Opening.Refused(name + " is empty; " + EXPECTED);
    }
    if (ZipReader.recognises(beginning)) {
      return readZip(channel);
    }
    return readTar(name, in, Compression.of(beginning));
  }

  private Opening readZip(Channel channel) {
    ArchiveTree tree = new ArchiveTree(limits, notes, progress);
    try (SeekableByteChannel bytes = channel.open()) {
      new ZipReader(bytes, tree, notes).read();
      return opened(tree, Optional.empty());
    } catch (IOException e) {
      return opened(tree, Optional.of(DiskFile.reasonOf(e)));
    }
  }

  private Opening readTar(String name, InputStream in, Optional<Compression> compression) {
    ArchiveTree tree = new ArchiveTree(limits, notes, progress);
    try (ReadAhead plain =
        ReadAhead.of(compression.isEmpty() ? in : compression.get().decompress(in))) {
      byte[] beginning = peek(plain);
      if (UmockdevReader.recognises(beginning)) {
        new UmockdevReader(plain, tree, notes).read();
        return opened(tree, Optional.empty());
      }
      if (!TarReader.recognises(beginning)) {
        return PlainText.isLikely(beginning)
            ? PlainText.read(name, plain)
            : new Opening.Refused(name + " holds " + whatIsIn(compression) + "; " + EXPECTED);
      }
      new TarReader(plain, tree).read();
      return opened(tree, Optional.empty());
    } catch (IOException e) {
      return opened(tree, Optional.of(DiskFile.reasonOf(e)));
    }
  }

  private static String whatIsIn(Optional<Compression> compression) {
    return compression
        .map(each -> each.title() + " data with neither a tar archive nor a text inside")
        .orElse("neither an archive nor a text");
  }

  private static Opening opened(ArchiveTree tree, Optional<String> failure) {
    Folder root = CaptureRoot.of(tree.root());
    return new Opening.Opened(new Capture(root, failure.isEmpty(), tree.leftOut()), failure);
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(TarHeader.BLOCK);
    byte[] beginning = in.readNBytes(TarHeader.BLOCK);
    in.reset();
    return beginning;
  }

  private static SeekableByteChannel inMemory(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_STREAMED_ZIP + 1);
    if (bytes.length > LONGEST_STREAMED_ZIP) {
      throw new ArchiveTooLarge(
          "a zip file of more than " + LONGEST_STREAMED_ZIP + " bytes on a stream; name the file");
    }
    return new SeekableInMemoryByteChannel(bytes);
  }
}
