package org.iommuscope.app.definitions;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.topology.HostTopology;

/** A program that starts guests, or prepares a host for them. */
public interface Target {

  /** The word on the command line: {@code libvirt}. */
  String word();

  /** Whether a plan needs guests to be written for it. */
  default boolean needsGuests() {
    return true;
  }

  /** A plan as this program's files. */
  Definitions write(PlanFile plan, HostTopology host);

  /** All of them. */
  static List<Target> all() {
    return List.of(
        new LibvirtTarget(),
        new QemuTarget(),
        new ProxmoxTarget(),
        new KubevirtTarget(),
        new CommandsTarget());
  }

  static Optional<Target> byWord(String word) {
    return all().stream().filter(target -> target.word().equals(word)).findFirst();
  }
}
