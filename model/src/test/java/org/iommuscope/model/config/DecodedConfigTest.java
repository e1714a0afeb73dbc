package org.iommuscope.model.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.testing.ConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedConfigTest {

  @Test
  void a_function_without_a_list_has_no_capability() {
    DecodedConfig config = decoded(new ConfigBuilder(64));
    assertEquals(Reading.absent(), config.express());
    assertEquals(Reading.absent(), config.acs());
    assertEquals(Reading.of(false), config.functionLevelReset());
  }

  @Test
  void an_ordinary_user_s_capture_ends_before_the_list() {
    DecodedConfig config = decoded(new ConfigBuilder(64).list(0x40));
    assertEquals(Reading.unread(), config.express());
    assertEquals(Reading.unread(), config.acs());
    assertFalse(config.isBroken());
  }

  @Test
  void a_capture_of_256_bytes_tells_the_type_and_not_the_acs() {
    DecodedConfig config = decoded(new ConfigBuilder(256).list(0x54).express(0x54, 4, 0));
    assertEquals(Reading.of(PortType.ROOT_PORT), config.express().map(Express::type));
    assertEquals(Reading.unread(), config.acs());
  }

  @Test
  void a_conventional_function_has_no_extended_space() {
    assertEquals(
        Reading.absent(), decoded(new ConfigBuilder(256).list(0x40).capability(0x40, 1, 0)).acs());
  }

  @Test
  void an_empty_extended_list_proves_that_there_is_no_acs() {
    assertEquals(
        Reading.absent(), decoded(new ConfigBuilder(4096).list(0x54).express(0x54, 4, 0)).acs());
  }

  @Test
  void reads_the_two_words_of_acs() {
    ConfigBuilder bytes =
        new ConfigBuilder(4096)
            .list(0x54)
            .express(0x54, 6, 0)
            .extended(0x100, 1, 0x148)
            .acs(0x148, 0x5f, 0x1d, 0);
    assertEquals(Reading.of(new Acs(0x148, 0x5f, 0x1d)), decoded(bytes).acs());
    assertEquals("SV RR CR UF", Acs.words(0x1d));
  }

  @Test
  void a_list_that_leads_back_is_broken_and_proves_nothing() {
    DecodedConfig config =
        decoded(
            new ConfigBuilder(256).list(0x40).capability(0x40, 1, 0x50).capability(0x50, 5, 0x40));
    assertTrue(config.isBroken());
    assertTrue(config.power().known().isPresent());
    assertEquals(Reading.unread(), config.express());
    assertEquals(Reading.unread(), config.functionLevelReset());
  }

  @Test
  void an_extended_list_that_leads_back_is_broken() {
    DecodedConfig config =
        decoded(
            new ConfigBuilder(4096)
                .list(0x40)
                .express(0x40, 0, 0)
                .extended(0x100, 1, 0x200)
                .extended(0x200, 3, 0x100));
    assertTrue(config.isBroken());
    assertEquals(Reading.unread(), config.acs());
  }

  @Test
  void a_capability_that_ends_outside_the_capture_is_unread() {
    DecodedConfig config = decoded(new ConfigBuilder(256).list(0xfc).express(0xfc, 4, 0));
    assertEquals(Reading.unread(), config.express());
  }

  @Test
  void the_reset_of_a_conventional_function_is_an_advanced_feature() {
    ConfigBuilder bytes = new ConfigBuilder(256).list(0x50).capability(0x50, 0x13, 0).set(0x53, 2);
    assertEquals(Reading.of(true), decoded(bytes).functionLevelReset());
  }

  @Test
  void tells_translation_services_and_never_the_serial_number() {
    ConfigBuilder bytes =
        new ConfigBuilder(4096)
            .list(0x40)
            .express(0x40, 0, 0)
            .extended(0x100, 0x0f, 0x110)
            .word(0x106, 0x8000)
            .extended(0x110, 0x13, 0x120)
            .extended(0x120, 0x1b, 0x130)
            .word(0x126, 1)
            .extended(0x130, 0x03, 0)
            .word(0x134, 0x1234);
    List<String> lines =
        ConfigFacts.of(bytes.build()).stream()
            .map(fact -> fact.name() + ": " + fact.value() + " " + fact.raw())
            .filter(line -> line.matches("(ATS|PRI|PASID|Serial).*"))
            .toList();
    assertEquals(
        List.of(
            "ATS: on 0080",
            "PRI: off 0000",
            "PASID: on 0100",
            "Serial number: there, not shown masked"),
        lines);
  }

  @Test
  void a_dead_function_reads_all_ones_and_says_so() {
    byte[] ones = new byte[4096];
    Arrays.fill(ones, (byte) 0xff);
    assertTrue(DecodedConfig.of(new ConfigSpace(ones)).isBroken());
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 128, 255, 256, 300, 4096})
  void decodes_any_bytes_without_failing(int length) {
    Random random = new Random(length);
    for (int run = 0; run < 2000; run++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      bytes[0x06] |= 0x10;
      assertDoesNotThrow(() -> ConfigFacts.of(new ConfigSpace(bytes)));
    }
  }

  private static DecodedConfig decoded(ConfigBuilder bytes) {
    return DecodedConfig.of(bytes.build());
  }
}
