package org.iommuscope.imports.text;

import java.util.Arrays;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HeaderType;
import org.jspecify.annotations.Nullable;

/** The rows of one function's config space, as far as they follow on each other from 0. */
final class HexDump {

  private static final int WHOLE_HEADER = 64;
  private static final int HEADER_TYPE = 0x0e;
  private static final int SUBSYSTEM = 0x2c;

  private byte[] bytes = new byte[0];
  private @Nullable Place place;

  void add(HexRow row, Place where) {
    if (row.offset() == bytes.length) {
      bytes = Arrays.copyOf(bytes, row.offset() + row.bytes().length);
      System.arraycopy(row.bytes(), 0, bytes, row.offset(), row.bytes().length);
      place = place == null ? where : place;
    }
  }

  void tell(Claims claims) {
    if (place == null || bytes.length < WHOLE_HEADER) {
      return;
    }
    claims.say(Fact.CONFIG, new ConfigSpace(bytes), place);
    claims.say(Fact.VENDOR, u16(0), place);
    claims.say(Fact.DEVICE, u16(2), place);
    claims.say(Fact.REVISION, u8(8), place);
    claims.say(Fact.CLASS, u8(11) << 16 | u8(10) << 8 | u8(9), place);
    switch (u8(HEADER_TYPE) & 0x7f) {
      case 0 -> tellEndpoint(claims, place);
      case 1 -> tellBridge(claims, place, HeaderType.BRIDGE);
      case 2 -> tellBridge(claims, place, HeaderType.CARDBUS);
      default -> {}
    }
  }

  private void tellEndpoint(Claims claims, Place where) {
    claims.say(Fact.HEADER, HeaderType.ENDPOINT, where);
    claims.say(Fact.SUBSYSTEM_VENDOR, u16(SUBSYSTEM), where);
    claims.say(Fact.SUBSYSTEM_DEVICE, u16(SUBSYSTEM + 2), where);
  }

  private void tellBridge(Claims claims, Place where, HeaderType header) {
    claims.say(Fact.HEADER, header, where);
    claims.say(Fact.SECONDARY_BUS, u8(0x19), where);
    claims.say(Fact.SUBORDINATE_BUS, u8(0x1a), where);
  }

  private int u8(int offset) {
    return bytes[offset] & 0xff;
  }

  private int u16(int offset) {
    return u8(offset) | u8(offset + 1) << 8;
  }
}
