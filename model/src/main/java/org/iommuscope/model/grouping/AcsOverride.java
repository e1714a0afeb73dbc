package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameter {@code pcie_acs_override=} of patched kernels. It changes what the kernel believes
 * of functions without ACS, and nothing in the hardware.
 *
 * @param ids {@code vvvv:dddd} in lower case
 */
public record AcsOverride(boolean downstream, boolean multifunction, Set<String> ids) {

  private static final Pattern PARAMETER = Pattern.compile("pcie_acs_override=(\\S*)");

  /** A kernel without the patch, or without the parameter. */
  public static final AcsOverride NONE = new AcsOverride(false, false, Set.of());

  public AcsOverride {
    ids = Set.copyOf(ids);
  }

  /** Reads the parameter's value: {@code downstream,multifunction,id:8086:10d3}. */
  public static AcsOverride parse(String value) {
    Set<String> ids = new TreeSet<>();
    Set<String> words = Set.copyOf(List.of(value.split(",")));
    for (String word : words) {
      if (word.startsWith("id:")) {
        ids.add(word.substring("id:".length()).toLowerCase(Locale.ROOT));
      }
    }
    return new AcsOverride(words.contains("downstream"), words.contains("multifunction"), ids);
  }

  /** The parameter's value, as {@link #parse} reads it. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (downstream) {
      words.add("downstream");
    }
    if (multifunction) {
      words.add("multifunction");
    }
    new TreeSet<>(ids).forEach(each -> words.add("id:" + each));
    return String.join(",", words);
  }

  /** The parameter of a command line; empty where it has none. */
  public static Optional<AcsOverride> in(String commandLine) {
    Matcher parameter = PARAMETER.matcher(commandLine);
    return parameter.find() ? Optional.of(parse(parameter.group(1))) : Optional.empty();
  }

  boolean names(int vendor, int device) {
    return ids.contains("%04x:%04x".formatted(vendor, device));
  }
}
