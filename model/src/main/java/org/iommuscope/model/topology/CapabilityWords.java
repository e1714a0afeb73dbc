package org.iommuscope.model.topology;

/**
 * The capabilities of a function as {@code lspci -vv} puts them into words; the bytes they were
 * made of were not captured, so {@link PciFunction#config()} stays unread.
 *
 * @param portType bits 7 to 4 of the PCI Express Capabilities Register; absent for a conventional
 *     function
 * @param acs absent where other extended capabilities are printed and this one is not
 * @param linkMost what the link can do, {@code 8GT/s x16}
 * @param linkNow what was negotiated
 */
public record CapabilityWords(
    Reading<Integer> portType,
    Reading<AcsWords> acs,
    Reading<String> linkMost,
    Reading<String> linkNow) {

  /**
   * Access Control Services, put together again from the names of its bits.
   *
   * @param offset where it begins
   * @param capability the bits printed with a plus in {@code ACSCap}
   * @param control those in {@code ACSCtl}
   */
  public record AcsWords(int offset, int capability, int control) {}
}
