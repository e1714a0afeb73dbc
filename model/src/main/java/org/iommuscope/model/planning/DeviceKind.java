package org.iommuscope.model.planning;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** What kind of device a guest shall have, whichever it is. */
public sealed interface DeviceKind {

  /**
   * A PCI function.
   *
   * @param category what it does; none means anything
   * @param ids vendor and device, 16 bits each
   * @param pf the physical function whose VFs are meant
   * @param with what must sit in the same slot and comes along: the audio of a GPU
   * @param anyOf the functions to choose among; empty means all
   */
  record Function(
      Optional<Category> category,
      Optional<Ids> ids,
      Optional<PciAddress> pf,
      List<Category> with,
      List<DeviceRef> anyOf)
      implements DeviceKind {

    public Function {
      with = List.copyOf(with);
      anyOf = List.copyOf(anyOf);
    }

    /** Whether a function is of this kind, whatever hinders its being given. */
    public boolean fits(PciFunction function) {
      return !function.isBridge()
          && category.map(wanted -> wanted.fits(function)).orElse(true)
          && ids.map(wanted -> wanted.fits(function)).orElse(true)
          && pf.map(wanted -> isOf(wanted, function)).orElse(true)
          && (anyOf.isEmpty() || anyOf.contains(function.address()));
    }

    private static boolean isOf(PciAddress pf, PciFunction function) {
      return function.sriov().physfn().known().filter(pf::equals).isPresent();
    }
  }

  /** An mdev of a type, new or already there. */
  record Mdev(String type) implements DeviceKind {}

  /** Vendor and device of a PCI function, 16 bits each. */
  record Ids(int vendor, int device) {
    boolean fits(PciFunction function) {
      return function.ids().vendor().known().filter(id -> id == vendor).isPresent()
          && function.ids().device().known().filter(id -> id == device).isPresent();
    }
  }

  /** What a function does, by the base class of the PCI Code and ID Assignment Specification. */
  public enum Category {
    STORAGE(0x01),
    NETWORK(0x02),
    DISPLAY(0x03),
    AUDIO(0x04),
    USB(0x0c03),
    ACCELERATOR(0x12);

    private static final int CLASS_BITS = 24;
    private static final int SUBCLASS_BITS = 16;
    private static final int BASE_BITS = 8;

    private final int code;

    Category(int code) {
      this.code = code;
    }

    boolean fits(PciFunction function) {
      int bits = CLASS_BITS - (code > 0xff ? SUBCLASS_BITS : BASE_BITS);
      return function.ids().classCode().known().filter(known -> known >> bits == code).isPresent();
    }
  }
}
