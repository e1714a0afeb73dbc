package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.attach.OpenFile;

/** The iommufds behind files of devices' own nodes. */
final class IommufdFiles {

  private IommufdFiles() {}

  static Optional<Iommufd> contextOf(AttachState state, Handle file) {
    return state.file(file).orElse(null) instanceof OpenFile.OfCdev(var device, var binding)
        ? binding.flatMap(bound -> state.iommufd(bound.iommufd()))
        : Optional.empty();
  }
}
