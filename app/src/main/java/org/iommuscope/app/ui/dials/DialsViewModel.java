package org.iommuscope.app.ui.dials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.export.ImaginedText;
import org.iommuscope.app.export.StepWords;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.OverrideInForce;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** How the what-if dials stand, and what would follow; each turn is an edit of the plan. */
public final class DialsViewModel {

  /**
   * An imagined step.
   *
   * @param words {@code have 6 VFs of 0000:02:00.0}
   */
  record Imagined(PlanStep step, String words) {}

  /**
   * How the dials stand.
   *
   * @param device the dials of what is selected
   * @param override what the kernel is to believe of functions without ACS
   * @param kernel the imagined release; empty for the captured one
   * @param follows what would follow for the groups, a sentence each
   */
  record Content(
      Optional<DeviceDials> device,
      AcsOverride override,
      Optional<String> kernel,
      List<Imagined> steps,
      List<String> follows) {
    Content {
      steps = List.copyOf(steps);
      follows = List.copyOf(follows);
    }
  }

  private static final Content NOTHING =
      new Content(Optional.empty(), AcsOverride.NONE, Optional.empty(), List.of(), List.of());

  /** One of each kind of attaching; the last that was read. */
  static final List<String> KERNELS =
      List.of("5.1", "5.10", "5.15", "5.18", "6.1", "6.6", "6.12", "7.2");

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(NOTHING);
  private boolean watched;

  public DialsViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace.sessionProperty().subscribe(now -> read());
    workspace.judgementProperty().subscribe(now -> read());
  }

  /** How the dials stand; they are read from the time on when somebody looks. */
  ReadOnlyObjectProperty<Content> contentProperty() {
    if (!watched) {
      watched = true;
      read();
    }
    return content.getReadOnlyProperty();
  }

  private void read() {
    if (watched) {
      content.set(contentNow());
    }
  }

  void setVfs(DeviceRef pf, int now, int count) {
    if (pf instanceof PciAddress address) {
      turn(new Dial.Vfs(address, now, count));
    }
  }

  /** Another driver; an empty text for none, nothing for the captured one. */
  void setDriver(DeviceRef device, Optional<String> driver) {
    Reading<String> reading =
        driver
            .map(name -> name.isEmpty() ? Reading.<String>absent() : Reading.of(name))
            .orElseGet(Reading::unread);
    turn(new Dial.Driver(device, reading));
  }

  /** Another slot; nothing for the captured one. */
  void setSlot(DeviceRef device, Optional<PciAddress> below) {
    if (device instanceof PciAddress address) {
      turn(new Dial.Card(address, below));
    }
  }

  void addMdev(DeviceRef parent, String type) {
    MdevUuid uuid = new MdevUuid(UUID.randomUUID().toString());
    turn(new Dial.MoreMdev(new PlannedMdev(uuid, parent, type)));
  }

  void removeMdev(DeviceRef mdev) {
    if (mdev instanceof MdevUuid uuid) {
      turn(new Dial.LessMdev(uuid));
    }
  }

  void setKernel(Optional<String> release) {
    turn(new Dial.Kernel(release));
  }

  void setOverride(AcsOverride wanted) {
    boolean isCaptured = wanted.equals(inForce());
    turn(new Dial.Override(isCaptured ? Optional.empty() : Optional.of(wanted.words())));
  }

  /** Whether the kernel is to believe that functions of these ids isolate. */
  void setBelieved(String ids, boolean believed) {
    AcsOverride now = override(workspace.session().plan().imagined());
    Set<String> all = new TreeSet<>(now.ids());
    if (believed) {
      all.add(ids);
    } else {
      all.remove(ids);
    }
    setOverride(new AcsOverride(now.downstream(), now.multifunction(), all));
  }

  void without(PlanStep step) {
    turn(new Dial.Without(step));
  }

  void turnAllOff() {
    turn(new Dial.Off());
  }

  private void turn(Dial dial) {
    workspace.perform(new Intent.Turn(dial));
  }

  private AcsOverride override(List<PlanStep> imagined) {
    return Dials.parameter(imagined, Dials.ACS_OVERRIDE)
        .map(AcsOverride::parse)
        .orElseGet(this::inForce);
  }

  private AcsOverride inForce() {
    return OverrideInForce.in(workspace.session().host()).orElse(AcsOverride.NONE);
  }

  private Content contentNow() {
    Session session = workspace.session();
    Judgement judged = workspace.judgement();
    List<PlanStep> steps = session.plan().imagined();
    List<Imagined> imagined = new ArrayList<>();
    steps.forEach(step -> imagined.add(new Imagined(step, StepWords.of(step))));
    DialReading reading = new DialReading(session.host(), judged.host(), steps);
    return new Content(
        session.selection().stream().findFirst().flatMap(reading::of),
        override(steps),
        Dials.parameter(steps, Dials.KERNEL),
        imagined,
        judged.isOf(session)
            ? ImaginedText.of(session.host(), judged.simulation().imagined())
            : List.of("asking the rules…"));
  }
}
