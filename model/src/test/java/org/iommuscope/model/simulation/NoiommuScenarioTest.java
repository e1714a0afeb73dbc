package org.iommuscope.model.simulation;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t13;

import java.util.List;
import java.util.OptionalLong;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.BackedHosts;
import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.8 of the attach rules: devices without an IOMMU, which every profile knows. */
class NoiommuScenarioTest {

  static List<RuleProfile> profiles() {
    return RuleProfiles.all();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void s140_qemu_does_not_find_the_node_of_a_noiommu_group(RuleProfile profile) {
    on(t13(), "6.12").with(BackedHosts.profile(profile.id())).play("A+04:00.0 -> Q4 ENOENT");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void s141_another_client_wants_the_right_to_raw_input_and_output(RuleProfile profile) {
    SystemCalls.under(profile, t13())
        .user("A", 1000, OptionalLong.empty())
        .nodesOf(1000)
        .play("A group g noiommu-0 -> EPERM\n B group g noiommu-0 -> OK");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void another_client_opens_it_once_and_asks_for_the_backend_without_iommu(RuleProfile profile) {
    SystemCalls.under(profile, t13())
        .play(
            """
            A group g noiommu-0 -> OK
            B group h noiommu-0 -> EBUSY
            A container c -> OK
            A setcont g c -> OK
            A setiommu c 3 -> ENODEV
            A setiommu c 8 -> OK
            A getdev g 0000:04:00.0 d -> OK
            """);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void groups_with_and_without_iommu_do_not_share_a_container(RuleProfile profile) {
    HostTopology both =
        new TestHost()
            .endpoint("04:00.0", 0, "vfio-pci")
            .noiommu(0)
            .endpoint("05:00.0", 5, "vfio-pci")
            .parameter("vfio.enable_unsafe_noiommu_mode", "Y")
            .build();
    SystemCalls.under(profile, both)
        .play(
            """
            A container c -> OK
            A group g 5 -> OK
            A setcont g c -> OK
            A group n noiommu-0 -> OK
            A setcont n c -> EPERM
            """);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_device_that_no_iommu_serves_is_vfios_in_the_unsafe_mode_only(RuleProfile profile) {
    TestHost host = new TestHost().ungrouped("04:00.0", "-");
    String bind = "bind 0000:04:00.0 vfio-pci -> ";
    SystemCalls.under(profile, host.build()).play(bind + refusedProbe(profile, host.build()));
    host.parameter("vfio.enable_unsafe_noiommu_mode", "Y");
    SystemCalls.under(profile, host.build()).play(bind + "OK");
  }

  /** From 5.13 on the writer sees the driver's own errno. */
  private static String refusedProbe(RuleProfile profile, HostTopology host) {
    return RuleProfiles.kernelFor(profile, host, AssignmentPlan.EMPTY).isAtLeast(5, 13)
        ? "EINVAL"
        : "ENODEV";
  }
}
