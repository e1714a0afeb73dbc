package org.iommuscope.app.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;

class DriverMarkTest {

  private static final DriverMark NVIDIA = DriverMark.of(Reading.of("nvidia"));

  @Test
  void shows_what_is_and_what_the_plan_wants() {
    assertEquals(
        new DriverMark(DriverMark.Kind.VFIO, "nvidia → vfio-pci"),
        NVIDIA.planned(Optional.of("vfio-pci")));
    assertEquals(
        new DriverMark(DriverMark.Kind.NONE, "nvidia → no driver"),
        NVIDIA.planned(Optional.empty()));
  }

  @Test
  void shows_no_change_where_the_plan_wants_what_is() {
    assertEquals(NVIDIA, NVIDIA.planned(Optional.of("nvidia")));
  }

  @Test
  void tells_no_driver_from_one_that_was_not_captured() {
    assertEquals(DriverMark.Kind.NONE, DriverMark.of(Reading.absent()).kind());
    assertEquals(DriverMark.Kind.UNREAD, DriverMark.of(Reading.unread()).kind());
  }
}
