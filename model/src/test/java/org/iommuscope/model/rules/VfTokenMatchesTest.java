package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t11;

import org.junit.jupiter.api.Test;

/** The rule vf-token-matches. */
class VfTokenMatchesTest {

  @Test
  void refuses_a_vf_of_a_pf_on_vfio_pci_without_token() {
    on(t11("vfio-pci"), "6.1").qemu("10.0").play("A+03:10.0 -> Q10 EACCES");
  }

  @Test
  void refuses_a_token_that_has_no_use() {
    on(t11("igb"), "6.1")
        .qemu("10.0")
        .play("A+03:10.0 token=00112233-4455-6677-8899-aabbccddeeff -> Q10 EINVAL");
  }

  @Test
  void refuses_the_pf_without_token_while_a_vf_is_in_use() {
    on(t11("vfio-pci"), "6.1")
        .qemu("10.0")
        .play(
            "A+03:00.0 token=00112233-4455-6677-8899-aabbccddeeff -> OK\n B+03:10.0 token=00112233-4455-6677-8899-aabbccddeeff -> OK\n A-03:00.0 -> OK\n C+03:00.0 -> Q10 EACCES");
  }

  @Test
  void allows_both_with_one_token() {
    on(t11("vfio-pci"), "6.1")
        .qemu("10.0")
        .play(
            "A+03:00.0 token=00112233-4455-6677-8899-aabbccddeeff -> OK\n B+03:10.0 token=00112233-4455-6677-8899-aabbccddeeff -> OK");
  }

  @Test
  void allows_vfs_of_a_host_pf_without_token() {
    on(t11("igb"), "6.1").play("A+03:10.0 -> OK\n B+03:10.1 -> OK");
  }
}
