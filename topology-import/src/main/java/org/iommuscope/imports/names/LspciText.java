package org.iommuscope.imports.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.PciAddress;

/**
 * The names in a text of {@code lspci}, from the lines that begin with an address: {@code 01:00.0
 * Ethernet controller [0200]: Intel Corporation 82574L … [8086:10d3] (rev 03)}.
 */
public final class LspciText {

  private static final Pattern IDS = Pattern.compile(" \\[[0-9a-f]{4}:[0-9a-f]{4}]");
  private static final Pattern AFTER_NAME = Pattern.compile(" \\((rev|prog-if) [^)]*\\)");

  /**
   * lspci prints vendor and product with a blank between them and nothing that parts them; these
   * are the last words of nearly every vendor in pci.ids that has a legal form in its name.
   */
  private static final Pattern VENDOR =
      Pattern.compile(
          "^.*?\\b(Corporation|Corp\\.?|Incorporated|Inc\\.?|Ltd\\.?|Limited|GmbH|LLC|AG|S\\.A\\.|"
              + "Technologies|Semiconductors?)(,? (Co\\.|Ltd\\.?|Inc\\.?|and subsidiaries|"
              + "\\[[A-Za-z/]{1,40}])){0,4} (?=\\S)");

  /** What lspci prints where its own pci.ids has no name. */
  private static final Pattern NO_NAME = Pattern.compile("(Device|Unknown device)?( [0-9a-f]{4})?");

  /** What {@code lspci -n} prints instead of names. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9a-f]{4}:[0-9a-f]{4}(\\s|$)");

  private static final int LONGEST = 1000;

  private LspciText() {}

  /** The product names by address; functions that lspci had no name for are left out. */
  public static Map<PciAddress, String> names(String text) {
    Map<PciAddress, String> names = new HashMap<>();
    text.lines().forEach(line -> addressOf(line).ifPresent(of -> put(names, of, line)));
    return names;
  }

  private static Optional<PciAddress> addressOf(String line) {
    int blank = line.indexOf(' ');
    return blank < 7 || blank > 16 ? Optional.empty() : PciAddress.parse(line.substring(0, blank));
  }

  private static void put(Map<PciAddress, String> names, PciAddress address, String line) {
    int colon = line.indexOf(": ");
    if (colon > 0) {
      productIn(line.substring(colon + 2)).ifPresent(name -> names.put(address, name));
    }
  }

  /** The product in what lspci prints after the class; empty where it had no name for it. */
  public static Optional<String> productIn(String vendorAndProduct) {
    String text = vendorAndProduct.strip();
    if (text.isEmpty() || text.length() > LONGEST || NUMBERS.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    String name = productOf(text);
    return name.isEmpty() || NO_NAME.matcher(name).matches() ? Optional.empty() : Optional.of(name);
  }

  private static String productOf(String vendorAndProduct) {
    String whole = AFTER_NAME.matcher(vendorAndProduct).replaceAll("").strip();
    String named = whole;
    for (Matcher ids = IDS.matcher(whole); ids.find(); ) {
      named = whole.substring(0, ids.start());
    }
    Matcher vendor = VENDOR.matcher(named + " ");
    String product =
        vendor.find() ? named.substring(Math.min(vendor.end(), named.length())) : named;
    return product.strip();
  }
}
