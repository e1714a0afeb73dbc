package org.iommuscope.model.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Express;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.CapabilityWords;
import org.iommuscope.model.topology.CapturedFolder;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** Reads from a host what the walk asks of its functions. */
final class WalkFunctions {

  private static final String LINK_SPEED = "max_link_speed";

  private final HostTopology host;
  private final Map<PciAddress, Reading<DecodedConfig>> configs = new HashMap<>();
  private final boolean showsLinkSpeeds;

  WalkFunctions(HostTopology host) {
    this.host = host;
    this.showsLinkSpeeds =
        host.devices().values().stream().anyMatch(device -> hasText(device, LINK_SPEED));
  }

  WalkFunction of(PciFunction function) {
    Optional<PciAddress> pf = function.sriov().physfn().known();
    Reading<DecodedConfig> config = config(function);
    boolean hasBit = config.known().filter(DecodedConfig::isMultifunction).isPresent();
    PciAddress address = function.address();
    boolean isMulti = hasBit || address.function() > 0 || config.isUnread() && hasSibling(address);
    return new WalkFunction(
        function,
        config,
        acs(function, config),
        upOf(pf.flatMap(this::functionAt).orElse(function)),
        realOf(function),
        express(function, config),
        type(function, config),
        pf.isPresent(),
        pf.isEmpty() && isMulti,
        isCovered(function),
        aliases(function));
  }

  private Reading<DecodedConfig> config(PciFunction function) {
    return configs.computeIfAbsent(function.address(), none -> DecodedConfig.of(function));
  }

  /** The bytes count; where there are none, a text's words. */
  private static Reading<Acs> acs(PciFunction function, Reading<DecodedConfig> config) {
    return switch (config) {
      case Reading.Present<DecodedConfig>(DecodedConfig bytes) -> bytes.acs();
      case Reading.Absent<DecodedConfig>() -> words(function);
      case Reading.Unread<DecodedConfig>() -> words(function);
    };
  }

  private static Reading<Acs> words(PciFunction function) {
    return switch (function.capabilities()) {
      case Reading.Present<CapabilityWords>(CapabilityWords words) -> words.acs().map(Acs::of);
      case Reading.Absent<CapabilityWords>() -> Reading.unread();
      case Reading.Unread<CapabilityWords>() -> Reading.unread();
    };
  }

  /** The kernel looks for more functions only where the first one's bit says that there are. */
  private boolean hasSibling(PciAddress at) {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(number -> new PciAddress(at.segment(), at.bus(), at.device(), number))
        .anyMatch(host.devices()::containsKey);
  }

  private Optional<PciFunction> functionAt(PciAddress address) {
    return host.device(address).map(PciFunction.class::cast);
  }

  private static Optional<PciAddress> upOf(PciFunction function) {
    return function.placement().upstream().known();
  }

  /** Intel's VMD shows as a root bus inside the folder of a function. */
  private Optional<PciAddress> realOf(PciFunction function) {
    String path = host.sources().of(function.address()).map(CapturedFolder::path).orElse("");
    if (path.indexOf("/pci") == path.lastIndexOf("/pci")) {
      return Optional.empty();
    }
    List<String> names = List.of(path.split("/"));
    Optional<PciAddress> real = Optional.empty();
    Optional<PciAddress> last = Optional.empty();
    for (String name : names) {
      boolean isRoot = name.startsWith("pci") && name.contains(":");
      real = isRoot && last.isPresent() ? last : real;
      last = PciAddress.parse(name);
    }
    return real;
  }

  /** Only functions of PCI Express have a link speed in sysfs, whoever reads it. */
  private Answer express(PciFunction function, Reading<DecodedConfig> config) {
    Reading<Express> express = express(config);
    if (!express.isUnread()) {
      return Answer.of(express.known().isPresent());
    }
    Reading<Integer> told = toldType(function);
    if (!told.isUnread()) {
      return Answer.of(told.known().isPresent());
    }
    if (function.sriov().physfn().known().isPresent()) {
      return Answer.YES;
    }
    if (hasText(function, LINK_SPEED)) {
      return Answer.YES;
    }
    return showsLinkSpeeds && hasText(function, "vendor") ? Answer.NO : Answer.UNKNOWN;
  }

  private boolean hasText(HostDevice device, String name) {
    Optional<CapturedFolder> folder = host.sources().of(device.ref());
    return folder.flatMap(captured -> captured.text(name)).isPresent();
  }

  private static Reading<Express> express(Reading<DecodedConfig> config) {
    return config.known().map(DecodedConfig::express).orElseGet(Reading::unread);
  }

  /** Switches are known to swap the types of their ports; what is above corrects them. */
  private Optional<PortType> type(PciFunction function, Reading<DecodedConfig> config) {
    Optional<PortType> own = ownType(function, config);
    if (own.isEmpty() || !isSwitchPort(own.get())) {
      return own;
    }
    Optional<PortType> above = upOf(function).flatMap(this::functionAt).flatMap(this::typeAbove);
    boolean isBelowPort =
        above
            .filter(type -> type == PortType.ROOT_PORT || type == PortType.DOWNSTREAM_PORT)
            .isPresent();
    if (own.get() == PortType.DOWNSTREAM_PORT && isBelowPort) {
      return Optional.of(PortType.UPSTREAM_PORT);
    }
    boolean isBelowUpstream = above.filter(PortType.UPSTREAM_PORT::equals).isPresent();
    return own.get() == PortType.UPSTREAM_PORT && isBelowUpstream
        ? Optional.of(PortType.DOWNSTREAM_PORT)
        : own;
  }

  private Optional<PortType> typeAbove(PciFunction bridge) {
    return ownType(bridge, config(bridge));
  }

  private static Optional<PortType> ownType(PciFunction function, Reading<DecodedConfig> config) {
    return express(config)
        .known()
        .map(Express::type)
        .or(() -> toldType(function).known().map(PortType::of));
  }

  private static Reading<Integer> toldType(PciFunction function) {
    return function
        .capabilities()
        .known()
        .map(CapabilityWords::portType)
        .orElseGet(Reading::unread);
  }

  private static boolean isSwitchPort(PortType type) {
    return type == PortType.UPSTREAM_PORT || type == PortType.DOWNSTREAM_PORT;
  }

  private boolean isCovered(PciFunction function) {
    return host.groupOf(function.address())
        .filter(group -> group.kind() == IommuGroup.Kind.PHYSICAL)
        .isPresent();
  }

  /** Those of the kernel's table, and those that its log names. */
  private Set<Integer> aliases(PciFunction function) {
    PciAddress address = function.address();
    int devfn = address.device() << 3 | address.function();
    Set<Integer> aliases =
        new TreeSet<>(host.sources().log().aliases().getOrDefault(address, Set.of()));
    if (function.ids().vendor() instanceof Reading.Present<Integer>(Integer vendor)
        && function.ids().device() instanceof Reading.Present<Integer>(Integer device)) {
      aliases.addAll(DmaAliases.of(vendor, device, devfn));
    }
    aliases.remove(devfn);
    return aliases;
  }
}
