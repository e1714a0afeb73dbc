package org.iommuscope.imports.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PciNamesTest {

  private static final PciNames NAMES =
      PciNames.parse(
          """
          # a comment
          1af4  Red Hat, Inc.
          \t1041  Virtio network device
          \t\t1af4 1100  a subsystem
          8086  Intel Corporation
          \t10d3  82574L Gigabit Network Connection
          zzzz  nonsense
          \t0001  lost
          C 02  Network controller
          \t00  Ethernet controller
          """
              .getBytes(StandardCharsets.UTF_8));

  @Test
  void names_a_device_by_vendor_and_device() {
    assertEquals(Optional.of("82574L Gigabit Network Connection"), NAMES.nameOf(0x8086, 0x10d3));
    assertEquals(Optional.of("Virtio network device"), NAMES.nameOf(0x1af4, 0x1041));
  }

  @Test
  void knows_neither_subsystems_nor_classes_nor_what_follows_nonsense() {
    assertEquals(Optional.empty(), NAMES.nameOf(0x8086, 0x0000));
    assertEquals(Optional.empty(), NAMES.nameOf(0x8086, 0x0001));
  }
}
