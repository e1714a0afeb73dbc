package org.iommuscope.model.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelVersionTest {

  @Test
  void reads_a_release_with_whatever_a_distribution_adds() {
    Optional<KernelVersion> expected = Optional.of(new KernelVersion(6, 1));
    assertEquals(expected, KernelVersion.parse("6.1"));
    assertEquals(expected, KernelVersion.parse("6.1.0-50-amd64"));
    assertEquals(expected, KernelVersion.parse("6.1-rc1"));
  }

  @Test
  void reads_nothing_else() {
    assertEquals(Optional.empty(), KernelVersion.parse("six"));
    assertEquals(Optional.empty(), KernelVersion.parse(""));
  }

  @Test
  void compares_numbers_and_not_texts() {
    assertTrue(new KernelVersion(5, 19).isAtLeast(5, 2));
    assertTrue(new KernelVersion(6, 1).isAtLeast(5, 19));
    assertFalse(new KernelVersion(5, 10).isAtLeast(5, 16));
  }
}
