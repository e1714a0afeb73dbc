package org.iommuscope.model.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Which guest gets which device: the content of a plan file, immutable.
 *
 * @param profile id of a rule profile; none means that it follows from the kernel
 * @param bindings drivers before the first step; an empty value means no driver
 * @param sequence steps in order; none means that the guests start in their order
 * @param comments what people wrote at parts of the plan; goes with the part that it stands at
 */
public record AssignmentPlan(
    Optional<String> profile,
    Environment environment,
    SequencedMap<DeviceRef, Optional<String>> bindings,
    List<PlannedMdev> mdevs,
    SequencedMap<DeviceRef, Annotation> annotations,
    List<Guest> guests,
    Optional<List<PlanStep>> sequence,
    List<Waiver> waivers,
    Map<Commented, String> comments) {

  /** No guest, nothing rebound. */
  public static final AssignmentPlan EMPTY =
      new AssignmentPlan(
          Optional.empty(),
          Environment.DEFAULTS,
          new TreeMap<>(),
          List.of(),
          new TreeMap<>(),
          List.of(),
          Optional.empty(),
          List.of(),
          Map.of());

  public AssignmentPlan {
    bindings = sorted(bindings);
    mdevs = List.copyOf(mdevs);
    annotations = sorted(annotations);
    guests = List.copyOf(guests);
    sequence = sequence.map(List::copyOf);
    waivers = List.copyOf(waivers);
    comments = comments.isEmpty() ? Map.of() : ofGuests(comments, guests);
  }

  public Optional<Guest> guest(GuestName name) {
    return guests.stream().filter(guest -> guest.name().equals(name)).findFirst();
  }

  /** The steps as written, or the start of each guest in order. */
  public List<PlanStep> steps() {
    return sequence.orElseGet(
        () -> guests.stream().<PlanStep>map(guest -> new PlanStep.Start(guest.name())).toList());
  }

  /** What the plan only imagines, in order, as plain steps. */
  public List<PlanStep> imagined() {
    return sequence.orElse(List.of()).stream()
        .filter(PlanStep::isHypothetical)
        .map(PlanStep::plain)
        .toList();
  }

  /** The kernel that the plan imagines, else the one that its environment names. */
  public Optional<String> kernel() {
    return Dials.parameter(imagined(), Dials.KERNEL).or(environment::kernel);
  }

  public AssignmentPlan withProfile(Optional<String> id) {
    return new AssignmentPlan(
        id, environment, bindings, mdevs, annotations, guests, sequence, waivers, comments);
  }

  public AssignmentPlan withEnvironment(Environment changed) {
    return new AssignmentPlan(
        profile, changed, bindings, mdevs, annotations, guests, sequence, waivers, comments);
  }

  public AssignmentPlan withBinding(DeviceRef device, Optional<String> driver) {
    TreeMap<DeviceRef, Optional<String>> changed = new TreeMap<>(bindings);
    changed.put(device, driver);
    return new AssignmentPlan(
        profile, environment, changed, mdevs, annotations, guests, sequence, waivers, comments);
  }

  public AssignmentPlan withBindings(Map<DeviceRef, Optional<String>> changed) {
    return new AssignmentPlan(
        profile,
        environment,
        sorted(changed),
        mdevs,
        annotations,
        guests,
        sequence,
        waivers,
        comments);
  }

  /** The plan with one mdev more before its first step. */
  public AssignmentPlan withMdev(PlannedMdev mdev) {
    List<PlannedMdev> more = new ArrayList<>(mdevs);
    more.add(mdev);
    return new AssignmentPlan(
        profile, environment, bindings, more, annotations, guests, sequence, waivers, comments);
  }

  public AssignmentPlan withAnnotations(Map<DeviceRef, Annotation> changed) {
    return new AssignmentPlan(
        profile,
        environment,
        bindings,
        mdevs,
        sorted(changed),
        guests,
        sequence,
        waivers,
        comments);
  }

  /** Says what is known of a device; knowing nothing takes its entry away. */
  public AssignmentPlan withAnnotation(DeviceRef device, Annotation annotation) {
    TreeMap<DeviceRef, Annotation> changed = new TreeMap<>(annotations);
    if (annotation.equals(Annotation.NONE)) {
      changed.remove(device);
    } else {
      changed.put(device, annotation);
    }
    return withAnnotations(changed);
  }

  /** What is known of a device besides the capture. */
  public Annotation annotation(DeviceRef device) {
    return annotations.getOrDefault(device, Annotation.NONE);
  }

  public AssignmentPlan withGuests(List<Guest> changed) {
    return new AssignmentPlan(
        profile, environment, bindings, mdevs, annotations, changed, sequence, waivers, comments);
  }

  public AssignmentPlan withSequence(Optional<List<PlanStep>> changed) {
    return new AssignmentPlan(
        profile, environment, bindings, mdevs, annotations, guests, changed, waivers, comments);
  }

  /** Changes one guest, which is added at the end where the plan has none of that name. */
  public AssignmentPlan withGuest(GuestName name, UnaryOperator<Guest> change) {
    List<Guest> changed = new ArrayList<>(guests);
    for (int at = 0; at < changed.size(); at++) {
      if (changed.get(at).name().equals(name)) {
        changed.set(at, change.apply(changed.get(at)));
        return withGuests(changed);
      }
    }
    changed.add(change.apply(Guest.named(name)));
    return withGuests(changed);
  }

  public AssignmentPlan withWaivers(List<Waiver> changed) {
    return new AssignmentPlan(
        profile, environment, bindings, mdevs, annotations, guests, sequence, changed, comments);
  }

  /** What somebody wrote there; blank takes it away. */
  public AssignmentPlan withComment(Commented where, String text) {
    Map<Commented, String> changed = new LinkedHashMap<>(comments);
    if (text.isBlank()) {
      changed.remove(where);
    } else {
      changed.put(where, text.strip());
    }
    return withComments(changed);
  }

  public AssignmentPlan withComments(Map<Commented, String> changed) {
    return new AssignmentPlan(
        profile, environment, bindings, mdevs, annotations, guests, sequence, waivers, changed);
  }

  /** What stands there; empty where nobody wrote anything. */
  public String comment(Commented where) {
    return comments.getOrDefault(where, "");
  }

  private static Map<Commented, String> ofGuests(
      Map<Commented, String> comments, List<Guest> guests) {
    Map<Commented, String> standing = new LinkedHashMap<>(comments);
    standing.keySet().removeIf(where -> !where.isIn(guests));
    return Collections.unmodifiableMap(standing);
  }

  private static <V> SequencedMap<DeviceRef, V> sorted(Map<DeviceRef, V> map) {
    return Collections.unmodifiableSequencedMap(new TreeMap<>(map));
  }
}
