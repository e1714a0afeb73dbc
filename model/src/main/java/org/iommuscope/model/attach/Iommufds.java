package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Everything of iommufd that is open.
 *
 * @param contexts the iommufds by their numbers
 * @param cdevs the open files of devices' own nodes
 */
record Iommufds(
    PersistentMap<Integer, Iommufd> contexts,
    PersistentMap<DeviceRef, List<Handle>> cdevs,
    int next) {

  static final Iommufds NONE = new Iommufds(PersistentMap.empty(), PersistentMap.empty(), 1);

  Iommufds opened(Iommufd context) {
    return new Iommufds(contexts.with(context.number(), context), cdevs, next + 1);
  }

  Iommufds with(Iommufd changed) {
    return new Iommufds(
        changed.isGone()
            ? contexts.without(changed.number())
            : contexts.with(changed.number(), changed),
        cdevs,
        next);
  }

  List<Handle> filesOf(DeviceRef device) {
    return cdevs.get(device).orElse(List.of());
  }

  Iommufds withCdev(DeviceRef device, Handle file) {
    List<Handle> files = new ArrayList<>(filesOf(device));
    files.add(file);
    return new Iommufds(contexts, cdevs.with(device, List.copyOf(files)), next);
  }

  Iommufds withoutCdev(DeviceRef device, Handle file) {
    List<Handle> files = filesOf(device).stream().filter(open -> !open.equals(file)).toList();
    return new Iommufds(
        contexts, files.isEmpty() ? cdevs.without(device) : cdevs.with(device, files), next);
  }
}
