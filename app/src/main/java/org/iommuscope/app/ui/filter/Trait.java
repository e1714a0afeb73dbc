package org.iommuscope.app.ui.filter;

import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.PciFunction;

/** What devices can be filtered by. */
public enum Trait {
  CLASS("class"),
  DRIVER("driver"),
  NUMA_NODE("NUMA node"),
  ASSIGNABLE("assignable now"),
  CRITICAL("host-critical");

  private static final String YES = "yes";

  private final String word;

  Trait(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Whether a device has it or not, with no value that would tell devices apart. */
  public boolean isYesOrNo() {
    return this == ASSIGNABLE || this == CRITICAL;
  }

  /** The filter on a trait that a device has or not. */
  Wanted itself() {
    return new Wanted(this, YES);
  }

  /** The value of a device in words; nothing where it does not have the trait. */
  Optional<String> of(HostDevice device, Judgement judgement) {
    return switch (this) {
      case CLASS -> Optional.of(DeviceClass.of(device).word());
      case DRIVER -> Optional.of(Told.text(device.driver(), "no driver"));
      case NUMA_NODE -> numaNode(device);
      case ASSIGNABLE -> yesIf(judgement.answerOfNewGuest(device.ref()) == Answer.YES);
      case CRITICAL -> yesIf(!judgement.session().host().uses().of(device.ref()).isEmpty());
    };
  }

  private static Optional<String> numaNode(HostDevice device) {
    return device instanceof PciFunction function
        ? Optional.of(Told.text(function.placement().numaNode(), "no NUMA node"))
        : Optional.empty();
  }

  private static Optional<String> yesIf(boolean has) {
    return has ? Optional.of(YES) : Optional.empty();
  }
}
