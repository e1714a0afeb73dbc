package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule cdev-exists. */
class CdevExistsTest {

  @Test
  void allows_a_device_on_vfio_pci_and_any_number_of_opens() {
    SystemCalls.on(t1(), "6.12").play("A open d 0000:01:00.0 -> OK\nB open d 0000:01:00.0 -> OK");
  }

  @Test
  void refuses_a_device_without_driver() {
    SystemCalls.on(t3(), "6.12").play("A open d 0000:01:00.1 -> ENOENT");
  }

  @Test
  void refuses_kernels_before_6_6() {
    SystemCalls.on(t1(), "6.1").play("A open d 0000:01:00.0 -> ENOENT");
    SystemCalls.on(t1(), "5.10").play("A open d 0000:01:00.0 -> ENOENT");
  }

  @Test
  void refuses_noiommu_devices() {
    SystemCalls.on(t13(), "6.12").play("A open d 0000:04:00.0 -> ENOENT");
  }

  @Test
  void lets_qemu_say_so() {
    on(t3(), "6.12")
        .qemu("10.0")
        .play(
            "A+01:00.1 iommufd=i0 -> OPEN ENOENT {01:00.1} m:couldn't open directory"
                + " /sys/bus/pci/devices/0000:01:00.1/vfio-dev: No such file or directory");
  }
}
