package org.iommuscope.imports.definitions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The note in a guest's description, which Proxmox keeps as comment lines with colons and percent
 * signs encoded ({@code encode_text} of pve-common).
 */
final class ProxmoxNote {

  private static final String MARK = "iommuscope-plan: ";

  private ProxmoxNote() {}

  static Optional<String> of(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> decoded(line.substring(1)).strip())
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .findFirst();
  }

  private static String decoded(String line) {
    try {
      return URLDecoder.decode(line.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItStands) {
      return line;
    }
  }
}
