package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * Holds what a plan keeps of its host against a host: devices are the same by address, ids and slot
 * path; where one is not, those that are like it are asked about and never taken.
 */
public final class HostChecks {

  private final HostSketch sketch;
  private final HostTopology host;
  private final SlotPaths paths;
  private final List<HostCheck> checks = new ArrayList<>();

  private HostChecks(HostSketch sketch, HostTopology host) {
    this.sketch = sketch;
    this.host = host;
    this.paths = new SlotPaths(host);
  }

  /** The checklist, the host first. */
  public static List<HostCheck> of(HostSketch sketch, HostTopology host) {
    HostChecks checks = new HostChecks(sketch, host);
    sketch.devices().forEach(checks::check);
    checks.addHost();
    return List.copyOf(checks.checks);
  }

  private void addHost() {
    String when = sketch.captured().map(day -> " as captured on " + day).orElse("");
    boolean isSame = sketch.fingerprint().equals(HostSketch.fingerprintOf(host));
    boolean hasAnswers = checks.stream().anyMatch(HostCheck::isOpen);
    String since =
        isSame
            ? "nothing that was noted then is other now"
            : hasAnswers
                ? "it is other now"
                : "it is other now, and nothing that concerns the plan's devices";
    add(
        0,
        hasAnswers && !isSame ? HostCheck.Kind.CHANGED : HostCheck.Kind.SAME,
        Optional.empty(),
        List.of(),
        "the plan was made for this host" + when + "; " + since);
  }

  private void check(HostSketch.Device was) {
    Optional<HostDevice> now = host.device(was.device());
    if (now.isEmpty()) {
      ask(was, was.device() + " is not there");
    } else if (isOther(was.ids(), HostSketch.idsOf(now.get()))) {
      ask(
          was,
          was.device()
              + " is another device: it was "
              + was.ids().orElse("")
              + " and is "
              + HostSketch.idsOf(now.get()).orElse(""));
    } else if (isOther(was.slot(), HostSketch.slotOf(now.get(), paths))) {
      ask(was, was.device() + " is in another slot than then");
    } else {
      compareGroups(was);
    }
  }

  private static boolean isOther(Optional<String> one, Optional<String> two) {
    return one.isPresent() && two.isPresent() && !one.equals(two);
  }

  /** Who may be meant: by ids and slot path one at most, else all that have the ids. */
  private void ask(HostSketch.Device was, String what) {
    List<PciFunction> like =
        host.devices().values().stream()
            .filter(PciFunction.class::isInstance)
            .map(PciFunction.class::cast)
            .filter(
                function -> was.ids().isPresent() && was.ids().equals(HostSketch.idsOf(function)))
            .toList();
    List<PciAddress> there =
        like.stream()
            .filter(function -> was.slot().isPresent() && was.slot().equals(paths.of(function)))
            .map(PciFunction::address)
            .toList();
    List<PciAddress> meant =
        there.isEmpty() ? like.stream().map(PciFunction::address).toList() : there;
    if (meant.isEmpty()) {
      add(HostCheck.Kind.GONE, was, List.of(), what + ", and nothing here has its ids");
    } else {
      add(HostCheck.Kind.ASK, was, meant, what + "; " + question(meant, !there.isEmpty()));
    }
  }

  private static String question(List<PciAddress> meant, boolean isInSlot) {
    String names = meant.stream().limit(4).map(PciAddress::text).collect(Collectors.joining(", "));
    String sign = isInSlot ? "same ids, same slot path" : "same ids, other slot";
    return meant.size() == 1
        ? "is " + names + " meant (" + sign + ")?"
        : "which of these is meant (" + sign + "): " + names + "?";
  }

  private void compareGroups(HostSketch.Device was) {
    Optional<IommuGroup> now = host.groupOf(was.device());
    if (was.group().isEmpty() || now.isEmpty()) {
      boolean isSame = was.group().isEmpty() && now.isEmpty();
      add(
          isSame ? HostCheck.Kind.SAME : HostCheck.Kind.CHANGED,
          was,
          List.of(),
          was.device()
              + (isSame
                  ? " is in no group, as then"
                  : now.isEmpty() ? " is in no group any more" : " is in a group now"));
      return;
    }
    List<DeviceRef> more = new ArrayList<>(now.get().members());
    more.removeAll(was.mates());
    more.remove(was.device());
    List<DeviceRef> less = new ArrayList<>(was.mates());
    less.removeAll(now.get().members());
    if (more.isEmpty() && less.isEmpty()) {
      add(HostCheck.Kind.SAME, was, List.of(), was.device() + " has the group that it had");
    }
    tell(was, now.get(), more, "more");
    tell(was, now.get(), less, "less");
  }

  private void tell(HostSketch.Device was, IommuGroup group, List<DeviceRef> members, String word) {
    if (!members.isEmpty()) {
      String count = members.size() == 1 ? "one " : members.size() + " ";
      String noun = members.size() == 1 ? "member: " : "members: ";
      add(
          HostCheck.Kind.CHANGED,
          was,
          List.of(),
          "since then group "
              + group.id()
              + " of "
              + was.device()
              + " has "
              + count
              + (word.equals("more") ? "more " : "")
              + noun.replace(": ", word.equals("less") ? " less: " : ": ")
              + members.stream().map(DeviceRef::text).collect(Collectors.joining(", ")));
    }
  }

  private void add(
      HostCheck.Kind kind, HostSketch.Device was, List<PciAddress> meant, String sentence) {
    add(checks.size(), kind, Optional.of(was.device()), meant, sentence);
  }

  private void add(
      int at,
      HostCheck.Kind kind,
      Optional<DeviceRef> device,
      List<PciAddress> meant,
      String sentence) {
    checks.add(at, new HostCheck(kind, device, meant, sentence));
  }
}
