package org.iommuscope.imports.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product names of a {@code pci.ids} file, by vendor and device id. */
public final class PciNames {

  /** Where Debian and Fedora keep the file of package {@code pci.ids} or {@code hwdata}. */
  private static final List<Path> OF_THE_SYSTEM =
      List.of(Path.of("/usr/share/misc/pci.ids"), Path.of("/usr/share/hwdata/pci.ids"));

  private final Map<Integer, String> names;

  private PciNames(Map<Integer, String> names) {
    this.names = names;
  }

  public static PciNames none() {
    return new PciNames(Map.of());
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
    Map<Integer, String> names = new HashMap<>();
    int vendor = -1;
    for (String line :
        (Iterable<String>) new String(text, StandardCharsets.UTF_8).lines()::iterator) {
      if (line.startsWith("C ")) {
        break;
      }
      if (line.startsWith("\t") && !line.startsWith("\t\t")) {
        int device = id(line, 1);
        if (vendor >= 0 && device >= 0) {
          names.put(vendor << 16 | device, line.substring(5).strip());
        }
      } else if (!line.startsWith("\t") && !line.startsWith("#") && !line.isEmpty()) {
        vendor = id(line, 0);
      }
    }
    return new PciNames(names);
  }

  public Optional<String> nameOf(int vendor, int device) {
    return Optional.ofNullable(names.get(vendor << 16 | device));
  }

  private static int id(String line, int at) {
    int id = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < line.length() ? Character.digit(line.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      id = id << 4 | digit;
    }
    return id;
  }
}
