package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A device is attached to an address space or a page table of its iommufd. {@code
 * iommufd_device_change_pt}, Linux 6.12.
 */
final class PageTableExists implements Rule {

  static final RuleId ID = new RuleId("page-table-exists");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.AttachCdev(Handle file, int id))) {
      return Finding.ALLOWED;
    }
    Optional<Iommufd> context = IommufdFiles.contextOf(situation.state(), file);
    if (context.isEmpty()) {
      return Finding.ALLOWED;
    }
    return switch (context.get().objects().find(id)) {
      case Iommufd.Part.Ioas ioas -> Finding.ALLOWED;
      case Iommufd.Part.PageTable table -> Finding.ALLOWED;
      case Iommufd.Part.Device device -> refuse(id, Errno.EINVAL);
      case null -> refuse(id, Errno.ENOENT);
    };
  }

  private static Finding refuse(int id, Errno errno) {
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NoPageTable(id))).with(errno));
  }
}
