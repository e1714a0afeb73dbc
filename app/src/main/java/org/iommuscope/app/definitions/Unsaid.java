package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;

/** What a target has no word for, a sentence each, while a plan is written for it. */
final class Unsaid {

  private final Set<String> sentences = new LinkedHashSet<>();

  void add(String sentence) {
    sentences.add(sentence.replaceAll("\\p{Cntrl}", " "));
  }

  void add(GuestName guest, String sentence) {
    add(guest.text() + ": " + sentence);
  }

  void addAll(Collection<String> more) {
    sentences.addAll(more);
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** As comment lines behind a mark. */
  String comments(String mark) {
    return sentences.stream()
        .map(each -> mark + "not said here: " + each + "\n")
        .collect(Collectors.joining());
  }

  /**
   * What no definition of guests says: it is of the host, or of the order in time.
   *
   * @param binds whether the program gives a guest's functions to vfio-pci itself
   * @param makesMdevs whether it makes a guest's mdevs itself
   */
  void addWhatIsOfAll(PlanFile file, boolean binds, boolean makesMdevs) {
    AssignmentPlan plan = file.plan();
    String left =
        plan.bindings().entrySet().stream()
            .filter(each -> !binds || !isGiven(plan, each.getKey(), each.getValue()))
            .map(each -> each.getKey() + " on " + each.getValue().orElse("no driver"))
            .collect(Collectors.joining(", "));
    if (!left.isEmpty()) {
      add("before the first step: " + left + "; the export to commands does that");
    }
    boolean isMdevLeft =
        plan.mdevs().stream().anyMatch(mdev -> !makesMdevs || !isGiven(plan, mdev.uuid()));
    if (isMdevLeft) {
      add("the mdevs to create before the first step; the export to commands creates them");
    }
    if (plan.sequence().isPresent()) {
      add(
          "the order of "
              + plan.sequence().get().size()
              + " steps; the export to commands has them");
    }
    addWhatOnlyJudges(file);
  }

  /** Whether a guest has a function from its start, on vfio-pci. */
  private static boolean isGiven(AssignmentPlan plan, DeviceRef device, Optional<String> driver) {
    return driver.filter("vfio-pci"::equals).isPresent()
        && device instanceof PciAddress
        && isGiven(plan, device);
  }

  private static boolean isGiven(AssignmentPlan plan, DeviceRef device) {
    return plan.guests().stream()
        .flatMap(guest -> guest.devices().stream())
        .anyMatch(each -> each.device().equals(device) && !each.later());
  }

  /** What only a verdict goes by. */
  void addWhatOnlyJudges(PlanFile file) {
    AssignmentPlan plan = file.plan();
    List<String> kept = new ArrayList<>();
    plan.profile().ifPresent(id -> kept.add("the rule profile " + id));
    if (!plan.environment().equals(Environment.DEFAULTS)) {
      kept.add("the environment");
    }
    if (!plan.annotations().isEmpty()) {
      kept.add("annotations");
    }
    if (!plan.waivers().isEmpty()) {
      kept.add("waivers");
    }
    if (!plan.comments().isEmpty()) {
      kept.add("comments");
    }
    if (file.written().get("wishes").isPresent()) {
      kept.add("wishes");
    }
    if (!kept.isEmpty()) {
      add(String.join(", ", kept) + ": kept in the note alone");
    }
  }

  /** What the host loses without being asked, where starting a guest takes it. */
  void addUses(PlannedHost facts, Guest guest) {
    for (DeviceRef device : facts.takenInUse(guest)) {
      add(
          guest.name(),
          "that starting it takes "
              + device
              + " from the host, which uses it: "
              + facts.use(device).orElse(""));
    }
  }

  /** Where a program does not run on such a host at all. */
  void addArchitecture(HostTopology host, String program, Set<GuestMachine> served) {
    GuestMachine machine = GuestMachine.of(host.kernel());
    if (!served.contains(machine)) {
      add("a host of " + machine.architecture() + ", on which " + program + " does not run");
    }
  }

  /** Who runs a guest and what it may lock, for targets that decide it themselves. */
  void addProcess(Guest guest, String who) {
    if (guest.uid() != 0) {
      add(guest.name(), "runs as uid " + guest.uid() + "; " + who + " decides that");
    }
    if (guest.memlock().isPresent()) {
      add(
          guest.name(),
          "may lock " + guest.memlock().getAsLong() + " bytes; " + who + " decides that");
    }
  }

  void addLater(Guest guest, String how) {
    for (GuestDevice device : guest.devices()) {
      if (device.later()) {
        add(guest.name(), device.device() + " is attached later; " + how);
      }
    }
  }
}
