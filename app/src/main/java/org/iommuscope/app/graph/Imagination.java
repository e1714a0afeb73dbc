package org.iommuscope.app.graph;

import java.util.HashSet;
import java.util.Set;
import org.iommuscope.model.simulation.ImaginedHost;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What of a host is there only because a plan imagines it.
 *
 * @param devices what is there, on its driver or in its place only so
 * @param regrouped the members of groups that have other members only so
 * @param unsure those of which the capture does not tell what group they would have
 */
public record Imagination(
    Set<DeviceRef> devices, Set<DeviceRef> regrouped, Set<? extends DeviceRef> unsure) {

  /** Nothing is imagined. */
  static final Imagination NONE = new Imagination(Set.of(), Set.of(), Set.of());

  /** What a picture shows of one device. */
  public record Of(boolean device, boolean group, boolean unsure) {}

  public Imagination {
    devices = Set.copyOf(devices);
    regrouped = Set.copyOf(regrouped);
    unsure = Set.copyOf(unsure);
  }

  static Imagination of(ImaginedHost host) {
    return host.isImagined()
        ? new Imagination(host.imagined(), host.regrouped(), host.unsure())
        : NONE;
  }

  /** The same with devices more that are there only by the plan. */
  Imagination with(Set<DeviceRef> made) {
    Set<DeviceRef> all = new HashSet<>(devices);
    all.addAll(made);
    return new Imagination(all, regrouped, unsure);
  }

  Of of(DeviceRef device) {
    return new Of(devices.contains(device), regrouped.contains(device), unsure.contains(device));
  }
}
