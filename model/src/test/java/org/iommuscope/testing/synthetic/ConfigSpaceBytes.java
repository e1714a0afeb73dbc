package org.iommuscope.testing.synthetic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 4,096 bytes of configuration space that the kernel shows of a function to root. */
final class ConfigSpaceBytes {

  private static final int HAS_CAPABILITIES = 0x10;
  private static final int PCI_EXPRESS = 0x40;
  private static final int FIRST_EXTENDED = 0x100;

  private ConfigSpaceBytes() {}

  static byte[] of(SyntheticFunction function) {
    ByteBuffer config = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    boolean isVirtual = function.physicalFunction().isPresent();
    config.putShort(0x00, (short) (isVirtual ? 0xffff : function.kind().vendor));
    config.putShort(0x02, (short) (isVirtual ? 0xffff : function.kind().device));
    config.putShort(0x06, (short) HAS_CAPABILITIES);
    config.putInt(0x08, function.kind().classCode << 8 | 1);
    config.put(0x34, (byte) PCI_EXPRESS);
    if (function.isPort()) {
      putBridge(config, function.slot().secondary());
    } else if (function.slot().number() == 0) {
      config.put(0x0e, (byte) 0x80);
    }
    putPciExpress(config, function.isPort());
    putExtended(config, function);
    return config.array();
  }

  private static void putBridge(ByteBuffer config, int secondary) {
    config.put(0x0e, (byte) 0x81);
    config.put(0x19, (byte) secondary);
    config.put(0x1a, (byte) secondary);
  }

  /** PCI Express capability (id 0x10), version 2; type 4 is a root port, 0 an endpoint. */
  private static void putPciExpress(ByteBuffer config, boolean isPort) {
    config.put(PCI_EXPRESS, (byte) 0x10);
    config.putShort(PCI_EXPRESS + 2, (short) ((isPort ? 4 : 0) << 4 | 2));
    // Device capabilities: an endpoint can reset itself (FLR, bit 28).
    config.putInt(PCI_EXPRESS + 4, isPort ? 0 : 1 << 28);
  }

  /** A port isolates what is below it (ACS, id 0x0d); a card with virtual functions has SR-IOV. */
  private static void putExtended(ByteBuffer config, SyntheticFunction function) {
    int virtual = function.virtualFunctions().size();
    if (function.isPort()) {
      config.putInt(FIRST_EXTENDED, 0x0001000d);
      config.putShort(FIRST_EXTENDED + 4, (short) 0x1f);
      config.putShort(FIRST_EXTENDED + 6, (short) 0x1d);
    } else if (virtual > 0) {
      config.putInt(FIRST_EXTENDED, 0x00010010);
      config.putShort(FIRST_EXTENDED + 0x0c, (short) virtual);
      config.putShort(FIRST_EXTENDED + 0x0e, (short) virtual);
      config.putShort(FIRST_EXTENDED + 0x10, (short) virtual);
      config.putShort(FIRST_EXTENDED + 0x14, (short) 0x80);
      config.putShort(FIRST_EXTENDED + 0x16, (short) 1);
    }
  }
}
