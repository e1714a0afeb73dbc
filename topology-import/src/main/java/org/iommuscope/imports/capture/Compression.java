package org.iommuscope.imports.capture;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressions that captures come in, told by their first bytes and not by a file's name. */
enum Compression {
  GZIP("gzip", 0x1f, 0x8b),
  BZIP2("bzip2", 'B', 'Z', 'h'),
  XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0),
  ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd);

  private static final int BUFFER = 64 << 10;

  /** What a dictionary may take; the highest preset of xz needs 65 MiB. */
  private static final int XZ_MEMORY_KIB = 128 << 10;

  private final String title;
  private final byte[] magic;

  Compression(String title, int... magic) {
    this.title = title;
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  String title() {
    return title;
  }

  static Optional<Compression> of(byte[] beginning) {
    return Arrays.stream(values())
        .filter(each ->
            beginning.length >= each.magic.length
                && Arrays.equals(beginning, 0, each.magic.length, each.magic, 0, each.magic.length))
        .findFirst();
  }

  InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
      case ZSTD -> new ZstdInputStream(in);
    };
  }
}
