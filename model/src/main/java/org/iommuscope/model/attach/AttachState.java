package org.iommuscope.model.attach;

import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * What the kernel knows between two steps. Immutable: a step makes a new state that shares what
 * stayed.
 */
public final class AttachState {

  private final KernelEra era;
  private final LiveDevices devices;
  private final VfioFiles vfio;
  private final Iommufds iommufds;
  private final Sriov sriov;
  private final Settings settings;
  private final List<Departure> departures;

  private AttachState(
      KernelEra era,
      LiveDevices devices,
      VfioFiles vfio,
      Iommufds iommufds,
      Sriov sriov,
      Settings settings,
      List<Departure> departures) {
    this.era = era;
    this.devices = devices;
    this.vfio = vfio;
    this.iommufds = iommufds;
    this.sriov = sriov;
    this.settings = settings;
    this.departures = departures;
  }

  /** The host as captured, with nothing of vfio open. */
  public static AttachState of(HostTopology host, KernelEra era) {
    return new AttachState(
        era,
        LiveDevices.of(host),
        VfioFiles.none(Domains.none(era.detachesAtFirst())),
        Iommufds.NONE,
        Sriov.NONE,
        Settings.NONE,
        List.of());
  }

  /** The state that a granted step leaves, with every waiting departure that now may be done. */
  public AttachState after(AttachStep step) {
    return Effects.of(step, this).settled();
  }

  public HostTopology host() {
    return devices.host();
  }

  public KernelEra era() {
    return era;
  }

  public Optional<LiveDevice> device(DeviceRef ref) {
    return devices.device(ref);
  }

  /** The devices that are, or may be, other than captured. */
  public Set<DeviceRef> touched() {
    return Set.copyOf(devices.changed().keys());
  }

  /** The devices of a group, sorted; none where there is no such group. */
  public SequencedCollection<DeviceRef> members(GroupId group) {
    return devices.members(group);
  }

  public Optional<GroupId> groupOf(DeviceRef ref) {
    return device(ref).flatMap(device -> device.group().known());
  }

  /** Every mdev that exists, sorted. */
  public List<DeviceRef> mdevs() {
    return devices.mdevs();
  }

  /** The mdevs that exist of a parent, sorted. */
  public List<DeviceRef> mdevsOf(DeviceRef parent) {
    return devices.mdevsOf(parent);
  }

  /** The VFs that exist of a PF, sorted. */
  public List<DeviceRef> vfsOf(PciAddress pf) {
    return VirtualFunctions.of(devices, pf);
  }

  /** Whether vfio knows the device: a member whose registration makes the group's node. */
  public boolean isRegistered(LiveDevice device) {
    return Membership.isRegistered(this, device);
  }

  public Membership.Kind kindOf(GroupId group) {
    return Membership.kindOf(this, group);
  }

  public Optional<VfioGroup> vfioGroup(GroupId group) {
    return vfio.groups().get(group);
  }

  public Optional<Container> container(int number) {
    return vfio.containers().get(number);
  }

  /** The container whose domain an IOMMU group is in; none for its default domain. */
  public Optional<Container> domainOf(GroupId group) {
    return vfio.domains().ownerOf(group).flatMap(this::container);
  }

  /** The group that a file is open on; none for a file that outlived its group. */
  public Optional<VfioGroup> groupOf(Handle file) {
    return vfio.groupOf(file);
  }

  public Optional<OpenFile> file(Handle handle) {
    return vfio.files().get(handle);
  }

  /** The files that a process has open, by name. */
  public List<Handle> filesOf(GuestName guest) {
    return vfio.files().keys().stream()
        .filter(file -> file.guest().equals(guest))
        .sorted(java.util.Comparator.comparing(Handle::name))
        .toList();
  }

  /** The open files of one device: those got from its group, and those of its own node. */
  public List<Handle> usersOf(LiveDevice device) {
    List<Handle> own = iommufds.filesOf(device.ref());
    return Stream.concat(
            device.group().known().flatMap(this::vfioGroup).stream()
                .flatMap(group -> group.devices().stream())
                .filter(file -> !own.contains(file) && isOf(file, device.ref())),
            own.stream())
        .toList();
  }

  public Optional<Iommufd> iommufd(int number) {
    return iommufds.contexts().get(number);
  }

  /** The iommufd that a file stands for. */
  public Optional<Iommufd> iommufd(Handle file) {
    return vfio.files().find(file) instanceof OpenFile.OfIommufd(int number)
        ? iommufd(number)
        : Optional.empty();
  }

  /** The token that a user of the PF has set. */
  public Optional<String> tokenOf(PciAddress pf) {
    return sriov.tokens().get(pf);
  }

  /** How many files of the PF's VFs are open. */
  public int vfUsersOf(PciAddress pf) {
    return sriov.users().get(pf).orElse(0);
  }

  /** A module parameter as it was last written or else captured. */
  public Optional<String> parameter(String name) {
    return settings
        .parameters()
        .get(name)
        .or(() -> Optional.ofNullable(host().kernel().parameters().get(name)));
  }

  /** A module parameter as a step wrote it. */
  public Optional<String> written(String name) {
    return settings.parameters().get(name);
  }

  public ProcessFacts process(GuestName guest) {
    return settings.processes().get(guest).orElse(ProcessFacts.ROOT);
  }

  public int nodeOwner() {
    return settings.nodeOwner();
  }

  /** The steps that wait, in the order in which they were taken. */
  public List<Departure> departures() {
    return departures;
  }

  public Optional<IommuKind> iommu() {
    return host().kernel().iommu().known();
  }

  public AttachState withProcess(GuestName guest, ProcessFacts facts) {
    return with(
        new Settings(
            settings.parameters(),
            settings.processes().with(guest, facts),
            settings.nodeOwner(),
            settings.arrivals()));
  }

  public AttachState withNodeOwner(int uid) {
    return with(
        new Settings(settings.parameters(), settings.processes(), uid, settings.arrivals()));
  }

  /**
   * The driver of a device at the beginning, no questions asked; one that does not exist yet gets
   * it when it appears.
   */
  public AttachState withBinding(DeviceRef ref, Optional<String> driver) {
    return Effects.rebound(this, ref, driver);
  }

  /** The group of a device at the beginning, where another boot than the captured one counts. */
  public AttachState withGroup(DeviceRef ref, GroupId group) {
    return device(ref)
        .map(found -> with(devices.with(found.withGroup(Reading.of(group)))))
        .orElse(this);
  }

  LiveDevices devices() {
    return devices;
  }

  VfioFiles vfio() {
    return vfio;
  }

  Iommufds iommufds() {
    return iommufds;
  }

  Sriov sriov() {
    return sriov;
  }

  Settings settings() {
    return settings;
  }

  AttachState with(LiveDevices changed) {
    return new AttachState(era, changed, vfio, iommufds, sriov, settings, departures);
  }

  AttachState with(VfioFiles changed) {
    return new AttachState(era, devices, changed, iommufds, sriov, settings, departures);
  }

  AttachState with(Iommufds changed) {
    return new AttachState(era, devices, vfio, changed, sriov, settings, departures);
  }

  AttachState with(Sriov changed) {
    return new AttachState(era, devices, vfio, iommufds, changed, settings, departures);
  }

  AttachState with(Settings changed) {
    return new AttachState(era, devices, vfio, iommufds, sriov, changed, departures);
  }

  AttachState with(List<Departure> changed) {
    return new AttachState(era, devices, vfio, iommufds, sriov, settings, List.copyOf(changed));
  }

  private AttachState settled() {
    return departures.isEmpty() ? this : Departures.settle(this);
  }

  private boolean isOf(Handle file, DeviceRef ref) {
    return file(file).flatMap(OpenFile::device).filter(ref::equals).isPresent();
  }
}
