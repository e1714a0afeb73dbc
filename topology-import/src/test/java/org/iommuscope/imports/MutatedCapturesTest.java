package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold of every import, tried on captures with random entries spoiled. */
class MutatedCapturesTest {

  private static final int ROUNDS = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q35-mdev-k510-after",
        "q35-sriov-noacs-k61",
        "virt-arm64-smmuv3-k612",
        "arm64-platform-members"
      })
  void devices_and_groups_agree_whatever_is_spoiled(String machine) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Path capture = folder.resolve("spoiled.tar");
      Files.write(capture, spoiled(Repacked.tar(machine), new Random(round)));
      if (Imports.outcomeOf(capture) instanceof ImportOutcome.Imported(ImportResult result)) {
        assertAgreement(result.host());
        assertWayUpEnds(result.host());
        assertTrue(TopologyText.of(result).lines().count() > 2);
      }
    }
  }

  private static void assertAgreement(HostTopology host) {
    for (HostDevice device : host.devices().values()) {
      for (GroupId id : device.group().known().stream().toList()) {
        IommuGroup group = host.group(id).orElseThrow();
        assertTrue(group.members().contains(device.ref()), () -> id + " lacks " + device.ref());
      }
    }
    for (IommuGroup group : host.groups().values()) {
      for (DeviceRef member : group.members()) {
        assertTrue(host.device(member).isPresent(), () -> "no device for member " + member);
      }
    }
  }

  private static void assertWayUpEnds(HostTopology host) {
    for (HostDevice device : host.devices().values()) {
      int steps = 0;
      Optional<DeviceRef> here = above(host, device.ref());
      while (here.isPresent()) {
        here = above(host, here.get());
        steps++;
        assertTrue(steps <= host.devices().size(), () -> device.ref() + " is above itself");
      }
    }
  }

  private static Optional<DeviceRef> above(HostTopology host, DeviceRef ref) {
    return host.device(ref).orElse(null) instanceof PciFunction function
        ? function.placement().upstream().known().map(bridge -> bridge)
        : Optional.empty();
  }

  private static byte[] spoiled(byte[] tar, Random random) throws IOException {
    List<String> names = new ArrayList<>();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar));
        TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        boolean isSpoiled = random.nextInt(12) == 0;
        if (isSpoiled) {
          put(out, spoiled(entry, names, random), noise(random));
        } else {
          put(out, entry, in.readAllBytes());
        }
      }
    }
    return packed.toByteArray();
  }

  /** Another type, another name, or another target. */
  private static TarArchiveEntry spoiled(TarArchiveEntry entry, List<String> names, Random random) {
    String other = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(6)) {
      case 0 -> link(entry.getName(), "../".repeat(random.nextInt(9)) + other);
      case 1 -> link(entry.getName(), entry.getName().replaceFirst(".*/(?=.)", ""));
      case 2 -> new TarArchiveEntry(entry.getName() + "/");
      case 3 -> new TarArchiveEntry(other + "/vendor");
      case 4 -> new TarArchiveEntry(other.replaceFirst("/?$", ".0"));
      default -> new TarArchiveEntry(entry.getName());
    };
  }

  private static TarArchiveEntry link(String name, String target) {
    TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    link.setLinkName(target.isEmpty() ? "." : target);
    return link;
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(80)];
    random.nextBytes(noise);
    return noise;
  }

  private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, byte[] content)
      throws IOException {
    byte[] kept = entry.isFile() && !entry.isSymbolicLink() ? content : new byte[0];
    entry.setSize(kept.length);
    out.putArchiveEntry(entry);
    out.write(kept);
    out.closeArchiveEntry();
  }
}
