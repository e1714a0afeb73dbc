package org.iommuscope.app.prediction;

import java.util.Map;
import java.util.Optional;

/**
 * What was asked in one recorded step, and nothing of what came of it.
 *
 * @param vm the process that asks; none is the host's administrator
 * @param op what is asked, in the recordings' words
 * @param target handles, addresses, a path or QEMU's command line
 * @param arguments driver of a bind, value of a write, parent or type of an mdev
 * @param qemu the version of the QEMU that is started
 */
public record StepInputs(
    Optional<String> vm,
    String op,
    String target,
    Map<String, String> arguments,
    Optional<String> qemu) {

  public StepInputs {
    arguments = Map.copyOf(arguments);
  }

  /** The words of the target. */
  String[] words() {
    return target.strip().split("\\s+");
  }

  String argument(String name) {
    return arguments.getOrDefault(name, "");
  }

  /** Whether the target or an argument names a device. */
  boolean speaksOf(String device) {
    return target.contains(device) || arguments.containsValue(device);
  }
}
