package org.iommuscope.imports.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.iommuscope.imports.report.ImportNotes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the recordings of {@code umockdev-record} into an {@link ArchiveTree}, with the links below
 * {@code sys/bus}, {@code sys/class} and {@code sys/kernel} that the kernel makes and a recording
 * leaves out.
 *
 * <p>The form is that of umockdev's {@code docs/script-format.txt} and of its description format: a
 * record begins with {@code P:} and its path; {@code A:} is an attribute with {@code \n} and {@code
 * \\}, {@code H:} one in hexadecimal, {@code L:} a link, {@code E:} a property of its uevent.
 */
final class UmockdevReader {

  /** The file of the tree that keeps what a recording holds beside its records. */
  static final String BESIDE = "beside-the-recording.iommu_groups";

  private static final String RECORD = "P: /devices/";
  private static final int NO_DIGIT = 0x40;
  private static final byte[] NIBBLES = nibbles();

  private final BufferedReader in;
  private final ArchiveTree tree;
  private final ImportNotes notes;
  private final StringBuilder beside = new StringBuilder();
  private int besideLine = 1;
  private int line;
  private @Nullable String path;
  private String subsystem = "";

  UmockdevReader(InputStream in, ArchiveTree tree, ImportNotes notes) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.tree = tree;
    this.notes = notes;
  }

  /** Whether a text that begins so is a recording; comments may stand before. */
  static boolean recognises(byte[] beginning) {
    return new String(beginning, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> line.startsWith(RECORD))
        .isPresent();
  }

  void read() throws IOException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (text.length() > 2 && text.charAt(1) == ':') {
        readLine(text.charAt(0), text.substring(2).strip());
      } else if (!text.isBlank() && !text.startsWith("#")) {
        keepBeside(text);
      }
    }
    endRecord();
    if (!beside.isEmpty()) {
      byte[] bytes = beside.toString().getBytes(StandardCharsets.UTF_8);
      tree.addFile(BESIDE, bytes.length, n -> new Content.Bytes(bytes));
    }
  }

  /** Keeps a line that is none of a recording where it was, for the readers of texts. */
  private void keepBeside(String text) throws IOException {
    if (beside.isEmpty()) {
      notes.malformed("", line, "found no record of umockdev; expected P:, E:, A:, H: or L:");
    }
    tree.charge(text.length());
    for (; besideLine < line; besideLine++) {
      beside.append('\n');
    }
    beside.append(text);
  }

  private void readLine(char kind, String value) throws IOException {
    switch (kind) {
      case 'P' -> beginRecord(value);
      case 'E' -> {
        if (value.startsWith("SUBSYSTEM=")) {
          subsystem = value.substring("SUBSYSTEM=".length());
        }
      }
      case 'A' -> attribute(value, false);
      case 'H' -> attribute(value, true);
      case 'L' -> link(value);
      default -> {}
    }
  }

  private void beginRecord(String devpath) throws IOException {
    endRecord();
    if (!devpath.startsWith("/devices/")) {
      path = null;
      notes.malformed("", line, "found a record without a path; expected one below /devices");
      return;
    }
    path = "sys" + devpath;
    tree.charge(devpath.length());
    tree.addFolder(path);
  }

  /** Makes the links that lead to the device. */
  private void endRecord() {
    if (path == null || subsystem.isEmpty() || subsystem.contains("/")) {
      subsystem = "";
      return;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean isBus = subsystem.equals("pci") || subsystem.equals("mdev");
    String home = isBus ? "sys/bus/" + subsystem + "/devices/" : "sys/class/" + subsystem + "/";
    String up = isBus ? "../../../" : "../../";
    tree.addLink(home + name, up + path.substring("sys/".length()));
    tree.addLink(
        path + "/subsystem", "/sys/" + (isBus || isPlatform() ? "bus/" : "class/") + subsystem);
    subsystem = "";
  }

  private boolean isPlatform() {
    return subsystem.equals("platform") || subsystem.equals("acpi") || subsystem.equals("usb");
  }

  private void attribute(String value, boolean isHex) throws IOException {
    int equals = value.indexOf('=');
    if (path == null || equals <= 0) {
      notes.malformed("", line, "found an attribute without record or name; expected name=value");
      return;
    }
    Optional<byte[]> content =
        isHex ? hex(value, equals + 1) : Optional.of(unescaped(value.substring(equals + 1)));
    if (content.isEmpty()) {
      notes.malformed("", line, "found no hexadecimal number; expected pairs of digits");
      return;
    }
    byte[] bytes = content.get();
    tree.charge(bytes.length);
    tree.addFile(
        path + "/" + value.substring(0, equals), bytes.length, n -> new Content.Bytes(bytes));
  }

  private void link(String value) throws IOException {
    int equals = value.indexOf('=');
    if (path == null || equals <= 0) {
      notes.malformed("", line, "found a link without record or name; expected name=target");
      return;
    }
    String name = value.substring(0, equals);
    String target = value.substring(equals + 1);
    tree.charge(target.length());
    tree.addLink(path + "/" + name, target);
    if (name.equals("iommu_group")) {
      String group = target.substring(target.lastIndexOf('/') + 1);
      String device = path.substring(path.lastIndexOf('/') + 1);
      tree.addLink(
          "sys/kernel/iommu_groups/" + group + "/devices/" + device,
          "../../../../" + path.substring("sys/".length()));
    }
  }

  /** By a table: a config space has 8192 digits, and a host thousands of these. */
  private static Optional<byte[]> hex(String digits, int begin) {
    int length = digits.length() - begin;
    byte[] bytes = new byte[length / 2];
    int wrong = length & 1;
    for (int at = 0; at < bytes.length; at++) {
      int high = nibble(digits.charAt(begin + 2 * at));
      int low = nibble(digits.charAt(begin + 2 * at + 1));
      wrong |= (high | low) & NO_DIGIT;
      bytes[at] = (byte) (high << 4 | low);
    }
    return wrong == 0 ? Optional.of(bytes) : Optional.empty();
  }

  private static int nibble(char digit) {
    return digit < NIBBLES.length ? NIBBLES[digit] : NO_DIGIT;
  }

  private static byte[] nibbles() {
    byte[] nibbles = new byte[128];
    for (char each = 0; each < nibbles.length; each++) {
      int digit = Character.digit(each, 16);
      nibbles[each] = (byte) (digit < 0 ? NO_DIGIT : digit);
    }
    return nibbles;
  }

  private static byte[] unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        plain.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
      } else {
        plain.append(c);
      }
    }
    return plain.toString().getBytes(StandardCharsets.UTF_8);
  }
}
