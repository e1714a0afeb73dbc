package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** Says a standing in words. */
final class StandingSentences {

  private final Standing standing;
  private final List<String> sentences = new ArrayList<>();

  private StandingSentences(Standing standing) {
    this.standing = standing;
  }

  static List<String> of(Standing standing) {
    StandingSentences all = new StandingSentences(standing);
    all.addBacking();
    standing.backing().domain().ifPresent(all::addHolders);
    all.addSiblings();
    all.addWrapper();
    return List.copyOf(all.sentences);
  }

  private void addBacking() {
    String own = standing.own().map(GroupId::toString).orElse("");
    switch (standing.backing()) {
      case Backing.DeviceGroup(GroupId group, var mdev, DeviceRef device) -> {
        say("Group " + group + " of " + device + " really isolates it.");
        say(
            "Its own group "
                + own
                + " hides that: every mdev gets one, no IOMMU stands behind it, and neither sysfs"
                + " nor QEMU sees group "
                + group
                + ".");
      }
      case Backing.Auxiliary(var mdev, DeviceRef device) ->
          say(
              "An auxiliary domain of "
                  + device
                  + " isolates it, so that other mdevs of the device may go to other guests.");
      case Backing.Nothing nothing ->
          say(
              "Its vendor's driver isolates it: no IOMMU group but its own "
                  + own
                  + " plays a part.");
      case Backing.OwnGroup(GroupId group) -> say("Group " + group + " isolates it.");
      case Backing.Ungrouped(var mdev, DeviceRef device) ->
          say(device + " stands behind it, and has no IOMMU group.");
      case Backing.Unknown unknown ->
          say("Nothing tells what isolates it: its own group " + own + " has no IOMMU behind it.");
    }
  }

  private void addHolders(GroupId group) {
    if (standing.holds().stream().noneMatch(Hold::lasts)) {
      say("Nobody holds group " + group + " when the plan is done.");
    }
    standing.holds().forEach(hold -> addHolder(group, hold));
  }

  private void addHolder(GroupId group, Hold hold) {
    String who = "Guest " + hold.guest();
    String by = hold.device().equals(standing.device()) ? "" : " by " + hold.device();
    hold.until()
        .ifPresentOrElse(
            end ->
                say(
                    who
                        + " held group "
                        + group
                        + by
                        + " from step "
                        + (hold.since() + 1)
                        + " on; it is free again since step "
                        + (end + 1)
                        + "."),
            () ->
                say(
                    who
                        + " holds group "
                        + group
                        + by
                        + " since step "
                        + (hold.since() + 1)
                        + "; it is free again when the guest stops or gives "
                        + (by.isEmpty() ? "it" : hold.device().text())
                        + " back."));
  }

  private void addSiblings() {
    if (!standing.siblings().isEmpty()) {
      say(
          "The same group isolates "
              + Standing.list(standing.siblings())
              + ": one guest may have them all, two may not share them.");
    }
  }

  private void addWrapper() {
    if (standing.wrapped()) {
      say("It is wrapped: a guest gets it as its mdev, by sysfsdev=, and host= fails.");
    }
  }

  private void say(String sentence) {
    sentences.add(sentence);
  }
}
