package org.iommuscope.model.attach;

import java.util.OptionalLong;

/**
 * What the kernel knows of a process that opens vfio's files.
 *
 * @param uid 0 is root, who may do everything
 * @param memlock limit of locked memory in bytes; none means enough
 * @param kvm whether KVM is told of its groups
 * @param rawio whether it has CAP_SYS_RAWIO
 */
public record ProcessFacts(int uid, OptionalLong memlock, boolean kvm, boolean rawio) {

  /** Root with KVM. */
  public static final ProcessFacts ROOT = new ProcessFacts(0, OptionalLong.empty(), true, true);
}
