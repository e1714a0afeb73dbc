package org.iommuscope.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A sequence of steps with what each must come to, in the notation of the attach rules: {@code
 * A+01:00.0 -> OK} attaches, {@code A-01:00.0} detaches, {@code A!} stops; {@code bind DEVICE
 * DRIVER}, {@code unbind DEVICE}, {@code vfs PF COUNT}, {@code create UUID PARENT TYPE}, {@code
 * remove UUID}, {@code set NAME VALUE}, {@code hotadd DEVICE GROUP DRIVER}. A line that begins with
 * three dots is a step that waited and then was done by itself. Behind the arrow stand the outcome,
 * and, where they matter, {@code {culprits}} and {@code m:part of the message}.
 */
public final class Scenario {

  private final HostTopology host;
  private AssignmentPlan plan = AssignmentPlan.EMPTY;

  private Scenario(HostTopology host) {
    this.host = host;
  }

  public static Scenario on(HostTopology host, String kernel) {
    Scenario scenario = new Scenario(host);
    scenario.plan = environment(kernel, "7.2");
    return scenario;
  }

  public Scenario qemu(String version) {
    plan = environment(plan.environment().kernel().orElseThrow(), version);
    return this;
  }

  /** What else the plan says. */
  public Scenario with(UnaryOperator<AssignmentPlan> change) {
    plan = change.apply(plan);
    return this;
  }

  /** A guest that is not as the default describes it. */
  public Scenario guest(Guest guest) {
    plan = plan.withGuest(guest.name(), none -> guest);
    return this;
  }

  /** A guest with a vIOMMU and a conventional bridge b0. */
  public Scenario viommu(String name) {
    return guest(
        Guest.named(new GuestName(name))
            .withViommu(Viommu.standard())
            .withBuses(List.of(new GuestBus("b0", GuestBus.Kind.PCIE_PCI_BRIDGE))));
  }

  /** Guests that libvirt starts. */
  public Scenario managed() {
    Environment known = plan.environment();
    plan =
        plan.withEnvironment(
            new Environment(
                known.kernel(),
                known.qemu(),
                Optional.of(Environment.ManagementLayer.LIBVIRT),
                known.interruptRemapping(),
                known.allowUnsafeInterrupts(),
                known.enableSriov(),
                known.noiommu(),
                known.hasDefaultDomain(),
                known.auxSupported(),
                known.mdevBacking(),
                known.backingViability(),
                known.detachAsPosted(),
                known.inheritStrict(),
                known.rawio()));
    return this;
  }

  public Scenario annotated(DeviceRef device, Annotation annotation) {
    plan = plan.withAnnotations(new TreeMap<>(Map.of(device, annotation)));
    return this;
  }

  /** Plays the steps, one a line, and compares all outcomes at once. */
  public Simulation play(String text) {
    List<PlanStep> steps = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      String[] sides = line.strip().split("\\s*->\\s*", 2);
      if (!sides[0].startsWith("...")) {
        add(steps, sides[0]);
      }
      expected.add(sides[0] + " -> " + sides[1]);
    }
    Simulation simulation =
        new AttachSimulator(LocalDate.of(2026, 11, 22))
            .run(host, plan.withSequence(Optional.of(steps)));
    List<StepVerdict> verdicts = simulation.verdict().steps();
    List<String> actual = new ArrayList<>();
    for (int at = 0; at < verdicts.size(); at++) {
      String wanted = at < expected.size() ? expected.get(at) : "? -> ?";
      actual.add(wanted.split(" -> ")[0] + " -> " + words(verdicts.get(at), wanted));
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
    return simulation;
  }

  private void add(List<PlanStep> steps, String text) {
    String[] words = text.split("\\s+");
    int mark = sign(words[0]);
    if (words[0].equals("start")) {
      steps.add(new PlanStep.Start(new GuestName(words[1])));
    } else if (words.length == 1 && words[0].endsWith("!")) {
      steps.add(new PlanStep.Stop(new GuestName(words[0].substring(0, words[0].length() - 1))));
    } else if (mark < 0) {
      steps.add(ofHost(words));
    } else {
      GuestName guest = started(steps, words[0].substring(0, mark));
      DeviceRef device = DeviceRef.parse(words[0].substring(mark + 1));
      if (words[0].charAt(mark) == '-') {
        steps.add(new PlanStep.Detach(guest, device));
      } else {
        list(guest, device, words);
        steps.add(new PlanStep.Attach(guest, device));
      }
    }
  }

  private static int sign(String word) {
    int plus = word.indexOf('+');
    return plus > 0 ? plus : word.matches("[A-Z]-.*") ? 1 : -1;
  }

  private GuestName started(List<PlanStep> steps, String text) {
    GuestName name = new GuestName(text);
    plan = plan.withGuest(name, known -> known);
    int stopped = steps.lastIndexOf(new PlanStep.Stop(name));
    if (steps.lastIndexOf(new PlanStep.Start(name)) <= stopped) {
      steps.add(new PlanStep.Start(name));
    }
    return name;
  }

  /** Options behind the device: {@code slot=4.0}, {@code bus=b0}, {@code token=UUID}. */
  private void list(GuestName guest, DeviceRef device, String[] words) {
    TreeMap<String, String> options = new TreeMap<>();
    for (int at = 1; at < words.length; at++) {
      String[] pair = words[at].split("=", 2);
      options.put(pair[0], pair[1]);
    }
    GuestDevice given =
        new GuestDevice(
            device,
            GuestDevice.of(device).path(),
            Optional.ofNullable(options.get("slot")),
            Optional.ofNullable(options.get("bus")),
            Optional.ofNullable(options.get("token")),
            Optional.ofNullable(options.get("iommufd")),
            true);
    plan =
        plan.withGuest(
            guest,
            known -> {
              List<GuestDevice> devices = new ArrayList<>(known.devices());
              devices.removeIf(other -> other.device().equals(device));
              devices.add(given);
              return known.withDevices(devices);
            });
  }

  private static PlanStep ofHost(String[] words) {
    DeviceRef device = DeviceRef.parse(words[1]);
    return switch (words[0]) {
      case "bind" -> new PlanStep.Bind(device, words[2]);
      case "unbind" -> new PlanStep.Unbind(device);
      case "vfs" -> new PlanStep.SetVfs((PciAddress) device, Integer.parseInt(words[2]));
      case "create" ->
          new PlanStep.CreateMdev(
              new PlannedMdev(new MdevUuid(words[1]), DeviceRef.parse(words[2]), words[3]));
      case "remove" -> new PlanStep.RemoveMdev(new MdevUuid(words[1]));
      case "set" -> new PlanStep.SetParameter(words[1], words[2]);
      case "hotadd" ->
          new PlanStep.HotAdd(device, Integer.parseInt(words[2]), Optional.of(words[3]));
      default -> throw new IllegalArgumentException("no such step: " + words[0]);
    };
  }

  private static String words(StepVerdict step, String wanted) {
    StringBuilder words = new StringBuilder(outcome(step));
    if (wanted.contains("{")) {
      words.append(
          step.culprits().stream()
              .map(Scenario::brief)
              .collect(Collectors.joining(" ", " {", "}")));
    }
    int message = wanted.indexOf(" m:");
    if (message >= 0) {
      String part = wanted.substring(message + 3);
      String all = step.message().orElse("no message");
      words.append(" m:").append(all.contains(part) ? part : all);
    }
    return words.toString();
  }

  private static String brief(DeviceRef device) {
    return device.text().replaceFirst("^0000:", "");
  }

  private static String outcome(StepVerdict step) {
    String at = step.at().map(Object::toString).orElse("?");
    return switch (step.outcome()) {
      case ATTACHES, DONE -> "OK";
      case REUSES -> "OK_REUSED";
      case REFUSED -> at + step.errno().map(errno -> " " + errno).orElse("");
      case UNSAFE -> "UNSAFE";
      case CRASHES -> "CRASH";
      case BLOCKS -> "BLOCKS";
      case UNDECIDED -> "UNDECIDED";
    };
  }

  private static AssignmentPlan environment(String kernel, String qemu) {
    Environment none = Environment.DEFAULTS;
    return AssignmentPlan.EMPTY.withEnvironment(
        new Environment(
            Optional.of(kernel),
            Optional.of(qemu),
            none.managementLayer(),
            none.interruptRemapping(),
            none.allowUnsafeInterrupts(),
            none.enableSriov(),
            none.noiommu(),
            none.hasDefaultDomain(),
            none.auxSupported(),
            none.mdevBacking(),
            none.backingViability(),
            none.detachAsPosted(),
            none.inheritStrict(),
            none.rawio()));
  }
}
