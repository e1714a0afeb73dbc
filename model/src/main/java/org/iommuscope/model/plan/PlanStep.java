package org.iommuscope.model.plan;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** One entry of a plan's sequence. */
public sealed interface PlanStep {

  record Start(GuestName guest) implements PlanStep {}

  record Attach(GuestName guest, DeviceRef device) implements PlanStep {}

  record Detach(GuestName guest, DeviceRef device) implements PlanStep {}

  record Stop(GuestName guest) implements PlanStep {}

  record Bind(DeviceRef device, String driver) implements PlanStep {}

  record Unbind(DeviceRef device) implements PlanStep {}

  record CreateMdev(PlannedMdev mdev) implements PlanStep {}

  record RemoveMdev(MdevUuid uuid) implements PlanStep {}

  record SetVfs(PciAddress pf, int count) implements PlanStep {}

  /** A module parameter, {@code vfio_pci.enable_sriov}. */
  record SetParameter(String name, String value) implements PlanStep {}

  /** A device that appears while the host runs; it probes its driver at once. */
  record HotAdd(DeviceRef device, int group, Optional<String> driver) implements PlanStep {}

  /**
   * A card is put into another slot while the host is off; its functions keep their addresses here
   * as names, for nobody can tell how the firmware will number them.
   *
   * @param device any function of the card
   * @param below the bridge whose slot takes the card
   */
  record MoveCard(PciAddress device, PciAddress below) implements PlanStep {}

  /** A step that is only imagined; it is judged as if it were taken. */
  record Hypothetical(PlanStep step) implements PlanStep {
    public Hypothetical {
      if (step instanceof Hypothetical) {
        throw new IllegalArgumentException("imagined twice: " + step);
      }
    }
  }

  /** The step itself, imagined or not. */
  default PlanStep plain() {
    return this instanceof Hypothetical(PlanStep step) ? step : this;
  }

  default boolean isHypothetical() {
    return this instanceof Hypothetical;
  }
}
