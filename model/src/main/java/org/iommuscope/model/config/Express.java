package org.iommuscope.model.config;

/**
 * The PCI Express Capability, id 0x10.
 *
 * @param offset where it begins
 * @param version Capability Version
 * @param functionLevelReset Device Capabilities, bit 28
 * @param most Link Capabilities: what the link can do
 * @param now Link Status: what was negotiated
 */
public record Express(
    int offset,
    int version,
    PortType type,
    boolean hasSlot,
    boolean functionLevelReset,
    Link most,
    Link now) {

  static final int ID = 0x10;
  static final int LENGTH = 0x14;

  static Express read(ConfigBytes bytes, int at) {
    int flags = bytes.u16(at + 2);
    return new Express(
        at,
        flags & 0xf,
        PortType.of(flags >> 4 & 0xf),
        (flags & 0x100) != 0,
        (bytes.u32(at + 4) & 1 << 28) != 0,
        Link.of(bytes.u32(at + 0x0c)),
        Link.of(bytes.u16(at + 0x12)));
  }
}
