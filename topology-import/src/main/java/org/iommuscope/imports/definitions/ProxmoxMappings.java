package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.PciAddress;

/**
 * {@code /etc/pve/mapping/pci.cfg} of Proxmox VE: names that a cluster has for functions. The
 * functions of a name are what its {@code map} lines have as {@code path}.
 */
final class ProxmoxMappings implements Definition {

  private static final Pattern HEAD = Pattern.compile("[A-Za-z][\\w-]*");
  private static final Pattern MAP = Pattern.compile("\\s+map .*\\bpath=\\S+.*");

  @Override
  public String title() {
    return "Proxmox PCI mappings";
  }

  @Override
  public String expected() {
    return "a name alone, then lines like map id=8086:10d3,path=0000:01:00.0";
  }

  @Override
  public boolean recognises(Source source) {
    List<String> lines = source.text().lines().filter(line -> !line.isBlank()).toList();
    return lines.stream().anyMatch(line -> MAP.matcher(line).matches())
        && lines.stream()
            .allMatch(line -> HEAD.matcher(line).matches() || line.matches("(\\s+|#).*"));
  }

  @Override
  public void read(Source source, PlanDraft plan) {
    String name = "";
    for (String line : source.text().lines().toList()) {
      if (HEAD.matcher(line).matches()) {
        name = line;
      } else if (MAP.matcher(line).matches()) {
        Optional<String> path =
            QemuOption.of(line.strip().substring("map ".length()), "").get("path");
        for (String each : path.orElse("").split(";", -1)) {
          String mapped = name;
          PciAddress.parse(each).ifPresent(function -> plan.mapping(mapped, function));
        }
      }
    }
  }
}
