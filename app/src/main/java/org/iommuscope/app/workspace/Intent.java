package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.Renaming;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;

/** Something that the user wants done, whichever control it was said with. */
public sealed interface Intent {

  /** An intent that makes another plan, and so can be undone. */
  sealed interface Edit extends Intent {

    /** The plan with this edit made; the same plan where there is nothing to do. */
    AssignmentPlan applyTo(AssignmentPlan plan);
  }

  /** Give devices to a guest; a guest that had one of them before loses it. */
  record Assign(GuestName guest, List<DeviceRef> devices) implements Edit {
    public Assign {
      devices = List.copyOf(devices);
    }

    public Assign(GuestName guest, DeviceRef device) {
      this(guest, List.of(device));
    }

    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      AssignmentPlan changed = plan;
      for (DeviceRef device : devices) {
        changed = GuestEdits.assign(changed, guest, device);
      }
      return changed;
    }
  }

  /** Take devices from every guest that has one of them. */
  record Release(List<DeviceRef> devices) implements Edit {
    public Release {
      devices = List.copyOf(devices);
    }

    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      AssignmentPlan changed = plan;
      for (DeviceRef device : devices) {
        changed = GuestEdits.release(changed, device);
      }
      return changed;
    }
  }

  /** Take a device from a guest. */
  record Withdraw(GuestName guest, DeviceRef device) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return new PlanChange.Withdraw(guest, device).applyTo(plan);
    }
  }

  /** Make the change that a verdict's fix proposes. */
  record ApplyFix(PlanChange change) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return change.applyTo(plan);
    }
  }

  /** Have this plan, which was made from the present one. */
  record TakePlan(AssignmentPlan made) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return made;
    }
  }

  /** Judge by this rule profile; none lets it follow from the kernel. */
  record SetProfile(Optional<String> id) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return plan.withProfile(id);
    }
  }

  /** Give a guest an IOMMU of its own, or take it away. */
  record SetViommu(GuestName guest, Viommu viommu) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return plan.withGuest(guest, known -> known.withViommu(viommu));
    }
  }

  /** Add a guest, the last to start, with the devices it gets at once. */
  record AddGuest(GuestName guest, List<DeviceRef> devices) implements Edit {
    public AddGuest {
      devices = List.copyOf(devices);
    }

    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return GuestEdits.add(plan, guest, devices);
    }
  }

  /** Take a guest out, and every step that speaks of it. */
  record RemoveGuest(GuestName guest) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return GuestEdits.remove(plan, guest);
    }
  }

  /** Say what is known of a device and sysfs does not show. */
  record Annotate(DeviceRef device, Annotation annotation) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return plan.withAnnotation(device, annotation);
    }
  }

  /** Have the steps in another order, or other steps. */
  record Arrange(List<PlanStep> steps) implements Edit {
    public Arrange {
      steps = List.copyOf(steps);
    }

    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      boolean isUsual = plan.withSequence(Optional.empty()).steps().equals(steps);
      return plan.withSequence(isUsual ? Optional.empty() : Optional.of(steps));
    }
  }

  /** Mean another device by all that the plan says of one. */
  record Take(DeviceRef named, DeviceRef meant) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return Renaming.of(plan, named, meant);
    }
  }

  /** Turn a what-if dial. */
  record Turn(Dial dial) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return dial.applyTo(plan);
    }
  }

  /** Say what the circumstances of the plan are. */
  record Settle(Environment environment) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return plan.withEnvironment(environment);
    }
  }

  /** Write something at a part of the plan; a blank text takes away what stands there. */
  record Comment(Commented where, String text) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return plan.withComment(where, text);
    }
  }

  /** Accept a refusal; another waiver of the same rule and device goes. */
  record Waive(Waiver waiver) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return WaiverEdits.add(plan, waiver);
    }
  }

  /** Accept a refusal no more. */
  record Unwaive(Waiver waiver) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return WaiverEdits.remove(plan, waiver);
    }
  }

  /** Speak of one device wherever the plan spoke of another. */
  record Mean(DeviceRef from, DeviceRef to) implements Edit {
    @Override
    public AssignmentPlan applyTo(AssignmentPlan plan) {
      return Renaming.of(plan, from, to);
    }
  }

  /** Have these devices selected, everywhere they are shown. */
  record Select(SequencedSet<DeviceRef> devices) implements Intent {
    public Select {
      devices = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(devices));
    }

    public static Select of(DeviceRef... devices) {
      return all(List.of(devices));
    }

    public static Select all(Collection<? extends DeviceRef> devices) {
      return new Select(new LinkedHashSet<>(devices));
    }
  }

  /** Take the last edit back. */
  record Undo() implements Intent {}

  /** Make the edit again that was taken back last. */
  record Redo() implements Intent {}

  /**
   * Learn more of the same host from a further capture of it; plan and undo stay.
   *
   * @param merged all that is known with it
   */
  record AddEvidence(ImportResult further, ImportResult merged) implements Intent {}

  /** See the same host as it is now; plan and undo stay. */
  record Renew(ImportResult imported) implements Intent {}

  /**
   * Go to a place in the history.
   *
   * @param made how many edits are to stand there, from 0
   */
  record GoTo(int made) implements Intent {}

  /** An intent that is about the plans of the board and not about what one of them says. */
  sealed interface OfBoard extends Intent {

    /** Go on with a copy of the present plan, under the next free name. */
    record Branch() implements OfBoard {}

    /** Have another plan of the board before one. */
    record Show(String name) implements OfBoard {}

    record Rename(String name, String wanted) implements OfBoard {}

    /** Take a plan off the board; the last one stays. */
    record Drop(String name) implements OfBoard {}

    /** Put the plan back that was taken off last. */
    record BringBack() implements OfBoard {}

    /**
     * Put a plan on the board and have it before one.
     *
     * @param name a wish; it is the next free one where it is taken
     */
    record Put(String name, PlanFile plan, Optional<Path> file) implements OfBoard {}

    /** Have these plans, and no others, as they were when a session ended. */
    record Restore(List<RestoredPlan> plans, String shown) implements OfBoard {
      public Restore {
        plans = List.copyOf(plans);
      }
    }

    /** A plan of this content is in this file now. */
    record Saved(String name, Path file, PlanFile plan) implements OfBoard {}
  }
}
