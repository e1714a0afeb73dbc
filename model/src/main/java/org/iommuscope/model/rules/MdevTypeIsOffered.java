package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * An mdev is made by writing to a type that its parent offers. {@code create_store}, Linux 5.10 to
 * 6.12.
 */
final class MdevTypeIsOffered implements Rule {

  static final RuleId ID = new RuleId("mdev-type-is-offered");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.CreateMdev create) || create.type().isEmpty()) {
      return Finding.ALLOWED;
    }
    Optional<MdevParent> parent =
        Optional.ofNullable(situation.state().host().mdevParents().get(create.parent()));
    if (parent.isEmpty() && isWrapperType(situation, create)) {
      return Finding.ALLOWED;
    }
    if (parent.isEmpty()) {
      return refuse(new Statement.NoMdevParent(create.parent()));
    }
    boolean offered =
        parent.get().types().stream().anyMatch(type -> type.id().equals(create.type()));
    return offered
        ? Finding.ALLOWED
        : refuse(new Statement.NoMdevType(create.parent(), create.type()));
  }

  /** A function that was wrapped since the capture offers the one type of its wrapper. */
  private static boolean isWrapperType(Situation situation, AttachStep.CreateMdev create) {
    return MdevInstances.isWrapped(situation.state(), create)
        && create.type().startsWith(Drivers.WRAPPER + "-");
  }

  private static Finding refuse(Statement why) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(Errno.ENOENT));
  }
}
