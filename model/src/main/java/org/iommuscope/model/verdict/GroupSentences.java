package org.iommuscope.model.verdict;

/** What is said of groups. */
final class GroupSentences {

  private GroupSentences() {}

  static String of(Statement.OfGroup statement) {
    return switch (statement) {
      case Statement.NotViable(var group, var devices) ->
          "group "
              + group
              + " is not viable: the host uses "
              + Explainer.list(devices)
              + ", which a guest could reach through it";
      case Statement.OpenedBy(var group, var guest) ->
          "group " + group + " is open in " + guest + ", and it opens once only";
      case Statement.NoNode(var group) ->
          "/dev/vfio/" + group + " does not exist: no device of group " + group + " is on vfio";
      case Statement.NoiommuNode(var group) ->
          "group "
              + group
              + " has no IOMMU: its node is /dev/vfio/noiommu-"
              + group
              + ", which QEMU does not open";
      case Statement.NodeOwner(var group, var owner, var user) ->
          "/dev/vfio/" + group + " belongs to user " + owner + " and QEMU runs as user " + user;
      case Statement.GroupGone(var group) ->
          "group " + group + " has lost its last vfio device since it was opened";
      case Statement.AlreadyInContainer(var group) ->
          "group " + group + " is in a container already";
      case Statement.NotInContainer(var group) -> "group " + group + " is in no container";
      case Statement.MixesNoiommu(var group) ->
          "group " + group + " would mix groups with and without IOMMU in one container";
      case Statement.OneGroupPerContainer(var group) ->
          "the sPAPR backend takes one group a container, and group " + group + " is another";
      case Statement.DirectRegion(var group, var start, var end) ->
          "firmware wants " + start + " to " + end + " mapped one to one for group " + group;
      case Statement.MixedBuses(var group) -> "group " + group + " has devices of two buses";
      case Statement.DomainTaken(var group, var guest) ->
          "the DMA of group " + group + " belongs to guest " + guest;
      case Statement.NotAlone(var group, var others) ->
          "group " + group + " is not of one device: " + Explainer.list(others) + " share it";
      case Statement.NoDefaultDomain(var group) ->
          "this IOMMU driver knows no default domains, so that it takes group "
              + group
              + " away from its user unasked";
      case Statement.OtherPageTable(var group, var guest) ->
          "guest "
              + guest
              + " has group "
              + group
              + " in another address space, and a group has one page table";
      case Statement.FreeWhen(var group, var guest, var held) ->
          "group "
              + group
              + " is free when guest "
              + guest
              + " ends or has given back "
              + Explainer.list(held);
      case Statement.FreshDomain(var group) ->
          "every mdev gets a fresh domain, and group "
              + group
              + " takes one only, of the same guest or not";
      case Statement.NoticedTooLate(var group) ->
          "the kernel notices when the driver is bound to a device of group "
              + group
              + " already, and hits a BUG: whoever wrote dies, the guest goes on beside the driver";
      case Statement.GroupInUse(var group) -> "group " + group + " is in use by a guest";
    };
  }
}
