package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule device-binds-once. */
class DeviceBindsOnceTest {

  @Test
  void refuses_a_second_bind_of_the_same_file_and_through_another() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A iommufd i -> OK
            A bind d i -> OK
            A bind d i -> EINVAL
            A open e 0000:01:00.0 -> OK
            A bind e i -> EINVAL
            A close d -> OK
            A bind e i -> OK
            """);
  }

  @Test
  void names_the_guest_that_has_the_device() {
    on(t1(), "6.12")
        .qemu("10.0")
        .play(
            "A+01:00.0 iommufd=i0 -> OK\n B+01:00.0 iommufd=i0 -> BIND EINVAL {01:00.0} m:error"
                + " bind device fd=<fd> to iommufd=<fd>: Invalid argument");
  }
}
