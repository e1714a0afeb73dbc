package org.iommuscope.model.topology;

import java.util.List;

/** A device that mediated devices can be made from, and the types it offers. */
public record MdevParent(DeviceRef device, List<MdevType> types) {

  public MdevParent {
    types = List.copyOf(types);
  }
}
