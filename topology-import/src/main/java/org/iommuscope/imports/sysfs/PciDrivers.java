package org.iommuscope.imports.sysfs;

import java.util.Optional;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Reads {@code sys/bus/pci/drivers/<driver>/<address>}, the other end of each {@code driver} link.
 *
 * <p>It tells the driver of a function whose own link was not captured. A function that no driver
 * lists stays as its own folder says.
 */
final class PciDrivers implements Reader {

  @Override
  public Phase phase() {
    return Phase.DRIVERS;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Optional<Folder> drivers = capture.folder("sys/bus/pci/drivers");
    drivers.ifPresent(
        all -> capture.foldersIn(all).forEach(driver -> readDriver(capture, driver, host)));
  }

  private static void readDriver(SysfsCapture capture, Folder driver, TopologyBuilder host) {
    for (String name : driver.sortedNames()) {
      PciAddress.parse(name)
          .map(host.functions::get)
          .ifPresent(function -> compare(capture, driver, name, function));
    }
  }

  private static void compare(SysfsCapture capture, Folder driver, String name, PciDraft function) {
    switch (function.driver) {
      case Reading.Unread<String>() -> function.driver = Reading.of(driver.name());
      case Reading.Absent<String>() ->
          contradict(capture, driver, name, "has no driver link; the missing link counts");
      case Reading.Present<String>(String bound) -> {
        if (!bound.equals(driver.name())) {
          contradict(capture, driver, name, "links to " + bound + "; its own link counts");
        }
      }
    }
  }

  private static void contradict(SysfsCapture capture, Folder driver, String name, String but) {
    capture
        .notes()
        .contradiction(
            driver.path() + "/" + name,
            "the driver " + driver.name() + " lists the function, whose own folder " + but);
  }
}
