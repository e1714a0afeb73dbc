package org.iommuscope.app.prediction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** Writes to files of sysfs, as steps of the model. */
final class SysfsWrite {

  private static final Pattern NUM_VFS =
      Pattern.compile("/sys/bus/pci/devices/([^/]+)/sriov_numvfs");
  private static final Pattern BIND = Pattern.compile("/sys/bus/[^/]+/drivers/([^/]+)/bind");
  private static final Pattern UNBIND =
      Pattern.compile("/sys/bus/[^/]+/(?:drivers/[^/]+|devices/[^/]+/driver)/unbind");
  private static final Pattern PARAMETER =
      Pattern.compile("/sys/module/([^/]+)/parameters/([^/]+)");

  private SysfsWrite() {}

  static Request read(String path, String value) {
    Matcher vfs = NUM_VFS.matcher(path);
    if (vfs.matches()) {
      return setVfs(vfs.group(1), value.strip());
    }
    Matcher bind = BIND.matcher(path);
    if (bind.matches() && !value.isBlank()) {
      return new Request.Call(new AttachStep.Bind(DeviceRef.parse(value.strip()), bind.group(1)));
    }
    if (UNBIND.matcher(path).matches() && !value.isBlank()) {
      return new Request.Call(new AttachStep.Unbind(DeviceRef.parse(value.strip())));
    }
    Matcher parameter = PARAMETER.matcher(path);
    if (parameter.matches()) {
      return new Request.Call(
          new AttachStep.SetParameter(parameter.group(1) + "." + parameter.group(2), value));
    }
    return new Request.Nothing();
  }

  /** The device that a target names, plainly or as a part of a path. */
  static DeviceRef subject(String target) {
    Matcher vfs = NUM_VFS.matcher(target);
    String name = vfs.matches() ? vfs.group(1) : target.strip();
    return DeviceRef.parse(name.isBlank() ? "?" : name);
  }

  private static Request setVfs(String pf, String count) {
    boolean number = count.matches("\\d{1,6}");
    return PciAddress.parse(pf)
        .filter(address -> number)
        .<Request>map(
            address -> new Request.Call(new AttachStep.SetVfs(address, Integer.parseInt(count))))
        .orElseGet(Request.Unclear::new);
  }
}
