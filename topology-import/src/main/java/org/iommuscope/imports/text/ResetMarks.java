package org.iommuscope.imports.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/**
 * Which functions a listing marks as resettable. A mark does not say by which method; its absence
 * in a listing that has marks says that there is none.
 */
final class ResetMarks {

  private final Map<PciAddress, Place> unmarked = new LinkedHashMap<>();
  private boolean isMarked;

  void add(MemberLine member, Place place) {
    isMarked |= member.isResettable();
    if (!member.isResettable()) {
      unmarked.putIfAbsent(member.function().address(), place);
    }
  }

  void tell(Evidence evidence) {
    if (isMarked) {
      unmarked.forEach(
          (function, place) -> evidence.device(function).deny(Fact.RESET_METHODS, place));
    }
  }
}
