package org.iommuscope.app.prediction;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;

/** Puts the words of a recorded step into the model's terms. */
final class RequestReader {

  private static final Pattern NODE = Pattern.compile("(noiommu-)?(\\d{1,9})");
  private static final Pattern TOKEN = Pattern.compile("vf_token=(.*)");

  private RequestReader() {}

  static Request read(StepInputs step) {
    if (DecidingSteps.isLater(step)) {
      return new Request.HasReturned(SysfsWrite.subject(step.target()));
    }
    return step.vm()
        .filter(vm -> !vm.isBlank())
        .map(vm -> ofGuest(new GuestName(vm), step))
        .orElseGet(() -> ofHost(step));
  }

  private static Request ofHost(StepInputs step) {
    DeviceRef device = SysfsWrite.subject(step.target());
    return switch (step.op()) {
      case "bind" -> call(new AttachStep.Bind(device, step.argument("driver")));
      case "unbind" -> call(new AttachStep.Unbind(device));
      case "remove" -> remove(step.target());
      case "mdev-create", "create" -> call(create(step));
      case "create-until-refused" ->
          new Request.CreateUntilRefused(parentOf(step), step.argument("type"));
      case "write" -> SysfsWrite.read(step.target(), step.argument("value"));
      default -> new Request.Nothing();
    };
  }

  private static Request ofGuest(GuestName guest, StepInputs step) {
    String[] words = Arrays.copyOf(step.words(), 4);
    Arrays.setAll(words, at -> words[at] == null ? "" : words[at]);
    Handle file = new Handle(guest, words[0]);
    return switch (step.op()) {
      case "container" -> call(new AttachStep.OpenContainer(file));
      case "group" -> openGroup(guest, words);
      case "status" -> call(new AttachStep.GroupStatus(file));
      case "setcont" -> call(new AttachStep.SetContainer(file, new Handle(guest, words[1])));
      case "unsetcont" -> call(new AttachStep.UnsetContainer(file));
      case "setiommu" -> setIommu(file, words[1]);
      case "getdev" -> getDevice(file, words);
      case "close" -> call(new AttachStep.Close(file));
      case "end", "kill", "quit" -> call(new AttachStep.End(guest));
      case "setuid" -> becomeUser(guest, words[0]);
      case "qemu" -> new Request.StartQemu(QemuCommandLine.parse(guest, step.words()), step.qemu());
      case "qmp-device_add" -> new Request.AddDevice(guest, SysfsWrite.subject(words[0]));
      case "iommufd" -> new Request.OpenIommufd(file);
      case "open" -> new Request.OpenCdev(guest, DeviceRef.parse(words[0]));
      case "ioas" -> new Request.AllocIoas(file);
      case "bind" -> new Request.BindCdev(guest, DeviceRef.parse(words[0]));
      case "attach" -> attach(guest, words);
      default -> new Request.Nothing();
    };
  }

  /** An address, or any word for the node opened last with the number of a page table. */
  private static Request attach(GuestName guest, String[] words) {
    return new Request.AttachCdev(
        guest, words[0], number(words[1]).stream().mapToInt(Integer::intValue).findFirst());
  }

  /** {@code "g6 6"}: a handle and a group; or an address, whose group the client looks up. */
  private static Request openGroup(GuestName guest, String[] words) {
    if (words[1].isEmpty()) {
      return words[0].isEmpty()
          ? new Request.Unclear()
          : new Request.OpenGroupOf(new Handle(guest, words[0]), DeviceRef.parse(words[0]));
    }
    Matcher node = NODE.matcher(words[1]);
    if (!node.matches()) {
      return new Request.Unclear();
    }
    GroupId group = new GroupId(Integer.parseInt(node.group(2)));
    return call(
        new AttachStep.OpenGroup(
            new Handle(guest, words[0]), new GroupNode(group, node.group(1) != null)));
  }

  private static Request getDevice(Handle file, String[] words) {
    return words[1].isEmpty()
        ? new Request.Unclear()
        : call(
            new AttachStep.GetDevice(
                file, words[1], token(words[3]), new Handle(file.guest(), words[2])));
  }

  private static Request setIommu(Handle file, String type) {
    return iommuType(type)
        .<Request>map(named -> call(new AttachStep.SetIommu(file, named)))
        .orElseGet(Request.Unclear::new);
  }

  private static Optional<IommuType> iommuType(String word) {
    return switch (word) {
      case "type1" -> Optional.of(IommuType.TYPE1);
      case "type1v2" -> Optional.of(IommuType.TYPE1V2);
      case "nesting" -> Optional.of(IommuType.NESTING);
      case "noiommu" -> Optional.of(IommuType.NOIOMMU);
      default -> number(word).map(IommuType::new);
    };
  }

  private static Optional<String> token(String word) {
    Matcher token = TOKEN.matcher(word);
    return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
  }

  private static Request becomeUser(GuestName guest, String word) {
    return number(word)
        .<Request>map(uid -> new Request.BecomeUser(guest, uid))
        .orElseGet(Request.Unclear::new);
  }

  private static Request remove(String target) {
    return MdevUuid.parse(target.strip())
        .<Request>map(uuid -> call(new AttachStep.RemoveMdev(uuid)))
        .orElseGet(Request.Unclear::new);
  }

  private static AttachStep create(StepInputs step) {
    return new AttachStep.CreateMdev(step.target().strip(), parentOf(step), step.argument("type"));
  }

  /** The parent that is named, else the one whose driver the type's name begins with. */
  private static DeviceRef parentOf(StepInputs step) {
    String parent = step.argument("parent");
    String type = step.argument("type");
    int dash = type.indexOf('-');
    String driver = dash > 0 ? type.substring(0, dash) : type;
    return DeviceRef.parse(parent.isBlank() ? (driver.isBlank() ? "?" : driver) : parent);
  }

  private static Optional<Integer> number(String word) {
    return word.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
  }

  private static Request call(AttachStep step) {
    return new Request.Call(step);
  }
}
