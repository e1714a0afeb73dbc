package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The capture script on the tree of a captured machine, under each shell that hosts have. */
@Timeout(120)
class CaptureScriptTest {

  private static final Path MACHINE = Path.of("..", "captures", "q35-qemu-k61", "capture.tar.gz");
  private static final String NIC = "sys/devices/pci0000:00/0000:00:02.0/0000:01:00.0";

  @TempDir Path folder;
  private Path root;
  private Path script;

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    root = Files.createDirectory(folder.resolve("root"));
    run(Optional.empty(), "tar", "xzf", MACHINE.toString(), "-C", root.toString());
    script = Files.write(folder.resolve("capture.sh"), CaptureScript.bytes());
    for (Path each : List.of(folder, root, script)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** JUnit warns of each link that leaves a folder, of which a captured tree has hundreds. */
  @AfterEach
  void clear() throws IOException, InterruptedException {
    for (String each : List.of("root", "unpacked", "applets")) {
      run(Optional.empty(), "rm", "-rf", folder.resolve(each).toString());
    }
  }

  @Test
  void what_dash_captures_is_the_same_host() throws IOException, InterruptedException {
    sameHost(InstalledProgram.named("dash").path().toString());
  }

  @Test
  void what_busybox_captures_is_the_same_host() throws IOException, InterruptedException {
    sameHost(InstalledProgram.named("busybox").path().toString(), "sh");
  }

  @Test
  void needs_nothing_but_busybox() throws IOException, InterruptedException {
    String busybox = InstalledProgram.named("busybox").path().toString();
    Path applets = Files.createDirectory(folder.resolve("applets"));
    run(Optional.empty(), busybox, "--install", "-s", applets.toString());

    Path archive = folder.resolve("busybox.tar.gz");
    run(
        Optional.of(archive),
        "env",
        "PATH=" + applets,
        "SYSROOT=" + root,
        busybox,
        "sh",
        script.toString());

    requireSame(archive);
  }

  @Test
  void an_ordinary_user_captures_the_same_host() throws IOException, InterruptedException {
    String[] shell = {"sh"};
    if (System.getProperty("user.name").equals("root")) {
      shell =
          new String[] {
            InstalledProgram.named("setpriv").path().toString(),
            "--reuid=65534",
            "--clear-groups",
            "sh"
          };
    }
    sameHost(shell);
  }

  @Test
  void opens_nothing_that_a_read_could_harm() throws IOException, InterruptedException {
    List<String> forbidden =
        List.of("rom", "resource0", "resource2_wc", "vpd", "remove", "rescan", "reset");
    for (String name : forbidden) {
      // to open a pipe without writer waits for ever
      run(Optional.empty(), "mkfifo", root.resolve(NIC).resolve(name).toString());
    }

    Path archive = captured("sh");

    for (String entry : entries(archive)) {
      assertFalse(forbidden.contains(entry.substring(entry.lastIndexOf('/') + 1)), entry);
    }
  }

  @Test
  void masks_what_names_people_and_machines() throws IOException, InterruptedException {
    plantSecrets();

    String content = unpacked(captured("sh"));

    for (String secret : List.of("oracle-box", "alice", "0a0b0c", "27f0b1e4", "S21HNXAG")) {
      assertFalse(content.contains(secret), secret);
    }
    assertTrue(
        content.contains(
            "root=UUID=masked1 luks.uuid=00000000-0000-4000-8000-000000000001 intel_iommu=on"),
        content);
    assertTrue(content.contains("/dev/mapper/host--vg-home /home/user1/data ext4"), content);
    assertTrue(content.contains("vfio-pci 0000:01:00.0: 02:00:00:00:00:01 lost"), content);
    assertTrue(content.contains("enx020000000001"), content);
  }

  @Test
  void keeps_what_it_is_told_to_keep() throws IOException, InterruptedException {
    plantSecrets();

    String content = unpacked(captured("sh", script.toString(), "--unmasked"));

    for (String secret : List.of("oracle-box", "alice", "27f0b1e4", "S21HNXAG")) {
      assertTrue(content.contains(secret), secret);
    }
  }

  @Test
  void masks_the_serial_number_capability_and_nothing_else_of_a_config_space()
      throws IOException, InterruptedException {
    byte[] config = Files.readAllBytes(root.resolve(NIC).resolve("config"));
    byte[] expected = config.clone();
    int at = serialCapability(config);
    for (int i = 0; i < 8; i++) {
      expected[at + 4 + i] = 0;
    }

    unpacked(captured("sh"));

    assertTrue(at > 0, "the machine has none");
    byte[] taken = Files.readAllBytes(folder.resolve("unpacked").resolve(NIC).resolve("config"));
    assertEquals(hex(expected), hex(taken));
  }

  @Test
  void streams_from_standard_input_as_over_ssh() throws IOException, InterruptedException {
    Path archive = folder.resolve("streamed.tar.gz");
    Process shell =
        new ProcessBuilder("env", "SYSROOT=" + root, "sh", "-s")
            .redirectInput(script.toFile())
            .redirectOutput(archive.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertEquals(0, shell.waitFor());
    requireSame(archive);
  }

  @Test
  void captures_this_machine() {
    Path archive = folder.resolve("this.tar.gz");

    CommandRun run = CommandRun.of("capture", "-o", archive.toString());

    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    assumeTrue(Files.isDirectory(Path.of("/sys/bus/pci/devices")), "there is no PCI here");
    assertEquals(0, CommandRun.of("inspect", archive.toString()).status());
  }

  @Test
  void prints_the_script_and_what_it_takes() {
    assertTrue(CommandRun.of("capture", "--script").out().startsWith("#!/bin/sh\n"));
    assertTrue(CommandRun.of("capture", "--list").out().contains("Never opened: rom, resourceN"));
    assertEquals(
        "iommuscope: found no -o FILE; expected the archive to write, or --script\n",
        CommandRun.of("capture").err());
  }

  private void sameHost(String... shell) throws IOException, InterruptedException {
    requireSame(captured(shell));
  }

  /** Product names alone are missing, for lspci runs on a host and not on a tree. */
  private static void requireSame(Path archive) {
    CommandRun run = CommandRun.of("diff", MACHINE.toString(), archive.toString());
    assertEquals("no differences\n", run.out() + run.err());
    assertEquals(unreadIn(MACHINE), unreadIn(archive));
  }

  /** For each device which facts the capture does not tell, but for what the host does with it. */
  private static List<String> unreadIn(Path archive) {
    return CommandRun.of("inspect", archive.toString(), "--json")
        .out()
        .lines()
        .filter(line -> line.contains("\"unread\""))
        .map(line -> line.substring(line.lastIndexOf("\"unread\"")).replace("\"uses\"", ""))
        .toList();
  }

  private Path captured(String... shell) throws IOException, InterruptedException {
    Path archive = folder.resolve("host.tar.gz");
    List<String> words = new ArrayList<>(List.of("env", "SYSROOT=" + root));
    words.addAll(List.of(shell));
    if (!words.contains(script.toString())) {
      words.add(script.toString());
    }
    run(Optional.of(archive), words.toArray(String[]::new));
    return archive;
  }

  private void plantSecrets() throws IOException {
    write("etc/hostname", "oracle-box.example.org\n");
    write(
        "proc/cmdline",
        "BOOT_IMAGE=/vmlinuz root=UUID=27f0b1e4-1111-2222-3333-444455556666"
            + " luks.uuid=27f0b1e4-1111-2222-3333-444455556666 intel_iommu=on"
            + " ip=::::oracle-box::dhcp\n");
    write(
        "proc/mounts",
        "/dev/mapper/oracle-box--vg-home /home/alice/data ext4 rw 0 0\n"
            + "/dev/disk/by-id/ata-Samsung_S21HNXAG /media/alice/x ext4 rw 0 0\n"
            + "//oracle-box/alice /mnt cifs rw,username=alice 0 0\n");
    write(
        "var/log/dmesg",
        "[    0.1] Linux version 6.1.0 (alice@oracle-box) vfio\n"
            + "[    9.1] vfio-pci 0000:01:00.0: 00:15:5d:0a:0b:0c lost\n");
    Path net = Files.createDirectories(root.resolve("sys/class/net"));
    Files.createSymbolicLink(
        net.resolve("enx00155d0a0b0c"),
        Path.of("../../devices/pci0000:00/0000:00:1f.0/net/enx00155d0a0b0c"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, text);
  }

  /** Names, link targets and contents of all that an archive holds. */
  private String unpacked(Path archive) throws IOException, InterruptedException {
    Path target = Files.createDirectory(folder.resolve("unpacked"));
    run(Optional.empty(), "tar", "xzf", archive.toString(), "-C", target.toString());
    StringBuilder content = new StringBuilder();
    try (Stream<Path> all = Files.walk(target)) {
      for (Path each : all.sorted().toList()) {
        content.append(each).append('\n');
        if (Files.isSymbolicLink(each)) {
          content.append(Files.readSymbolicLink(each)).append('\n');
        } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          content.append(Files.readString(each, StandardCharsets.ISO_8859_1)).append('\n');
        }
      }
    }
    return content.toString();
  }

  private List<String> entries(Path archive) throws IOException, InterruptedException {
    Path list = folder.resolve("entries");
    run(Optional.of(list), "tar", "tzf", archive.toString());
    return Files.readAllLines(list);
  }

  private static int serialCapability(byte[] config) {
    int at = 0x100;
    while (at >= 0x100 && at + 12 <= config.length && (word(config, at) & 0xffff) != 3) {
      at = word(config, at) >>> 20;
    }
    return at;
  }

  private static int word(byte[] config, int at) {
    return (config[at] & 0xff)
        | (config[at + 1] & 0xff) << 8
        | (config[at + 2] & 0xff) << 16
        | (config[at + 3] & 0xff) << 24;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static void run(Optional<Path> output, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    output.ifPresentOrElse(
        file -> builder.redirectOutput(file.toFile()),
        () -> builder.redirectOutput(ProcessBuilder.Redirect.DISCARD));
    Process process = builder.start();
    process.getOutputStream().close();
    assertEquals(0, process.waitFor(), String.join(" ", words));
  }
}
