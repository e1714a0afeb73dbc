package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;

/** Everything of vfio that is open: files, groups, containers. */
record VfioFiles(
    PersistentMap<Handle, OpenFile> files,
    PersistentMap<GroupId, VfioGroup> groups,
    PersistentMap<Integer, Container> containers,
    int nextContainer) {

  static final VfioFiles NONE =
      new VfioFiles(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), 1);

  VfioFiles openContainer(Handle file) {
    return new VfioFiles(
        files.with(file, new OpenFile.OfContainer(nextContainer)),
        groups,
        containers.with(nextContainer, Container.opened(nextContainer, file.guest())),
        nextContainer + 1);
  }

  VfioFiles openGroup(Handle file, GroupId group) {
    return withFile(file, new OpenFile.OfGroup(group)).with(VfioGroup.opened(group, file));
  }

  VfioFiles openDevice(Handle file, OpenFile.OfDevice device) {
    VfioFiles opened = withFile(file, device);
    return groups.get(device.group()).map(g -> opened.with(g.withDevice(file))).orElse(opened);
  }

  VfioFiles joinContainer(VfioGroup group, int number) {
    return containers
        .get(number)
        .map(container -> with(container.withGroup(group.id())))
        .orElse(this)
        .with(group.withContainer(Optional.of(number)));
  }

  /** The group's container lets go of it, and vanishes or loses its backend with the last one. */
  VfioFiles leaveContainer(VfioGroup group) {
    VfioFiles left =
        group
            .container()
            .flatMap(containers::get)
            .map(container -> with(container.withoutGroup(group.id())))
            .orElse(this);
    return left.with(group.withContainer(Optional.empty()));
  }

  /** The group that a file is the one open file of; none for a file that outlived its group. */
  Optional<VfioGroup> groupOf(Handle file) {
    return files.find(file) instanceof OpenFile.OfGroup(GroupId id)
        ? groups.get(id).filter(group -> group.file().filter(file::equals).isPresent())
        : Optional.empty();
  }

  Optional<VfioFiles> joined(Handle group, Handle container) {
    return files.find(container) instanceof OpenFile.OfContainer(int number)
        ? groupOf(group).map(found -> joinContainer(found, number))
        : Optional.empty();
  }

  /** The group leaves its container and dies; its file stays open and names nothing. */
  VfioFiles dissolve(VfioGroup group) {
    VfioFiles left = leaveContainer(group);
    return new VfioFiles(
        left.files, left.groups.without(group.id()), left.containers, nextContainer);
  }

  VfioFiles withBackend(int number, IommuType type) {
    return containers.get(number).map(found -> with(found.withBackend(type))).orElse(this);
  }

  VfioFiles close(Handle file) {
    OpenFile open = files.find(file);
    if (open == null) {
      return this;
    }
    VfioFiles closed = new VfioFiles(files.without(file), groups, containers, nextContainer);
    return switch (open) {
      case OpenFile.OfContainer(int number) ->
          containers.get(number).map(found -> closed.with(found.closed())).orElse(closed);
      case OpenFile.OfGroup(GroupId id) ->
          groups
              .get(id)
              .map(found -> closed.settle(found.withFile(Optional.empty())))
              .orElse(closed);
      case OpenFile.OfDevice(GroupId id, var device) ->
          groups.get(id).map(found -> closed.settle(found.withoutDevice(file))).orElse(closed);
    };
  }

  /** A group that nobody has open any more leaves its container. */
  private VfioFiles settle(VfioGroup group) {
    boolean idle = group.file().isEmpty() && group.devices().isEmpty();
    return idle && group.container().isPresent() ? leaveContainer(group) : with(group);
  }

  private VfioFiles withFile(Handle file, OpenFile open) {
    return new VfioFiles(files.with(file, open), groups, containers, nextContainer);
  }

  VfioFiles with(VfioGroup group) {
    PersistentMap<GroupId, VfioGroup> changed =
        group.isIdle() ? groups.without(group.id()) : groups.with(group.id(), group);
    return new VfioFiles(files, changed, containers, nextContainer);
  }

  private VfioFiles with(Container container) {
    PersistentMap<Integer, Container> changed =
        container.isGone()
            ? containers.without(container.number())
            : containers.with(container.number(), container);
    return new VfioFiles(files, groups, changed, nextContainer);
  }
}
