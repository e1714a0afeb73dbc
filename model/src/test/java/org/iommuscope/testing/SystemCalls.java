package org.iommuscope.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.attach.ProcessFacts;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.Answer;
import org.iommuscope.model.simulation.Kernel;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/**
 * System calls of programs other than QEMU with what each must answer: {@code A group g 7 -> OK},
 * {@code A setcont g c -> EPERM}, {@code unbind 01:00.0 -> BLOCKED}. A group's status answers
 * {@code viable} or {@code not viable}.
 */
public final class SystemCalls {

  private final Kernel kernel;
  private AttachState state;

  private SystemCalls(Kernel kernel, AttachState state) {
    this.kernel = kernel;
    this.state = state;
  }

  public static SystemCalls on(HostTopology host, String release) {
    KernelVersion version = KernelVersion.parse(release).orElseThrow();
    Kernel kernel =
        new Kernel(
            RuleProfiles.of(version),
            new Circumstances(AssignmentPlan.EMPTY, host.kernel(), version));
    return new SystemCalls(kernel, kernel.initial(host));
  }

  /** Under a profile, whatever the kernel. */
  public static SystemCalls under(RuleProfile profile, HostTopology host) {
    KernelVersion version = RuleProfiles.kernelFor(profile, host, AssignmentPlan.EMPTY);
    Kernel kernel =
        new Kernel(profile, new Circumstances(AssignmentPlan.EMPTY, host.kernel(), version));
    return new SystemCalls(kernel, kernel.initial(host));
  }

  /** A process that is not root. */
  public SystemCalls user(String guest, int uid, OptionalLong memlock) {
    state = state.withProcess(new GuestName(guest), new ProcessFacts(uid, memlock, true, false));
    return this;
  }

  /** The nodes belong to a user. */
  public SystemCalls nodesOf(int uid) {
    state = state.withNodeOwner(uid);
    return this;
  }

  /** Makes the calls, one a line, and compares all answers at once. */
  public AttachState play(String text) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String[] sides = line.split("\\s*->\\s*", 2);
      AttachStep step = step(sides[0].split("\\s+"));
      Answer answer = kernel.take(state, step);
      state = answer.after();
      expected.add(line);
      actual.add(sides[0] + " -> " + words(step, answer));
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
    return state;
  }

  private static String words(AttachStep step, Answer answer) {
    boolean status = step instanceof AttachStep.GroupStatus && answer.word().equals("OK");
    if (status) {
      return answer.isGranted() ? "viable" : "not viable";
    }
    return answer.word();
  }

  private static AttachStep step(String[] words) {
    return words[0].matches("[A-Z]") ? ofProcess(words) : ofHost(words);
  }

  private static AttachStep ofProcess(String[] words) {
    GuestName guest = new GuestName(words[0]);
    Handle file = new Handle(guest, words.length > 2 ? words[2] : "");
    return switch (words[1]) {
      case "container" -> new AttachStep.OpenContainer(file);
      case "group" -> new AttachStep.OpenGroup(file, node(words[3]));
      case "status" -> new AttachStep.GroupStatus(file);
      case "setcont" -> new AttachStep.SetContainer(file, new Handle(guest, words[3]));
      case "unsetcont" -> new AttachStep.UnsetContainer(file);
      case "setiommu" -> new AttachStep.SetIommu(file, new IommuType(Integer.parseInt(words[3])));
      case "map" -> new AttachStep.MapMemory(file);
      case "getdev" ->
          new AttachStep.GetDevice(
              file,
              words[3],
              Optional.of(words).filter(all -> all.length > 5).map(all -> all[5]),
              new Handle(guest, words[4]));
      case "open" -> new AttachStep.OpenCdev(file, DeviceRef.parse(words[3]));
      case "iommufd" -> new AttachStep.OpenIommufd(file);
      case "ioas" -> new AttachStep.AllocIoas(file);
      case "bind" -> new AttachStep.BindCdev(file, new Handle(guest, words[3]));
      case "attach" -> new AttachStep.AttachCdev(file, Integer.parseInt(words[3]));
      case "close" -> new AttachStep.Close(file);
      case "end" -> new AttachStep.End(guest);
      default -> throw new IllegalArgumentException("no such call: " + words[1]);
    };
  }

  private static GroupNode node(String text) {
    boolean noiommu = text.startsWith("noiommu-");
    int number = Integer.parseInt(noiommu ? text.substring(8) : text);
    return new GroupNode(new GroupId(number), noiommu);
  }

  private static AttachStep ofHost(String[] words) {
    DeviceRef device = DeviceRef.parse(words[1]);
    return switch (words[0]) {
      case "bind" -> new AttachStep.Bind(device, words[2]);
      case "unbind" -> new AttachStep.Unbind(device);
      case "vfs" -> new AttachStep.SetVfs((PciAddress) device, Integer.parseInt(words[2]));
      case "create" -> new AttachStep.CreateMdev(words[1], DeviceRef.parse(words[2]), words[3]);
      case "remove" -> new AttachStep.RemoveMdev(new MdevUuid(words[1]));
      default -> throw new IllegalArgumentException("no such call: " + words[0]);
    };
  }
}
