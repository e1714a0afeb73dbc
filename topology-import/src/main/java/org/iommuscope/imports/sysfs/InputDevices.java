package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciAddress;

/** Keyboards, mice and the like: the devices {@code input3} of {@code sys/class/input}. */
final class InputDevices {

  private final ClassDevices inputs;

  InputDevices(ClassDevices inputs) {
    this.inputs = inputs;
  }

  /** The jacks of a sound card and the buttons of a screen are input devices too, and no loss. */
  void read(BiConsumer<PciAddress, HostUse> uses) {
    for (String name : inputs.names()) {
      List<String> way = inputs.wayTo(name);
      if (name.matches("input\\d+") && !way.contains("sound") && !way.contains("drm")) {
        inputs.carriersOf(name).forEach(function -> uses.accept(function, use(name)));
      }
    }
  }

  private HostUse use(String name) {
    Optional<String> product =
        inputs
            .folderOf(name)
            .flatMap(folder -> inputs.textIn(folder, "name"))
            .flatMap(Attributes::printable);
    return new HostUse(
        HostUse.Kind.KEYBOARD,
        "",
        "the input device " + product.orElse(name) + " hangs behind it",
        "sys/class/input/" + name);
  }
}
