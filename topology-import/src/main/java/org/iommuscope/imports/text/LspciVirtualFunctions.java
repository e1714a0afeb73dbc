package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/**
 * The SR-IOV capability as {@code lspci -vv} prints it; offset and stride say where each VF is, PCI
 * Express Base Specification 9.3.3.
 */
record LspciVirtualFunctions(PciAddress pf) {

  private static final Pattern COUNTS =
      Pattern.compile("Total VFs: (\\d{1,5}), Number of VFs: (\\d{1,5})");
  private static final Pattern PLACES =
      Pattern.compile("VF offset: (\\d{1,5}), stride: (\\d{1,5})");
  private static final int ROUTING_IDS = 1 << 16;

  void tell(Evidence evidence, List<String> lines, Optional<Place> where) {
    Optional<Matcher> counts = first(COUNTS, lines);
    if (counts.isEmpty() || where.isEmpty()) {
      return;
    }
    Claims claims = evidence.device(pf);
    int now = Integer.parseInt(counts.get().group(2));
    claims.say(Fact.TOTAL_VFS, Integer.parseInt(counts.get().group(1)), where.get());
    claims.say(Fact.NUM_VFS, now, where.get());
    first(PLACES, lines)
        .ifPresent(places -> {
          List<PciAddress> vfs = addresses(now, number(places, 1), number(places, 2));
          claims.say(Fact.VIRTFNS, vfs, where.get());
          vfs.forEach(
              vf -> evidence.known(vf).ifPresent(it -> it.say(Fact.PHYSFN, pf, where.get())));
        });
  }

  private static Optional<Matcher> first(Pattern pattern, List<String> lines) {
    return lines.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
  }

  private static int number(Matcher matcher, int group) {
    return OptionalInt.of(Integer.parseInt(matcher.group(group))).getAsInt();
  }

  private List<PciAddress> addresses(int count, int offset, int stride) {
    List<PciAddress> vfs = new ArrayList<>();
    int first = (pf.bus() << 8 | pf.device() << 3 | pf.function()) + offset;
    for (int i = 0; i < count; i++) {
      int id = first + i * stride;
      if (id < ROUTING_IDS) {
        vfs.add(new PciAddress(pf.segment(), id >> 8, id >> 3 & 31, id & 7));
      }
    }
    return vfs;
  }
}
