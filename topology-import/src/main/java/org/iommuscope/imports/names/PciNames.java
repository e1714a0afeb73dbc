package org.iommuscope.imports.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The product names of a {@code pci.ids} file, by vendor and device id.
 *
 * <p>The file names 30,000 devices of 2,000 vendors and a host has those of few: a vendor's lines
 * are read when one of its devices is asked for.
 */
public final class PciNames {

  /** Where Debian and Fedora keep the file of package {@code pci.ids} or {@code hwdata}. */
  private static final List<Path> OF_THE_SYSTEM =
      List.of(Path.of("/usr/share/misc/pci.ids"), Path.of("/usr/share/hwdata/pci.ids"));

  private final byte[] text;

  /** Where the lines of each vendor begin. */
  private final Map<Integer, List<Integer>> vendors;

  private final Map<Integer, Map<Integer, String>> known = new ConcurrentHashMap<>();

  private PciNames(byte[] text, Map<Integer, List<Integer>> vendors) {
    this.text = text;
    this.vendors = vendors;
  }

  public static PciNames none() {
    return new PciNames(new byte[0], Map.of());
  }

  /** The names of this system's own file; none where it has no such file. */
  public static PciNames ofSystem() {
    for (Path file : OF_THE_SYSTEM) {
      try {
        return read(file);
      } catch (IOException e) {
        // the next place may have one, and names are a courtesy
      }
    }
    return none();
  }

  /** Reads a pci.ids file; fails where it cannot be read. */
  public static PciNames read(Path file) throws IOException {
    return parse(Files.readAllBytes(file));
  }

  /** Reads the text of a pci.ids file; lines of another form are passed over. */
  public static PciNames parse(byte[] text) {
    Map<Integer, List<Integer>> vendors = new HashMap<>();
    for (int at = 0; at < text.length && !isClasses(text, at); at = next(text, at)) {
      int vendor = id(text, at);
      if (vendor >= 0) {
        vendors.computeIfAbsent(vendor, none -> new ArrayList<>(1)).add(next(text, at));
      }
    }
    return new PciNames(text, vendors);
  }

  public Optional<String> nameOf(int vendor, int device) {
    return Optional.ofNullable(known.computeIfAbsent(vendor, this::namesOf).get(device));
  }

  private Map<Integer, String> namesOf(int vendor) {
    Map<Integer, String> names = new HashMap<>();
    for (int begin : vendors.getOrDefault(vendor, List.of())) {
      for (int at = begin; isWithin(at); at = next(text, at)) {
        int device = text[at] == '\t' ? id(text, at + 1) : -1;
        if (device >= 0) {
          int from = Math.min(at + 5, text.length);
          int to = Math.max(from, endOf(text, at));
          names.put(device, new String(text, from, to - from, StandardCharsets.UTF_8).strip());
        }
      }
    }
    return names;
  }

  /** Whether a line may still be one of the vendor above: devices, their boards, remarks. */
  private boolean isWithin(int at) {
    return at < text.length && !isClasses(text, at) && id(text, at) < 0 && !isOther(text, at);
  }

  /** A line that is neither indented nor a remark nor empty ends a vendor, whatever it says. */
  private static boolean isOther(byte[] text, int at) {
    return text[at] != '\t' && text[at] != '#' && text[at] != '\n' && text[at] != '\r';
  }

  /** Behind the vendors come the classes, {@code C 00 Unclassified device}. */
  private static boolean isClasses(byte[] text, int at) {
    return text[at] == 'C' && at + 1 < text.length && text[at + 1] == ' ';
  }

  private static int next(byte[] text, int at) {
    return endOf(text, at) + 1;
  }

  private static int endOf(byte[] text, int at) {
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int id(byte[] text, int at) {
    int id = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < text.length ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      id = id << 4 | digit;
    }
    return id;
  }
}
