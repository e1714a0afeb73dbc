package org.iommuscope.model.planning;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;

/** Why a device of the right kind cannot be offered. */
public sealed interface Hindrance {

  DeviceRef device();

  /** It, or a member of its group, stays with the host. */
  record Kept(DeviceRef device, DeviceRef kept) implements Hindrance {}

  /** It, or a member of its group, is given already. */
  record Given(DeviceRef device, DeviceRef given) implements Hindrance {}

  /** A physical function that would take its virtual functions along. */
  record HasVfs(DeviceRef device, DeviceRef pf) implements Hindrance {}

  /** What should sit beside it does not. */
  record NothingBeside(DeviceRef device) implements Hindrance {}

  /** The simulation refuses it even to a guest that has nothing else. */
  record Refused(DeviceRef device, StepVerdict step) implements Hindrance {}

  /** An mdev parent that makes no more of the type. */
  record UsedUp(DeviceRef device) implements Hindrance {}
}
