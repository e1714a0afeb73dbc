package org.iommuscope.imports.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.iommuscope.model.topology.PciAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LspciTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Intel Corporation 82574L Gigabit Network Connection [8086:10d3] | 82574L Gigabit Network Connection
          NVIDIA Corporation GA104 [GeForce RTX 3070] [10de:2484] (rev a1) | GA104 [GeForce RTX 3070]
          Advanced Micro Devices, Inc. [AMD] Starship/Matisse Root Complex [1022:1480] | Starship/Matisse Root Complex
          Realtek Semiconductor Co., Ltd. RTL8111 [10ec:8168] | RTL8111
          Broadcom Inc. and subsidiaries BCM57416 [14e4:16d8] | BCM57416
          Ensoniq ES1370 [AudioPCI] [1274:5000] | Ensoniq ES1370 [AudioPCI]
          Intel Corporation 82574L Gigabit Network Connection | 82574L Gigabit Network Connection
          """)
  void parts_the_vendor_from_the_product(String text, String product) {
    assertEquals(
        Map.of(new PciAddress(0, 1, 0, 0), product),
        LspciText.names("01:00.0 Some class [0200]: " + text + "\n\tSubsystem: Other [1:2]\n"));
  }

  @ParameterizedTest
  @CsvSource({"Device [1234:1111]", "Red Hat Inc. Device [1af4:1100] (rev 01)"})
  void knows_no_name_where_lspci_knew_none(String text) {
    assertEquals(Map.of(), LspciText.names("0000:01:00.0 Some class [0200]: " + text + "\n"));
  }

  @Test
  void passes_over_lines_that_are_no_devices() {
    assertEquals(Map.of(), LspciText.names("-[0000:00]-+-00.0\n\n  01:00.0 x: y\nff:ff.9 a: b\n"));
  }
}
