package org.iommuscope.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.PciAddress;

/** The lines of {@code lspci -vvv} that tell what we decode too, in one form for both. */
final class LspciLines {

  private static final Map<Pattern, Function<MatchResult, String>> FORMS = new LinkedHashMap<>();

  static {
    form(
        "Express \\(v(\\d)\\) (.+?)(?: \\(Slot([-+])\\))?, (?:IntMsgNum|MSI).*",
        all -> "express v%s %s slot%s".formatted(all.group(1), all.group(2), all.group(3)));
    form(
        "LnkCap:\\s.*Speed (\\S+), Width (x\\d+).*",
        all -> "most " + all.group(1) + " " + all.group(2));
    form(
        "LnkSta:\\s.*Speed (\\S+)(?: \\(\\w+\\))?, Width (x\\d+).*",
        all -> "now " + all.group(1) + " " + all.group(2));
    form("ExtTag.* FLReset([-+]) .*", all -> "flr" + all.group(1));
    form("ACSCap:\\s*(.*)", all -> "acs has " + signs(all.group(1)));
    form("ACSCtl:\\s*(.*)", all -> "acs is on " + signs(all.group(1)));
    form("IOVCtl:\\s*Enable([-+]).*", all -> "vfs enabled" + all.group(1));
    form(
        "Initial VFs: (\\d+), Total VFs: (\\d+), Number of VFs: (\\d+).*",
        all -> "vfs %s %s %s".formatted(all.group(1), all.group(2), all.group(3)));
    form(
        "VF offset: (\\d+), stride: (\\d+), Device ID: (\\S+)",
        all -> "vf offset %s stride %s id %s".formatted(all.group(1), all.group(2), all.group(3)));
    form("ARICap:.*Next Function: (\\d+)", all -> "ari next " + all.group(1));
    form(".*Power Management version (\\d).*", all -> "pm v" + all.group(1));
    form("Status: (D\\d) .*", all -> "state " + all.group(1));
    form(
        ".*\\] MSI: Enable([-+]) Count=\\d+/(\\d+) .*", all -> "msi" + all.group(1) + all.group(2));
    form(".*\\] MSI-X: Enable([-+]) Count=(\\d+) .*", all -> "msi-x" + all.group(1) + all.group(2));
    form(".*\\] Device Serial Number .*", all -> "serial number");
    form("Bus: primary=\\w+, secondary=(\\w+),.*", all -> "secondary " + all.group(1));
  }

  private LspciLines() {}

  private static void form(String pattern, Function<MatchResult, String> form) {
    FORMS.put(Pattern.compile("(?:Capabilities: \\[.*?\\] )?" + pattern), form);
  }

  private static String signs(String services) {
    return services.replaceAll("[^-+]", "").substring(0, 7);
  }

  /** The told facts of each function, sorted. */
  static Map<PciAddress, List<String>> of(String text) {
    Map<PciAddress, List<String>> functions = new LinkedHashMap<>();
    List<String> facts = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        facts = new ArrayList<>();
        functions.put(PciAddress.parse(line.substring(0, line.indexOf(' '))).orElseThrow(), facts);
      }
      add(line.strip(), facts);
    }
    functions.replaceAll((function, all) -> all.stream().sorted().toList());
    return functions;
  }

  /** A second capability of one id, which QEMU's IOMMU has, is never looked at. */
  private static void add(String line, List<String> facts) {
    FORMS.forEach((pattern, form) -> {
      Matcher said = pattern.matcher(line);
      if (said.matches()) {
        String fact = form.apply(said);
        if (!isMsi(fact) || facts.stream().noneMatch(LspciLines::isMsi)) {
          facts.add(fact);
        }
      }
    });
  }

  private static boolean isMsi(String fact) {
    return fact.matches("msi[-+]\\d+");
  }
}
