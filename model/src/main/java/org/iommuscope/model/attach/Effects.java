package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.Reading;

/** What each granted step leaves behind. */
final class Effects {

  private Effects() {}

  static AttachState of(AttachStep step, AttachState state) {
    VfioFiles vfio = state.vfio();
    return switch (step) {
      case AttachStep.ReachGuest look -> state;
      case AttachStep.StartGuest look -> state;
      case AttachStep.Unplug look -> state;
      case AttachStep.Prepare look -> state;
      case AttachStep.ParseOptions look -> state;
      case AttachStep.Locate look -> state;
      case AttachStep.FindGroup look -> state;
      case AttachStep.UseGroup look -> state;
      case AttachStep.AddDevice look -> state;
      case AttachStep.CompleteMachine look -> state;
      case AttachStep.OpenContainer(Handle file) -> state.with(vfio.openContainer(file));
      case AttachStep.OpenGroup(Handle file, GroupNode node) ->
          state.with(vfio.openGroup(file, node.group()));
      case AttachStep.GroupStatus status -> state;
      case AttachStep.SetContainer(Handle file, Handle into) -> setContainer(state, file, into);
      case AttachStep.UnsetContainer(Handle file) -> unsetContainer(state, file);
      case AttachStep.SetIommu(Handle file, IommuType type) -> setIommu(state, file, type);
      case AttachStep.JoinBackend join ->
          state.with(vfio.attach(join.container(), join.group(), join.backing()));
      case AttachStep.MapMemory map -> state;
      case AttachStep.GetDevice get -> getDevice(state, get);
      case AttachStep.OpenCdev(Handle file, DeviceRef device) ->
          IommufdEffects.openCdev(state, file, device);
      case AttachStep.OpenIommufd(Handle file) -> IommufdEffects.open(state, file);
      case AttachStep.AllocIoas(Handle file) ->
          IommufdEffects.allocate(state, file, new Iommufd.Part.Ioas());
      case AttachStep.AllocPageTable(Handle file, int ioas) ->
          IommufdEffects.allocate(state, file, new Iommufd.Part.PageTable(ioas, false));
      case AttachStep.FreeObject(Handle file, int id) -> IommufdEffects.free(state, file, id);
      case AttachStep.BindCdev(Handle file, Handle iommufd) ->
          IommufdEffects.bind(state, file, iommufd);
      case AttachStep.AttachCdev(Handle file, int id) -> IommufdEffects.attach(state, file, id);
      case AttachStep.Close(Handle file) -> close(state, file);
      case AttachStep.End(var guest) -> {
        AttachState left = state;
        for (Handle file : state.filesOf(guest)) {
          left = close(left, file);
        }
        yield left;
      }
      case AttachStep.Unbind unbind -> Departures.begin(state, unbind);
      case AttachStep.Bind(DeviceRef device, String driver) ->
          rebound(state, device, Optional.of(driver));
      case AttachStep.SetVfs set ->
          set.count() == 0 ? Departures.begin(state, set) : makeVfs(state, set);
      case AttachStep.SetParameter(String name, String value) -> setParameter(state, name, value);
      case AttachStep.CreateMdev create -> createMdev(state, create);
      case AttachStep.RemoveMdev remove -> Departures.begin(state, remove);
      case AttachStep.HotAdd add -> hotAdd(state, add);
    };
  }

  /** A device on another driver, or on none, with the groups that come and go with that. */
  static AttachState rebound(AttachState state, DeviceRef ref, Optional<String> driver) {
    Settings known = state.settings();
    Optional<LiveDevice> device = state.device(ref);
    if (device.isEmpty()) {
      return state.with(
          new Settings(
              known.parameters(),
              known.processes(),
              known.nodeOwner(),
              known.arrivals().with(ref, driver)));
    }
    return driver.isPresent()
        ? bound(state, device.get(), driver.get())
        : released(state, device.get());
  }

  private static AttachState bound(AttachState state, LiveDevice device, String driver) {
    LiveDevice named = device.withDriver(Reading.of(driver));
    if (!(device.group() instanceof Reading.Absent)) {
      return state.with(state.devices().with(named));
    }
    if (device.isMdev() || VirtualFunctions.groupsAppearLate(state)) {
      Reading<GroupId> group =
          device
              .pf()
              .known()
              .map(pf -> VirtualFunctions.groupOf(state, pf))
              .orElseGet(() -> Reading.of(state.devices().lowestFreeGroup()));
      return state.with(state.devices().with(named.withGroup(group)));
    }
    if (Drivers.isVfio(driver)) {
      GroupId made = state.devices().lowestFreeGroup();
      return state.with(state.devices().with(named.withGroup(Reading.of(made))).withNoiommu(made));
    }
    return state.with(state.devices().with(named));
  }

  /** The groups of mdevs and noiommu groups go with the driver that made them. */
  private static AttachState released(AttachState state, LiveDevice device) {
    LiveDevice bare = device.withDriver(Reading.absent());
    boolean ownGroup =
        device
            .group()
            .known()
            .filter(group -> state.kindOf(group) != Membership.Kind.PHYSICAL)
            .isPresent();
    AttachState left =
        state.with(
            state
                .devices()
                .with(ownGroup || device.isMdev() ? bare.withGroup(Reading.absent()) : bare));
    return device.group().known().map(group -> dropGroup(left, group)).orElse(left);
  }

  /** From 5.19 on a vfio group dies with its last registered member, whoever has it open. */
  private static AttachState dropGroup(AttachState state, GroupId group) {
    Optional<VfioGroup> open = state.vfioGroup(group);
    boolean dies =
        state.era().ownsDma()
            && open.isPresent()
            && state.members(group).stream()
                .flatMap(member -> state.device(member).stream())
                .noneMatch(state::isRegistered);
    return dies ? state.with(state.vfio().dissolve(open.get())) : state;
  }

  /** A device leaves for good: the last act of a departure. */
  static AttachState left(AttachState state, DeviceRef ref, AttachStep cause) {
    Optional<LiveDevice> device = state.device(ref);
    if (device.isEmpty()) {
      return state;
    }
    AttachState free = released(state, device.get());
    return Departures.vanishes(cause, ref) ? free.with(free.devices().without(ref)) : free;
  }

  private static AttachState setContainer(AttachState state, Handle file, Handle into) {
    if (state.file(into).orElse(null) instanceof OpenFile.OfIommufd(int number)) {
      VfioGroup group = state.groupOf(file).orElseThrow();
      return IommufdEffects.setContainer(state, group, state.iommufd(number).orElseThrow());
    }
    return state.vfio().joined(file, into).map(state::with).orElse(state);
  }

  private static AttachState unsetContainer(AttachState state, Handle file) {
    return state
        .vfio()
        .groupOf(file)
        .map(group ->
            group.container().isPresent()
                ? state.vfio().leaveContainer(group)
                : state.vfio().with(group.withIommufd(Optional.empty())))
        .map(state::with)
        .orElse(state);
  }

  private static AttachState setIommu(AttachState state, Handle file, IommuType type) {
    return state.file(file).orElseThrow() instanceof OpenFile.OfContainer(int number)
        ? state.with(state.vfio().withBackend(number, type))
        : state;
  }

  private static AttachState getDevice(AttachState state, AttachStep.GetDevice get) {
    DeviceRef ref = get.wanted();
    GroupId group = state.vfio().groupOf(get.file()).orElseThrow().id();
    AttachState opened =
        state.with(state.vfio().openDevice(get.device(), new OpenFile.OfDevice(group, ref)));
    return Tokens.opened(opened, ref, get.token());
  }

  private static AttachState close(AttachState state, Handle file) {
    return switch (state.file(file).orElseThrow()) {
      case OpenFile.OfCdev cdev -> IommufdEffects.closeCdev(state, file, cdev);
      case OpenFile.OfIommufd(int number) -> IommufdEffects.close(state, file, number);
      case OpenFile.OfDevice(var group, DeviceRef ref) ->
          Tokens.closed(state.with(state.vfio().close(file)), ref);
      case OpenFile.OfGroup group -> state.with(state.vfio().close(file));
      case OpenFile.OfContainer container -> state.with(state.vfio().close(file));
    };
  }

  private static AttachState makeVfs(AttachState state, AttachStep.SetVfs set) {
    AttachState made = state;
    if (!state.vfsOf(set.pf()).isEmpty()) {
      return state;
    }
    boolean onVfio =
        state
            .device(set.pf())
            .flatMap(pf -> pf.driver().known())
            .filter(Drivers::isVfio)
            .isPresent();
    for (LiveDevice vf : VirtualFunctions.made(state.devices(), set.pf(), set.count())) {
      Reading<GroupId> group =
          VirtualFunctions.groupsAppearLate(state)
              ? Reading.absent()
              : VirtualFunctions.groupOf(made, set.pf());
      made = made.with(made.devices().with(vf.withGroup(group)));
      made = arrived(made, vf.ref(), onVfio ? Optional.of("vfio-pci") : Optional.empty());
    }
    return made;
  }

  /** A device that appears gets the driver that is known of it, else the one it finds itself. */
  private static AttachState arrived(AttachState state, DeviceRef ref, Optional<String> own) {
    return rebound(state, ref, state.settings().arrivals().get(ref).orElse(own));
  }

  private static AttachState setParameter(AttachState state, String name, String value) {
    Settings known = state.settings();
    return state.with(
        new Settings(
            known.parameters().with(name, value),
            known.processes(),
            known.nodeOwner(),
            known.arrivals()));
  }

  private static AttachState createMdev(AttachState state, AttachStep.CreateMdev create) {
    LiveDevice mdev =
        new LiveDevice(
            new MdevUuid(create.uuid()),
            "mdev",
            Reading.absent(),
            Reading.absent(),
            Reading.absent(),
            Reading.absent(),
            Reading.of(create.parent()));
    AttachState made = state.with(state.devices().with(mdev));
    String vendor =
        state.device(create.parent()).flatMap(p -> p.driver().known()).orElse("unknown");
    String driver = state.era().emulatedMdevs() ? vendor : "vfio_mdev";
    return arrived(made, mdev.ref(), Optional.of(driver));
  }

  private static AttachState hotAdd(AttachState state, AttachStep.HotAdd add) {
    LiveDevice device = LiveDevice.added(add.device(), add.group());
    AttachState added = state.with(state.devices().with(device));
    return arrived(added, add.device(), add.driver());
  }
}
