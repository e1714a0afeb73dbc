package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.function.BiConsumer;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciAddress;

/** The default routes of {@code proc/net/route}, followed down to the functions that carry them. */
final class DefaultRoutes {

  static final String ROUTES = "proc/net/route";
  private static final String ANY = "00000000";

  /** {@code Iface Destination Gateway Flags RefCnt Use Metric Mask …}. */
  private static final int MASK = 7;

  private final ClassDevices interfaces;

  DefaultRoutes(ClassDevices interfaces) {
    this.interfaces = interfaces;
  }

  /** Tells each function with an interface that a default route uses; returns the others' names. */
  List<String> read(String table, BiConsumer<PciAddress, HostUse> uses) {
    CarryingFunctions carrying = new CarryingFunctions(interfaces);
    List<String> names =
        table
            .lines()
            .map(line -> line.strip().split("\\s+"))
            .filter(DefaultRoutes::isDefault)
            .map(words -> words[0])
            .distinct()
            .toList();
    names.forEach(name ->
        carrying.of(name).forEach((function, port) -> uses.accept(function, use(name, port))));
    return names.stream().filter(name -> carrying.of(name).isEmpty()).toList();
  }

  private static boolean isDefault(String[] words) {
    return words.length > MASK && words[1].equals(ANY) && words[MASK].equals(ANY);
  }

  private static HostUse use(String name, String port) {
    String over = name.equals(port) ? "" : " over " + port;
    return new HostUse(HostUse.Kind.UPLINK, "", "the default route is " + name + over, ROUTES);
  }
}
