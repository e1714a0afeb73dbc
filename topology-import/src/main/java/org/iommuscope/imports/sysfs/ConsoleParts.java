package org.iommuscope.imports.sysfs;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** What shows the host's text or desktop: the boot display, the first framebuffer, DRM outputs. */
final class ConsoleParts {

  /** The console writes to the first framebuffer unless told otherwise. */
  private static final String FIRST_FRAMEBUFFER = "fb0";

  private final BiConsumer<PciAddress, HostUse> uses;

  ConsoleParts(BiConsumer<PciAddress, HostUse> uses) {
    this.uses = uses;
  }

  void addBootDisplays(TopologyBuilder host) {
    for (PciDraft function : host.functions.values()) {
      if (function.bootVga instanceof Reading.Present<Boolean>(Boolean is) && is) {
        String folder = host.folderOf(function.address).map(Folder::path).orElse("");
        add(function.address, "it is the boot display", folder + "/boot_vga");
      }
    }
  }

  void addFramebuffer(ClassDevices framebuffers) {
    framebuffers
        .carriersOf(FIRST_FRAMEBUFFER)
        .forEach(function ->
            add(function, "it is the framebuffer fb0", "sys/class/graphics/" + FIRST_FRAMEBUFFER));
  }

  /** A connector is a device {@code card0-HDMI-A-1}; one without a screen shows nothing. */
  void addOutputs(ClassDevices cards) {
    for (String name : cards.names()) {
      Optional<String> status =
          cards.folderOf(name).flatMap(folder -> cards.textIn(folder, "status"));
      boolean isOutput = name.matches("card\\d+-.+") && !name.contains("-Writeback-");
      if (isOutput && !status.equals(Optional.of("disconnected"))) {
        String screen =
            status.map(word -> " is " + word).orElse(", and whether it has a screen is not known");
        cards
            .carriersOf(name)
            .forEach(
                function -> add(function, "its output " + name + screen, "sys/class/drm/" + name));
      }
    }
  }

  private void add(PciAddress function, String because, String source) {
    uses.accept(function, new HostUse(HostUse.Kind.CONSOLE, "", because, source));
  }
}
