package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;

/** Everything of vfio that is open: files, groups, containers, and the domains in use. */
record VfioFiles(
    PersistentMap<Handle, OpenFile> files,
    PersistentMap<GroupId, VfioGroup> groups,
    PersistentMap<Integer, Container> containers,
    Domains domains,
    int nextContainer) {

  static VfioFiles none(Domains domains) {
    return new VfioFiles(
        PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), domains, 1);
  }

  VfioFiles openContainer(Handle file) {
    return new VfioFiles(
        files.with(file, new OpenFile.OfContainer(nextContainer)),
        groups,
        containers.with(nextContainer, Container.opened(nextContainer, file.guest())),
        domains,
        nextContainer + 1);
  }

  VfioFiles openGroup(Handle file, GroupId group) {
    return with(file, new OpenFile.OfGroup(group)).with(VfioGroup.opened(group, file));
  }

  VfioFiles openDevice(Handle file, OpenFile.OfDevice device) {
    VfioFiles opened = with(file, device);
    return groups.get(device.group()).map(g -> opened.with(g.withDevice(file))).orElse(opened);
  }

  VfioFiles joinContainer(VfioGroup group, int number) {
    return containers
        .get(number)
        .map(container -> with(container.withGroup(group.id(), new Backing.Nothing())))
        .orElse(this)
        .with(group.withContainer(Optional.of(number)));
  }

  /** The group's container lets go of it, and vanishes or loses its backend with the last one. */
  VfioFiles leaveContainer(VfioGroup group) {
    VfioFiles left =
        group
            .container()
            .flatMap(containers::get)
            .map(container -> leaveDomain(container, group.id()))
            .orElse(this);
    return left.with(group.withContainer(Optional.empty()));
  }

  private VfioFiles leaveDomain(Container container, GroupId group) {
    Container left = container.withoutGroup(group);
    Domains changed =
        container
            .groups()
            .get(group)
            .flatMap(Backing::domain)
            .map(domain -> domains.left(domain, left.number(), !left.usersOf(domain).isEmpty()))
            .orElse(domains);
    return with(changed).with(left);
  }

  /** The backend of a container takes one of its groups. */
  VfioFiles attach(int number, GroupId group, Backing backing) {
    VfioFiles attached =
        backing.domain().map(domain -> with(domains.attached(domain, number))).orElse(this);
    return containers
        .get(number)
        .map(container -> attached.with(container.withGroup(group, backing)))
        .orElse(attached);
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
        left.files, left.groups.without(group.id()), left.containers, left.domains, nextContainer);
  }

  VfioFiles withBackend(int number, IommuType type) {
    return containers.get(number).map(found -> with(found.withBackend(type))).orElse(this);
  }

  VfioFiles close(Handle file) {
    OpenFile open = files.find(file);
    if (open == null) {
      return this;
    }
    VfioFiles closed =
        new VfioFiles(files.without(file), groups, containers, domains, nextContainer);
    return switch (open) {
      case OpenFile.OfContainer(int number) ->
          containers.get(number).map(found -> closed.with(found.closed())).orElse(closed);
      case OpenFile.OfGroup(GroupId id) ->
          groups
              .get(id)
              .map(found -> closed.settle(found.withFile(Optional.empty())))
              .orElse(closed);
      case OpenFile.OfCdev(var device, var binding) ->
          binding
              .flatMap(bound -> groups.get(bound.group()))
              .map(found -> closed.settle(found.withoutDevice(file)))
              .orElse(closed);
      case OpenFile.OfIommufd iommufd -> closed;
      case OpenFile.OfDevice(GroupId id, var device) ->
          groups.get(id).map(found -> closed.settle(found.withoutDevice(file))).orElse(closed);
    };
  }

  /** A group that nobody has open any more leaves its container. */
  private VfioFiles settle(VfioGroup group) {
    boolean idle = group.file().isEmpty() && group.devices().isEmpty();
    return idle && group.container().isPresent() ? leaveContainer(group) : with(group);
  }

  VfioFiles with(Handle file, OpenFile open) {
    return new VfioFiles(files.with(file, open), groups, containers, domains, nextContainer);
  }

  VfioFiles with(VfioGroup group) {
    PersistentMap<GroupId, VfioGroup> changed =
        group.isIdle() ? groups.without(group.id()) : groups.with(group.id(), group);
    return new VfioFiles(files, changed, containers, domains, nextContainer);
  }

  private VfioFiles with(Domains changed) {
    return new VfioFiles(files, groups, containers, changed, nextContainer);
  }

  private VfioFiles with(Container container) {
    PersistentMap<Integer, Container> changed =
        container.isGone()
            ? containers.without(container.number())
            : containers.with(container.number(), container);
    return new VfioFiles(files, groups, changed, domains, nextContainer);
  }
}
