package org.iommuscope.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceRefTest {

  private static final String UUID = "83b8f4f2-509f-382f-3c1e-e6bfe0fa1001";

  @Test
  void sorts_functions_by_number_before_names_before_mdevs() {
    List<String> sorted =
        Stream.of(
                UUID,
                "arm-smmu-v3.0",
                "0000:10:00.0",
                "10000:01:00.0",
                "0000:0a:00.1",
                "0000:0a:00.0")
            .map(DeviceRef::parse)
            .sorted()
            .map(DeviceRef::text)
            .toList();
    assertEquals(
        List.of(
            "0000:0a:00.0", "0000:0a:00.1", "0000:10:00.0", "10000:01:00.0", "arm-smmu-v3.0", UUID),
        sorted);
  }

  @Test
  void reads_an_address_without_a_segment_as_segment_zero() {
    assertEquals(Optional.of(new PciAddress(0, 6, 13, 7)), PciAddress.parse("06:0d.7"));
  }

  @Test
  void prints_a_segment_of_more_than_sixteen_bits_whole() {
    assertEquals("10000:01:1f.3", new PciAddress(0x10000, 1, 31, 3).text());
  }

  @Test
  void takes_what_lies_outside_the_ranges_of_an_address_for_a_name() {
    assertInstanceOf(DeviceName.class, DeviceRef.parse("0000:00:20.0"));
    assertInstanceOf(DeviceName.class, DeviceRef.parse("0000:00:1f.8"));
    assertInstanceOf(DeviceName.class, DeviceRef.parse("ffffffff:00:1f.0"));
  }

  @Test
  void refuses_numbers_that_no_bus_has() {
    assertThrows(IllegalArgumentException.class, () -> new PciAddress(0, 256, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new PciAddress(0, 0, 0, 8));
  }

  @Test
  void knows_a_uuid_in_either_case_as_one_mdev() {
    assertEquals(DeviceRef.parse(UUID), DeviceRef.parse(UUID.toUpperCase(Locale.ROOT)));
  }
}
