package org.iommuscope.model.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.whatif.RestartedHost;
import org.iommuscope.model.whatif.Starts;

/** Turns a plan into steps and asks, at each, the rules that the profile lists there. */
public final class AttachSimulator {

  private final LocalDate today;
  private final Starts starts = new Starts();

  /**
   * A simulator.
   *
   * @param today the day by which waivers expire
   */
  public AttachSimulator(LocalDate today) {
    this.today = today;
  }

  /** The day by which waivers expire. */
  public LocalDate today() {
    return today;
  }

  /** Judges a plan by its own profile, or by the one that follows from its kernel. */
  public Simulation run(HostTopology host, AssignmentPlan plan) {
    return run(host, plan, RuleProfiles.of(host, plan));
  }

  /** Judges a plan by a profile, whatever the plan says. */
  public Simulation run(HostTopology host, AssignmentPlan plan, RuleProfile profile) {
    Circumstances circumstances =
        new Circumstances(plan, host.kernel(), RuleProfiles.kernelFor(profile, host, plan));
    if (RuleProfiles.kernelOf(host, plan).isEmpty()) {
      circumstances.leanOn("kernel");
    }
    RestartedHost restarted = starts.of(host, plan.imagined());
    return new Walk(new Kernel(profile, circumstances), plan, restarted, today).run();
  }

  /** Judges one plan by several profiles, step beside step. */
  public ProfileComparison compare(
      HostTopology host, AssignmentPlan plan, List<RuleProfile> profiles) {
    return ProfileComparison.of(
        profiles.stream().map(profile -> column(host, plan, profile)).toList());
  }

  private ProfileComparison.Column column(
      HostTopology host, AssignmentPlan plan, RuleProfile profile) {
    KernelVersion kernel = RuleProfiles.kernelFor(profile, host, plan);
    return new ProfileComparison.Column(
        profile,
        Optional.of(kernel).filter(version -> RuleProfiles.of(version).equals(profile)),
        run(host, plan, profile).verdict());
  }
}
