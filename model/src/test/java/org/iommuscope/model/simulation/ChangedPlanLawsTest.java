package org.iommuscope.model.simulation;

import static org.iommuscope.model.simulation.RandomCases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.RandomHosts;
import org.iommuscope.testing.RandomHosts.Variant;
import org.junit.jupiter.api.Test;

/** What a change of host or plan does to the verdict, tried on thousands of random ones. */
class ChangedPlanLawsTest {

  private static final int UP = 0x20;
  private static final Pattern BUS = Pattern.compile("0000:([0-9a-f]{2}):");

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));
  private int tried;

  @Test
  void guests_that_share_nothing_may_start_in_any_order() {
    forAll((random, profile, seed) -> {
      List<Guest> guests = random.plan().guests();
      for (int first = 0; first < guests.size() - 1; first++) {
        if (shareNothing(random, guests.get(first), guests.get(first + 1))) {
          List<Guest> swapped = new ArrayList<>(guests);
          Collections.swap(swapped, first, first + 1);
          assertEquals(answers(random, profile, guests), answers(random, profile, swapped), seed);
          tried++;
        }
      }
    });
    assertTrue(tried > 1000, "only " + tried + " pairs shared nothing");
  }

  private static boolean shareNothing(RandomHosts random, Guest one, Guest other) {
    TreeSet<DeviceRef> shared = reach(random, one);
    shared.retainAll(reach(random, other));
    return shared.isEmpty() && !one.devices().isEmpty() && !other.devices().isEmpty();
  }

  private static TreeSet<DeviceRef> reach(RandomHosts random, Guest guest) {
    TreeSet<DeviceRef> reach = new TreeSet<>();
    guest
        .devices()
        .forEach(given -> reach.addAll(DependsOn.of(random.host(), random.plan(), given.device())));
    return reach;
  }

  /** The answers to all guests, whatever their order. */
  private List<String> answers(RandomHosts random, RuleProfile profile, List<Guest> guests) {
    AssignmentPlan plan = random.plan().withGuests(guests).withSequence(Optional.empty());
    return guests.stream()
        .sorted((a, b) -> a.name().text().compareTo(b.name().text()))
        .flatMap(guest ->
            simulator.run(random.host(), plan, profile).verdict().steps().stream()
                .filter(step -> step.guest().equals(Optional.of(guest.name())))
                .map(ChangedPlanLawsTest::withoutPlace))
        .toList();
  }

  private static String withoutPlace(StepVerdict step) {
    return step.guest()
        + " "
        + step.device()
        + step.action()
        + ending(step)
        + step.message()
        + step.group()
        + step.backingGroup()
        + step.culprits()
        + step.because()
        + step.fixes();
  }

  @Test
  void renamed_addresses_rename_the_verdict() {
    forAll((random, profile, seed) -> {
      RandomHosts renamed = RandomHosts.of(RandomCases.seedOf(seed), Variant.renamed(UP));
      PlanVerdict verdict = simulator.run(random.host(), random.plan(), profile).verdict();
      assertEquals(
          renamed(verdict.toString()),
          simulator.run(renamed.host(), renamed.plan(), profile).verdict().toString(),
          seed);
    });
  }

  private static String renamed(String text) {
    return BUS.matcher(text)
        .replaceAll(found -> "0000:%02x:".formatted(Integer.parseInt(found.group(1), 16) + UP));
  }

  @Test
  void a_fact_of_the_host_changes_only_what_could_not_be_told() {
    forAll((random, profile, seed) -> {
      List<StepVerdict> open =
          simulator.run(random.host(), random.plan(), profile).verdict().steps();
      String driver = oneOf(List.of("vfio-pci", "nvme", "-"), seed);
      RandomHosts told = RandomHosts.of(RandomCases.seedOf(seed), Variant.filled(driver));
      List<StepVerdict> known = simulator.run(told.host(), told.plan(), profile).verdict().steps();
      int decided = (int) open.stream().takeWhile(ChangedPlanLawsTest::isDecided).count();
      tried += open.size() - decided;
      assertEquals(
          open.subList(0, decided).stream().map(ChangedPlanLawsTest::ending).toList(),
          known.stream().limit(decided).map(ChangedPlanLawsTest::ending).toList(),
          seed + driver);
    });
    assertTrue(tried > 1000, "only " + tried + " steps could not be told");
  }

  /** Any of them, and the same for a seed. */
  private static <T> T oneOf(List<T> choices, String seed) {
    return choices.get(Math.floorMod(seed.hashCode(), choices.size()));
  }

  private static boolean isDecided(StepVerdict step) {
    return step.outcome() != Outcome.UNDECIDED;
  }

  private static String ending(StepVerdict step) {
    return step.action() + " " + step.outcome() + step.at() + step.errno() + step.rule();
  }

  @Test
  void what_the_plan_says_of_the_host_changes_only_what_was_assumed() {
    forAll((random, profile, seed) -> {
      PlanVerdict before = simulator.run(random.host(), random.plan(), profile).verdict();
      Said said = oneOf(List.of(Said.values()), seed);
      if (said.isUnsaid(random) && !before.assumed().contains(said.key())) {
        AssignmentPlan more =
            random.plan().withEnvironment(said.otherwise(random.plan().environment()));
        assertEquals(
            before.steps(),
            simulator.run(random.host(), more, profile).verdict().steps(),
            seed + said);
        tried++;
      }
    });
    assertTrue(tried > 1000, "only " + tried + " defaults were not leaned on");
  }

  /** The environment keys with another value than their default. */
  private enum Said {
    QEMU("qemu", "7.2"),
    MANAGEMENT_LAYER("managementLayer", Environment.ManagementLayer.LIBVIRT),
    INTERRUPT_REMAPPING("interruptRemapping", false),
    ALLOW_UNSAFE_INTERRUPTS("allowUnsafeInterrupts", true),
    ENABLE_SRIOV("enableSriov", true),
    NOIOMMU("noiommu", true),
    HAS_DEFAULT_DOMAIN("hasDefaultDomain", false),
    AUX_SUPPORTED("auxSupported", false),
    MDEV_BACKING("mdevBacking", Environment.MdevBacking.IGNORED),
    BACKING_VIABILITY("backingViability", Environment.BackingViability.STRICT),
    DETACH_AS_POSTED("detachAsPosted", true),
    INHERIT_STRICT("inheritStrict", true),
    RAWIO("rawio", true);

    private final String key;
    private final Object value;

    Said(String key, Object value) {
      this.key = key;
      this.value = value;
    }

    String key() {
      return key;
    }

    boolean isUnsaid(RandomHosts random) {
      Environment plan = random.plan().environment();
      boolean captured =
          this == INTERRUPT_REMAPPING
              && random.host().kernel().interruptRemapping().known().isPresent();
      return !captured && !otherwise(plan).equals(plan);
    }

    /** The same where the key is not said. */
    Environment otherwise(Environment plan) {
      return new Environment(
          plan.kernel(),
          or("qemu", plan.qemu(), String.class),
          or("managementLayer", plan.managementLayer(), Environment.ManagementLayer.class),
          or("interruptRemapping", plan.interruptRemapping(), Boolean.class),
          or("allowUnsafeInterrupts", plan.allowUnsafeInterrupts(), Boolean.class),
          or("enableSriov", plan.enableSriov(), Boolean.class),
          or("noiommu", plan.noiommu(), Boolean.class),
          or("hasDefaultDomain", plan.hasDefaultDomain(), Boolean.class),
          or("auxSupported", plan.auxSupported(), Boolean.class),
          or("mdevBacking", plan.mdevBacking(), Environment.MdevBacking.class),
          or("backingViability", plan.backingViability(), Environment.BackingViability.class),
          or("detachAsPosted", plan.detachAsPosted(), Boolean.class),
          or("inheritStrict", plan.inheritStrict(), Boolean.class),
          or("rawio", plan.rawio(), Boolean.class));
    }

    /** What is said already stays. */
    private <T> Optional<T> or(String of, Optional<T> said, Class<T> type) {
      return said.or(() -> key.equals(of) ? Optional.of(type.cast(value)) : Optional.empty());
    }
  }
}
