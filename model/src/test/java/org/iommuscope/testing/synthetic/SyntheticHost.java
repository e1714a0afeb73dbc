package org.iommuscope.testing.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.testing.synthetic.SyntheticFunction.Kind;

/** A host that nobody owns; the same size always gives the same capture, byte for byte. */
public record SyntheticHost(HostSize size) {

  /** {@code FUNCTIONS VIRTUAL-FUNCTIONS GROUPS MDEVS SEED TARGET}, a folder or a .tar.gz. */
  public static void main(String[] words) throws IOException {
    if (words.length != 6) {
      System.err.println("expected: FUNCTIONS VIRTUAL-FUNCTIONS GROUPS MDEVS SEED TARGET");
      System.exit(2);
    }
    HostSize size =
        new HostSize(
            Integer.parseInt(words[0]),
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            Long.parseLong(words[4]));
    new SyntheticHost(size).writeTo(Path.of(words[5]));
  }

  /** Writes a gzipped tar where the name says so, else a folder. */
  public void writeTo(Path path) throws IOException {
    boolean isArchive = path.toString().endsWith(".tar.gz");
    if (!isArchive) {
      Files.createDirectories(path);
    }
    try (CaptureTarget target = isArchive ? new TarGzTarget(path) : new FolderTarget(path)) {
      writeTo(target);
    }
  }

  /** Writes into a target that stays open. */
  public void writeTo(CaptureTarget target) throws IOException {
    List<SyntheticFunction> functions = FunctionPlacement.of(size);
    MachineFiles machine = new MachineFiles(target);
    machine.write(functions.getLast().slot().segment() + 1);
    machine.writeDrivers(drivers(functions));
    for (int group = 0; group < size.groups(); group++) {
      machine.writeGroup(group);
    }
    for (int mdev = 0; mdev < size.mdevs(); mdev++) {
      machine.writeMediatedGroup(size.groups() + mdev);
    }
    FunctionFiles files = new FunctionFiles(target);
    for (int nth = 0; nth < functions.size(); nth++) {
      files.write(functions.get(nth), groupOf(nth));
    }
    new MediatedFiles(target).write(size.mdevs(), displays(functions), size.groups());
  }

  /** Neighbours share a group, and every group has a member. */
  private int groupOf(int nth) {
    return (int) ((long) nth * size.groups() / size.functions());
  }

  private static List<String> drivers(List<SyntheticFunction> functions) {
    return functions.stream()
        .map(function -> function.kind().driver)
        .filter(driver -> !driver.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<SyntheticFunction> displays(List<SyntheticFunction> functions) {
    return functions.stream().filter(function -> function.kind() == Kind.DISPLAY).toList();
  }
}
