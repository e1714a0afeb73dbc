package org.iommuscope.imports.anonymise;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces what names people and machines in texts, line by line. */
final class TextMasking {

  private static final String HEX = "[0-9A-Fa-f]";

  /** A kind of secret and the place of it in a line: group 1 is the value, the rest stays. */
  private record Place(Secret secret, Pattern pattern) {}

  private static Place place(Secret secret, String regex) {
    return new Place(secret, Pattern.compile(regex));
  }

  /** Where a secret stands in any line, the more exact places first. */
  private static final List<Place> ANYWHERE =
      List.of(
          place(
              Secret.DISK_ID, "(?:PART)?UUID=(?!" + HEX + "{8}-" + HEX + "{4}-)([0-9A-Fa-f-]{4,})"),
          place(Secret.DISK_ID, "/disk/by-(?:id|uuid|partuuid)/([^ ,:\\\\]+)"),
          place(
              Secret.MAC_ADDRESS, "(?<!" + HEX + ":)\\b(" + HEX + "{2}(?::" + HEX + "{2}){5})\\b"),
          place(Secret.MAC_ADDRESS, "\\benx(" + HEX + "{12})\\b"),
          place(
              Secret.PCI_SERIAL_NUMBER,
              "Device Serial Number (" + HEX + "{2}(?:-" + HEX + "{2}){7})"),
          place(Secret.SERIAL_NUMBER, "\\[SN\\] Serial number: (\\S+)"),
          place(
              Secret.SERIAL_NUMBER,
              "(?i)^[AE]: \\w*(?:serial(?:_short|_number)?|wwid|wwn|nguid|eui|asset_tag|product_uuid)=(\\S+)"),
          place(Secret.USER_NAME, "(?:/home|/Users|/run/media)/([^/ ,:\"'\\\\]+)"),
          place(Secret.USER_NAME, "\\busername=([^, ]+)"),
          place(Secret.USER_NAME, "\\(([\\w.-]+)@[\\w.-]+\\)"),
          place(Secret.USER_NAME, "^\\[?([\\w-]+)@[\\w.-]+[: ][^$#]{0,80}[$#] "),
          place(Secret.USER_NAME, "\\b([\\w.+-]+)@[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}\\b"));

  /** Where a line tells a host's name, which is then replaced as a word everywhere. */
  private static final List<Pattern> HOST_NAMES =
      List.of(
          Pattern.compile("^\\w{3} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d ([A-Za-z][\\w.-]+) kernel: "),
          Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ ([A-Za-z][\\w.-]+) kernel: "),
          Pattern.compile("^Linux ([A-Za-z][\\w.-]+) \\d+\\.\\d+"),
          Pattern.compile("^\\[?[\\w-]+@([\\w.-]+)[: ][^$#]{0,80}[$#] "),
          Pattern.compile("Linux version \\S+ \\([\\w.-]+@([\\w.-]+)\\)"));

  private static final Pattern UUID =
      Pattern.compile(HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}");

  /** Names that mean something else in a kernel's words. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "localhost",
          "intel",
          "amd",
          "vfio",
          "iommu",
          "pci",
          "linux",
          "kernel",
          "host",
          "version");

  private static final String HEX_CONFIG = "H: config=";

  private final Masks masks;
  private final ConfigMasking configs;
  private final Set<String> words;

  /**
   * @param words further words to replace, as a user gives them
   */
  TextMasking(Masks masks, Set<String> words) {
    this.masks = masks;
    this.configs = new ConfigMasking(masks);
    this.words = words;
  }

  /** The host names that a text tells. */
  static Set<String> hostNamesIn(String text) {
    return text.lines()
        .flatMap(line -> HOST_NAMES.stream().map(pattern -> pattern.matcher(line)))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .filter(name -> name.length() > 1 && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  /**
   * The text without its secrets; line ends stay.
   *
   * @param hosts names of hosts, to replace as words
   */
  String mask(String text, String where, Set<String> hosts) {
    List<String> lines = new ArrayList<>();
    for (String line : new HexDumps(configs).mask(text.split("\n", -1), where)) {
      lines.add(
          line.startsWith(HEX_CONFIG) ? maskConfig(line, where) : maskLine(line, where, hosts));
    }
    return String.join("\n", lines);
  }

  /** A config space as umockdev writes it; what is no hexadecimal number stays. */
  private String maskConfig(String line, String where) {
    String digits = line.substring(HEX_CONFIG.length()).strip();
    return digits.length() % 2 == 0 && digits.matches("[0-9A-Fa-f]+")
        ? HEX_CONFIG
            + HexFormat.of()
                .withUpperCase()
                .formatHex(configs.mask(HexFormat.of().parseHex(digits), where))
        : line;
  }

  private String maskLine(String line, String where, Set<String> hosts) {
    String masked = line;
    if (isCommandLine(line, where)) {
      masked =
          UUID.matcher(masked).replaceAll(uuid -> masks.mask(Secret.UUID, uuid.group(), where));
    }
    for (Place place : ANYWHERE) {
      masked = replace(place, masked, where);
    }
    for (String host : hosts) {
      masked = replaceWord(Secret.HOST_NAME, host, masked, where);
    }
    for (String word : words) {
      masked = replaceWord(Secret.WORD, word, masked, where);
    }
    return masked;
  }

  private static boolean isCommandLine(String line, String where) {
    return where.endsWith("cmdline")
        || line.contains("ommand line")
        || line.contains("BOOT_IMAGE=")
        || line.contains("root=UUID=");
  }

  private String replace(Place place, String line, String where) {
    Matcher matcher = place.pattern().matcher(line);
    StringBuilder masked = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      masked.append(line, done, matcher.start(1));
      masked.append(maskOf(place.secret(), matcher.group(1), where));
      done = matcher.end(1);
    }
    return done == 0 ? line : masked.append(line, done, line.length()).toString();
  }

  /** A MAC address in an interface's name has no colons, and its mask has none either. */
  private String maskOf(Secret secret, String value, String where) {
    if (secret == Secret.MAC_ADDRESS && value.indexOf(':') < 0) {
      String colons = value.replaceAll("(..)(?=.)", "$1:");
      return masks.mask(secret, colons, where).replace(":", "");
    }
    return masks.mask(secret, value, where);
  }

  private String replaceWord(Secret secret, String word, String line, String where) {
    if (!line.contains(word)) {
      return line;
    }
    return Pattern.compile("(?<![\\w])" + Pattern.quote(word) + "(?![\\w])")
        .matcher(line)
        .replaceAll(hit -> masks.mask(secret, word, where));
  }
}
