package org.iommuscope.app.prediction;

import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/** What a recorded step asks, in the model's terms. */
sealed interface Request {

  /** One system call or write. */
  record Call(AttachStep step) implements Request {}

  /** The group of a device is looked up and its node opened. */
  record OpenGroupOf(Handle file, DeviceRef device) implements Request {}

  /** Whether the write that took this device away, and waited, has returned by now. */
  record HasReturned(DeviceRef device) implements Request {}

  /** QEMU starts, with its devices in order. */
  record StartQemu(Guest guest, Optional<String> version) implements Request {}

  /** A device is added to a QEMU that runs. */
  record AddDevice(GuestName guest, DeviceRef device) implements Request {}

  /** The process goes on as another user. */
  record BecomeUser(GuestName guest, int uid) implements Request {}

  /** Mdevs are made, one after the other, until the parent makes no more. */
  record CreateUntilRefused(DeviceRef parent, String type) implements Request {}

  /** A device's own node is opened. */
  record OpenCdev(GuestName guest, DeviceRef device) implements Request {}

  record OpenIommufd(Handle file) implements Request {}

  /** An address space is made in an iommufd. */
  record AllocIoas(Handle file) implements Request {}

  /** A device is bound to the latest iommufd of its guest. */
  record BindCdev(GuestName guest, DeviceRef device) implements Request {}

  /** A device is attached to the latest address space of its guest, or to what a number names. */
  record AttachCdev(GuestName guest, String name, OptionalInt id) implements Request {}

  /** The step changes nothing that a later one depends on. */
  record Nothing() implements Request {}

  /** The step's words make no sense. */
  record Unclear() implements Request {}
}
