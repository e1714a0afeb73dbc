package org.iommuscope.app.prediction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.iommuscope.model.plan.Environment.MdevBacking;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;

/**
 * How a machine stood before the first recorded step, where that differs from its capture.
 *
 * @param kernel its release
 * @param bindings drivers; an empty value means none
 * @param groups the groups of the devices concerned; their numbers can be another boot's
 * @param mdevs those that exist or will be made
 * @param mdevBacking what type1 did with an mdev's iommu_device
 * @param parameters values of vfio's module parameters, without the module's name
 * @param nodeOwner the user who owns the nodes of the groups
 * @param qemuUid the user who runs QEMU
 * @param qemuMemlock that user's limit of locked memory in bytes
 */
public record Preconditions(
    String kernel,
    SequencedMap<DeviceRef, Optional<String>> bindings,
    SequencedMap<DeviceRef, GroupId> groups,
    SequencedMap<MdevUuid, Mdev> mdevs,
    Optional<MdevBacking> mdevBacking,
    Map<String, String> parameters,
    OptionalInt nodeOwner,
    OptionalInt qemuUid,
    OptionalLong qemuMemlock) {

  /** An mdev's parent, and whether the parent's IOMMU context stands behind it. */
  public record Mdev(DeviceRef parent, boolean iommuBacked) {}

  public Preconditions {
    bindings = Collections.unmodifiableSequencedMap(new TreeMap<>(bindings));
    groups = Collections.unmodifiableSequencedMap(new TreeMap<>(groups));
    mdevs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mdevs));
    parameters = Map.copyOf(parameters);
  }
}
