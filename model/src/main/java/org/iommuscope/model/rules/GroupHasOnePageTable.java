package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * All devices of a group are attached to one page table; with a vIOMMU every requester wants one of
 * its own. {@code iommufd_hw_pagetable_attach}, Linux 6.12.
 */
final class GroupHasOnePageTable implements Rule {

  static final RuleId ID = new RuleId("group-has-one-page-table");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.AttachCdev(Handle file, int id))) {
      return Finding.ALLOWED;
    }
    Optional<VfioGroup> group = situation.group().flatMap(situation.state()::vfioGroup);
    if (group.isEmpty() || group.get().attached().contains(file) || fits(situation, file, id)) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(ID, Cause.fact(new Statement.OtherPageTable(group.get().id(), file.guest())))
            .with(Errno.EINVAL);
    List<DeviceRef> others =
        group.get().attached().stream()
            .flatMap(other -> situation.state().file(other).flatMap(OpenFile::device).stream())
            .toList();
    return new Finding.Forbidden(
        Remedies.withdraw(objection.blaming(others).fixedBy(fixes(situation, others)), situation));
  }

  private static boolean fits(Situation situation, Handle file, int id) {
    Optional<Integer> present =
        situation.group().flatMap(situation.state()::vfioGroup).flatMap(VfioGroup::table);
    Optional<Integer> wanted =
        IommufdFiles.contextOf(situation.state(), file).flatMap(context -> context.tableFor(id));
    return present.isEmpty() || present.equals(wanted);
  }

  private static List<PlanChange> fixes(Situation situation, List<DeviceRef> others) {
    return situation
        .wanted()
        .flatMap(wanted ->
            others.stream()
                .findFirst()
                .map(other ->
                    Remedies.oneSpace(wanted.guest().name(), other, wanted.given().device())))
        .orElse(List.of());
  }
}
