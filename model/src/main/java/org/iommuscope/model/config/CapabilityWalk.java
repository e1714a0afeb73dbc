package org.iommuscope.model.config;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Walks the two capability lists. A list that leads back to itself ends there; a capture of an
 * ordinary user ends after the first 64 bytes, before any capability.
 */
final class CapabilityWalk {

  private static final int STATUS = 0x06;
  private static final int HAS_CAPABILITIES = 0x10;
  private static final int FIRST_POINTER = 0x34;
  private static final int FIRST_POINTER_CARDBUS = 0x14;
  private static final int CARDBUS = 2;
  private static final int HEADER_TYPE = 0x0e;
  private static final int LOWEST = 0x40;
  private static final int EXTENDED = 0x100;

  private final ConfigBytes bytes;
  private final TreeMap<Integer, Integer> found = new TreeMap<>();
  private final Set<Integer> seen = new HashSet<>();

  private CapabilityWalk(ConfigBytes bytes) {
    this.bytes = bytes;
  }

  /** The list that begins in the header. */
  static CapabilityList standard(ConfigBytes bytes) {
    if ((bytes.u16(STATUS) & HAS_CAPABILITIES) == 0) {
      return CapabilityList.none(CapabilityList.End.WHOLE);
    }
    boolean isCardBus = (bytes.u8(HEADER_TYPE) & 0x7f) == CARDBUS;
    CapabilityWalk walk = new CapabilityWalk(bytes);
    int first = bytes.u8(isCardBus ? FIRST_POINTER_CARDBUS : FIRST_POINTER);
    return new CapabilityList(walk.found, walk.standardFrom(first & ~3));
  }

  private CapabilityList.End standardFrom(int first) {
    int offset = first;
    while (offset != 0) {
      if (offset < LOWEST || !seen.add(offset)) {
        return CapabilityList.End.BROKEN;
      }
      if (!bytes.has(offset, 2)) {
        return CapabilityList.End.CUT;
      }
      int id = bytes.u8(offset);
      if (id == 0xff) {
        return CapabilityList.End.BROKEN;
      }
      found.putIfAbsent(id, offset);
      offset = bytes.u8(offset + 1) & ~3;
    }
    return CapabilityList.End.WHOLE;
  }

  /** The list of PCI Express functions, which begins at 0x100. */
  static CapabilityList extended(ConfigBytes bytes) {
    CapabilityWalk walk = new CapabilityWalk(bytes);
    return new CapabilityList(walk.found, walk.extendedFrom(EXTENDED));
  }

  private CapabilityList.End extendedFrom(int first) {
    int offset = first;
    while (offset != 0) {
      if (offset < EXTENDED || !seen.add(offset)) {
        return CapabilityList.End.BROKEN;
      }
      if (!bytes.has(offset, 4)) {
        return CapabilityList.End.CUT;
      }
      int header = bytes.u32(offset);
      if (header == 0 || header == -1) {
        return CapabilityList.End.WHOLE;
      }
      found.putIfAbsent(header & 0xffff, offset);
      offset = header >>> 20 & ~3;
    }
    return CapabilityList.End.WHOLE;
  }
}
