package org.iommuscope.imports.anonymise;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Config spaces as {@code lspci -xxxx} prints them: lines of an offset and sixteen bytes. */
final class HexDumps {

  private static final Pattern LINE =
      Pattern.compile("\\s*[0-9a-f]{2,3}:((?: [0-9a-f]{2}){16})\\s*");
  private static final int BYTES = 16;

  private final ConfigMasking configs;

  HexDumps(ConfigMasking configs) {
    this.configs = configs;
  }

  /** The lines, with the serial numbers taken out of every dump among them. */
  String[] mask(String[] lines, String where) {
    String[] masked = lines.clone();
    int begin = 0;
    while (begin < lines.length) {
      int end = begin;
      while (end < lines.length && LINE.matcher(lines[end]).matches()) {
        end++;
      }
      if (end > begin) {
        mask(masked, begin, end, where);
      }
      begin = Math.max(end, begin + 1);
    }
    return masked;
  }

  private void mask(String[] lines, int begin, int end, String where) {
    ByteArrayOutputStream config = new ByteArrayOutputStream();
    for (int at = begin; at < end; at++) {
      config.writeBytes(HexFormat.of().parseHex(bytesOf(lines[at]).replace(" ", "")));
    }
    byte[] masked = configs.mask(config.toByteArray(), where);
    for (int at = begin; at < end; at++) {
      int first = (at - begin) * BYTES;
      String bytes = HexFormat.ofDelimiter(" ").formatHex(masked, first, first + BYTES);
      lines[at] = lines[at].replace(bytesOf(lines[at]), bytes);
    }
  }

  private static String bytesOf(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
