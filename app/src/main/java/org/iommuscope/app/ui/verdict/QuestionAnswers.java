package org.iommuscope.app.ui.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Wanted;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;
import org.iommuscope.model.verdict.StepVerdict;

/** The answers that a user can give to what a step asks; each is an edit of the plan. */
final class QuestionAnswers {

  private static final String VFIO = "vfio-pci";

  private final Session session;

  QuestionAnswers(Session session) {
    this.session = session;
  }

  /** Every answer to every question of an undecided step. */
  List<Trouble.Remedy> to(StepVerdict step) {
    return step.because().stream().flatMap(this::questions).flatMap(this::to).distinct().toList();
  }

  /** What an undecided step asks that only the host can tell. */
  List<Wanted> wantedBy(StepVerdict step) {
    return step.because().stream()
        .flatMap(this::questions)
        .flatMap(question -> Wanted.by(question).stream())
        .distinct()
        .toList();
  }

  private Stream<Statement> questions(Cause cause) {
    return Stream.concat(
        Stream.of(cause.statement()), cause.because().stream().flatMap(this::questions));
  }

  private Stream<Trouble.Remedy> to(Statement question) {
    return switch (question) {
      case Statement.BackingUnknown(DeviceRef mdev) -> behind(mdev);
      case Statement.DriverUnknown(DeviceRef device) ->
          Stream.of(
              change(device + " has no driver", new PlanChange.Unbind(device)),
              change(device + " is on " + VFIO, new PlanChange.Bind(device, VFIO)));
      // What else is asked only a fuller capture can tell.
      default -> Stream.empty();
    };
  }

  private Stream<Trouble.Remedy> behind(DeviceRef mdev) {
    Annotation known = session.plan().annotation(mdev);
    Stream<Trouble.Remedy> nothing =
        Stream.of(
            annotation(
                "Nothing physical backs it: its vendor's driver isolates it",
                mdev,
                known.withIommuDevice(Reading.absent())));
    return Stream.concat(parentOf(mdev).stream().flatMap(parent -> by(mdev, parent)), nothing);
  }

  private Stream<Trouble.Remedy> by(DeviceRef mdev, DeviceRef parent) {
    Annotation backed = session.plan().annotation(mdev).withIommuDevice(Reading.of(parent));
    return Stream.of(
        annotation("Its parent " + parent + " backs it", mdev, backed),
        annotation(
            "An auxiliary domain of " + parent + " backs it",
            mdev,
            backed.withAux(Optional.of(true))));
  }

  private Optional<DeviceRef> parentOf(DeviceRef mdev) {
    return session
        .host()
        .device(mdev)
        .filter(MediatedDevice.class::isInstance)
        .map(MediatedDevice.class::cast)
        .flatMap(found -> found.parent().known());
  }

  private static Trouble.Remedy annotation(String text, DeviceRef device, Annotation annotation) {
    return new Trouble.Remedy(text, new Intent.Annotate(device, annotation));
  }

  private static Trouble.Remedy change(String text, PlanChange change) {
    return new Trouble.Remedy(text, new Intent.ApplyFix(change));
  }
}
