package org.iommuscope.model.config;

/**
 * Single Root I/O Virtualization, extended id 0x0010.
 *
 * @param offset where it begins
 * @param enabled VF Enable
 * @param initialVfs InitialVFs
 * @param totalVfs TotalVFs
 * @param numVfs NumVFs
 * @param firstOffset First VF Offset: added to the PF's requester id
 * @param stride VF Stride: from one VF's requester id to the next
 * @param vfDevice VF Device ID
 */
public record Sriov(
    int offset,
    boolean enabled,
    int initialVfs,
    int totalVfs,
    int numVfs,
    int firstOffset,
    int stride,
    int vfDevice) {

  static final int ID = 0x10;
  static final int LENGTH = 0x40;

  static Sriov read(ConfigBytes bytes, int at) {
    return new Sriov(
        at,
        (bytes.u16(at + 0x08) & 1) != 0,
        bytes.u16(at + 0x0c),
        bytes.u16(at + 0x0e),
        bytes.u16(at + 0x10),
        bytes.u16(at + 0x14),
        bytes.u16(at + 0x16),
        bytes.u16(at + 0x1a));
  }
}
