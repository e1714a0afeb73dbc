package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.attach.Iommufd.Part;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** What granted steps on iommufds and on devices' own nodes leave behind. */
final class IommufdEffects {

  private IommufdEffects() {}

  static AttachState openCdev(AttachState state, Handle file, DeviceRef device) {
    return state
        .with(state.vfio().with(file, new OpenFile.OfCdev(device, Optional.empty())))
        .with(state.iommufds().withCdev(device, file));
  }

  static AttachState open(AttachState state, Handle file) {
    int number = state.iommufds().next();
    return state
        .with(state.vfio().with(file, new OpenFile.OfIommufd(number)))
        .with(state.iommufds().opened(Iommufd.opened(number, file.guest())));
  }

  static AttachState allocate(AttachState state, Handle file, Part part) {
    return state
        .iommufd(file)
        .map(context -> state.with(state.iommufds().with(context.with(part))))
        .orElse(state);
  }

  static AttachState free(AttachState state, Handle file, int id) {
    return state
        .iommufd(file)
        .map(context -> state.with(state.iommufds().with(context.without(id))))
        .orElse(state);
  }

  /** The first bound device of a group claims it for the iommufd. */
  static AttachState bind(AttachState state, Handle file, Handle iommufd) {
    Optional<DeviceRef> opened = state.file(file).flatMap(OpenFile::device);
    Optional<GroupId> itsGroup = opened.flatMap(state::groupOf);
    Optional<Iommufd> into = state.iommufd(iommufd);
    if (itsGroup.isEmpty() || into.isEmpty()) {
      return state;
    }
    return bind(state, file, opened.orElseThrow(), itsGroup.orElseThrow(), into.orElseThrow());
  }

  private static AttachState bind(
      AttachState state, Handle file, DeviceRef device, GroupId group, Iommufd context) {
    VfioGroup known =
        state
            .vfioGroup(group)
            .orElseGet(() -> VfioGroup.idle(group))
            .withIommufd(Optional.of(context.number()))
            .withDevice(file);
    OpenFile.OfCdev bound =
        new OpenFile.OfCdev(device, Optional.of(new OpenFile.Binding(context.number(), group)));
    return state
        .with(state.vfio().with(file, bound).with(known))
        .with(state.iommufds().with(context.with(new Part.Device(file))));
  }

  /** A device goes to the page table of that number, or to one of that address space. */
  static AttachState attach(AttachState state, Handle file, int id) {
    Optional<OpenFile.Binding> binding =
        binding(state, file)
            .filter(bound -> state.kindOf(bound.group()) == Membership.Kind.PHYSICAL);
    Optional<Iommufd> context = binding.map(OpenFile.Binding::iommufd).flatMap(state::iommufd);
    Optional<VfioGroup> group = binding.map(OpenFile.Binding::group).flatMap(state::vfioGroup);
    return context.isEmpty() || group.isEmpty()
        ? state
        : attach(state, file, id, context.get(), group.get());
  }

  private static AttachState attach(
      AttachState state, Handle file, int id, Iommufd context, VfioGroup group) {
    int table = context.tableFor(id).orElseGet(context::nextId);
    Iommufd grown =
        context.objects().has(table) ? context : context.with(new Part.PageTable(id, true));
    Iommufd left = without(grown, group.table().filter(old -> old != table));
    return state
        .with(state.vfio().with(group.withTable(table, file)))
        .with(state.iommufds().with(left));
  }

  static AttachState closeCdev(AttachState state, Handle file, OpenFile.OfCdev cdev) {
    AttachState closed =
        state.with(state.vfio().close(file)).with(state.iommufds().withoutCdev(cdev.ref(), file));
    return cdev.binding().map(binding -> unbound(state, closed, file, binding)).orElse(closed);
  }

  /** The device leaves its iommufd, and takes a page table along that only it used. */
  private static AttachState unbound(
      AttachState before, AttachState closed, Handle file, OpenFile.Binding binding) {
    Optional<Integer> table = before.vfioGroup(binding.group()).flatMap(VfioGroup::table);
    boolean last = closed.vfioGroup(binding.group()).flatMap(VfioGroup::table).isEmpty();
    return closed
        .iommufd(binding.iommufd())
        .map(context -> without(context.without(new Part.Device(file)), table.filter(t -> last)))
        .map(context -> closed.with(closed.iommufds().with(context)))
        .orElse(closed);
  }

  static AttachState close(AttachState state, Handle file, int number) {
    AttachState closed = state.with(state.vfio().close(file));
    return closed
        .iommufd(number)
        .map(context -> closed.with(closed.iommufds().with(context.closed())))
        .orElse(closed);
  }

  /** An iommufd takes the place of a container, with an address space of its own for it. */
  static AttachState setContainer(AttachState state, VfioGroup group, Iommufd context) {
    return state
        .with(state.vfio().with(group.withIommufd(Optional.of(context.number()))))
        .with(state.iommufds().with(context.withCompat()));
  }

  private static Iommufd without(Iommufd context, Optional<Integer> table) {
    return table
        .filter(id ->
            context.objects().find(id) instanceof Part.PageTable(int ioas, boolean automatic)
                && automatic)
        .map(context::without)
        .orElse(context);
  }

  private static Optional<OpenFile.Binding> binding(AttachState state, Handle file) {
    return state.file(file).orElse(null) instanceof OpenFile.OfCdev(var device, var binding)
        ? binding
        : Optional.empty();
  }
}
