package org.iommuscope.app.workspace;

import java.util.Collection;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;

/** Says what an edit does, as a line of the history. */
public final class EditWords {

  private EditWords() {}

  public static String of(Intent.Edit edit) {
    return switch (edit) {
      case Intent.Assign(var guest, var devices) -> "Give " + some(devices) + " to guest " + guest;
      case Intent.Release(var devices) -> "Take back " + some(devices);
      case Intent.Withdraw(var guest, var device) -> "Take " + device + " from guest " + guest;
      case Intent.ApplyFix(PlanChange change) -> of(change);
      case Intent.TakePlan made -> "Take another plan";
      case Intent.SetProfile(var id) ->
          id.map(profile -> "Judge by " + profile).orElse("Judge by the kernel's rules");
      case Intent.SetViommu(var guest, var viommu) -> viommu(guest.text(), viommu);
      case Intent.AddGuest(var guest, var devices) ->
          "New guest " + guest + (devices.isEmpty() ? "" : " with " + some(devices));
      case Intent.RemoveGuest(var guest) -> "Take guest " + guest + " out";
      case Intent.Annotate(var device, var annotation) -> "Say what is known of " + device;
      case Intent.Turn turn -> "Turn a what-if dial";
      case Intent.Take(var named, var meant) -> "Take " + meant + " for " + named;
      case Intent.Arrange arrange -> "Rearrange the steps";
      case Intent.Settle settle -> "Say what the host is like";
      case Intent.Mean(var from, var to) -> "Mean " + to + " by " + from;
      case Intent.Comment(Commented where, String text) ->
          (text.isBlank() ? "Take the comment from " : "Comment ") + where(where);
      case Intent.Waive(Waiver waiver) -> "Waive " + waived(waiver);
      case Intent.Unwaive(Waiver waiver) -> "Waive no more " + waived(waiver);
    };
  }

  private static String of(PlanChange change) {
    return switch (change) {
      case PlanChange.Assign(var guest, var device) -> "Give " + device + " to guest " + guest;
      case PlanChange.Withdraw(var guest, var device) -> "Take " + device + " from guest " + guest;
      case PlanChange.Bind(var device, String driver) -> "Begin with " + driver + " on " + device;
      case PlanChange.Unbind(var device) -> "Begin without a driver on " + device;
      case PlanChange.SetViommu(var guest, var viommu) -> viommu(guest.text(), viommu);
      case PlanChange.PutBehind(var guest, var devices, var bus) ->
          "Put " + some(devices) + " behind " + bus.name();
      case PlanChange.StopFirst(var running, var waiting) ->
          "Stop guest " + running + " before guest " + waiting;
      case PlanChange.SetParameter(String name, String value) -> "Set " + name + " to " + value;
      case PlanChange.Together(var changes) ->
          changes.size() == 1
              ? of(changes.getFirst())
              : of(changes.getFirst()) + ", and " + (changes.size() - 1) + " more";
    };
  }

  private static String viommu(String guest, Viommu viommu) {
    return switch (viommu) {
      case Viommu.None none -> "Take the vIOMMU from guest " + guest;
      case Viommu.Present present -> "Give guest " + guest + " a vIOMMU";
    };
  }

  private static String where(Commented where) {
    return switch (where) {
      case Commented.WholePlan plan -> "the plan";
      case Commented.OfGuest(var guest) -> "guest " + guest;
      case Commented.OfDevice(var guest, var device) -> device + " of guest " + guest;
    };
  }

  private static String waived(Waiver waiver) {
    return waiver.rule() + waiver.device().map(device -> " for " + device).orElse("");
  }

  private static String some(Collection<? extends DeviceRef> devices) {
    return devices.size() == 1 ? devices.iterator().next().toString() : devices.size() + " devices";
  }
}
