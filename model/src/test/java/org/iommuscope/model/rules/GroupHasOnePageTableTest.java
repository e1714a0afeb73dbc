package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-has-one-page-table. */
class GroupHasOnePageTableTest {

  @Test
  void refuses_a_second_address_space_for_a_group() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A open e 0000:01:00.1 -> OK
            A iommufd i -> OK
            A ioas i -> OK
            A bind d i -> OK
            A attach d 1 -> OK
            A ioas i -> OK
            A bind e i -> OK
            A attach e 4 -> EINVAL
            A attach e 1 -> OK
            """);
  }

  @Test
  void allows_it_when_the_first_device_has_left() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A open d 0000:01:00.0 -> OK
            A open e 0000:01:00.1 -> OK
            A iommufd i -> OK
            A ioas i -> OK
            A bind d i -> OK
            A attach d 1 -> OK
            A close d -> OK
            A ioas i -> OK
            A bind e i -> OK
            A attach e 2 -> OK
            """);
  }

  @Test
  void refuses_a_viommu_that_separates_two_devices_of_a_group() {
    on(t1(), "6.12")
        .qemu("10.0")
        .viommu("A")
        .play(
            "A+01:00.0 slot=5.0 iommufd=i0 -> OK\n A+01:00.1 slot=6.0 iommufd=i0 -> ATTACH EINVAL"
                + " {01:00.0} m:[iommufd=<fd>] error attach 0000:01:00.1 (<fd>) to id=6: Invalid"
                + " argument");
  }
}
