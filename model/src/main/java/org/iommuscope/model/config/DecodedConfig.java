package org.iommuscope.model.config;

import java.util.function.BiFunction;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * What a config space says of its function, read when it is asked for. A capability is absent where
 * its whole list was captured, and unread where the capture ends before or the list is broken.
 */
public final class DecodedConfig {

  private static final int HEADER_TYPE = 0x0e;
  private static final int SECONDARY_BUS = 0x19;
  private static final int ADVANCED_FEATURES = 0x13;
  private static final int SERIAL_NUMBER = 0x03;

  private final ConfigBytes bytes;
  private final CapabilityList standard;
  private final CapabilityList extended;

  private DecodedConfig(ConfigSpace space) {
    this.bytes = new ConfigBytes(space);
    this.standard = CapabilityWalk.standard(bytes);
    this.extended = extended();
  }

  /** Decodes a config space of at least 64 bytes. */
  public static DecodedConfig of(ConfigSpace space) {
    return new DecodedConfig(space);
  }

  /** The decoded config space of a function whose config was captured. */
  public static Reading<DecodedConfig> of(PciFunction function) {
    return function.config().map(DecodedConfig::of);
  }

  /** A conventional function has no extended space; one of PCI Express always has. */
  private CapabilityList extended() {
    return switch (standard.offsetOf(Express.ID)) {
      case Reading.Absent<Integer>() -> CapabilityList.none(CapabilityList.End.WHOLE);
      case Reading.Unread<Integer>() -> CapabilityList.none(CapabilityList.End.CUT);
      case Reading.Present<Integer> express -> CapabilityWalk.extended(bytes);
    };
  }

  /** Captured bytes. */
  public int length() {
    return bytes.space().length();
  }

  /** Bit 7 of the header type; functions above 0 often lack it. */
  public boolean isMultifunction() {
    return (bytes.u8(HEADER_TYPE) & 0x80) != 0;
  }

  /** Bits 6 to 0 of the header type: 0 function, 1 bridge, 2 CardBus. */
  public int headerType() {
    return bytes.u8(HEADER_TYPE) & 0x7f;
  }

  /** The bus below a bridge, 0 to 255. */
  public Reading<Integer> secondaryBus() {
    return headerType() == 0 ? Reading.absent() : Reading.of(bytes.u8(SECONDARY_BUS));
  }

  /** Whether a capability list leads back to itself or to where none can be. */
  public boolean isBroken() {
    return standard.end() == CapabilityList.End.BROKEN
        || extended.end() == CapabilityList.End.BROKEN;
  }

  public Reading<Express> express() {
    return read(standard, Express.ID, Express.LENGTH, Express::read);
  }

  public Reading<Acs> acs() {
    return read(extended, Acs.ID, Acs.LENGTH, Acs::read);
  }

  public Reading<Sriov> sriov() {
    return read(extended, Sriov.ID, Sriov.LENGTH, Sriov::read);
  }

  public Reading<PowerManagement> power() {
    return read(standard, PowerManagement.ID, PowerManagement.LENGTH, PowerManagement::read);
  }

  public Reading<Msi> msi() {
    return read(standard, Msi.ID, Msi.LENGTH, Msi::read);
  }

  public Reading<Msi> msix() {
    return read(standard, Msi.EXTENDED_ID, Msi.LENGTH, Msi::readExtended);
  }

  public Reading<Translation> ats() {
    return read(extended, Translation.ATS, Translation.LENGTH, Translation::readAts);
  }

  public Reading<Translation> pri() {
    return read(extended, Translation.PRI, Translation.LENGTH, Translation::readPri);
  }

  public Reading<Translation> pasid() {
    return read(extended, Translation.PASID, Translation.LENGTH, Translation::readPasid);
  }

  public Reading<Ari> ari() {
    return read(extended, Ari.ID, Ari.LENGTH, Ari::read);
  }

  /** Where a Device Serial Number is; its value is of no use here and may identify the owner. */
  public Reading<Integer> serialNumber() {
    return extended.offsetOf(SERIAL_NUMBER);
  }

  /**
   * Whether it can be reset alone: Function Level Reset of PCI Express, or of the Advanced Features
   * of a conventional function.
   */
  public Reading<Boolean> functionLevelReset() {
    return switch (express()) {
      case Reading.Present<Express>(Express express) -> Reading.of(express.functionLevelReset());
      case Reading.Unread<Express>() -> Reading.unread();
      case Reading.Absent<Express>() -> advancedFeaturesReset();
    };
  }

  private Reading<Boolean> advancedFeaturesReset() {
    Reading<Boolean> reset =
        read(standard, ADVANCED_FEATURES, 4, (all, at) -> (all.u8(at + 3) & 2) != 0);
    return switch (reset) {
      case Reading.Absent<Boolean>() -> Reading.of(false);
      case Reading.Present<Boolean> known -> known;
      case Reading.Unread<Boolean> unread -> unread;
    };
  }

  ConfigBytes bytes() {
    return bytes;
  }

  /** A capability that begins inside the capture and ends outside it is unread. */
  private <T> Reading<T> read(
      CapabilityList list, int id, int length, BiFunction<ConfigBytes, Integer, T> form) {
    return switch (list.offsetOf(id)) {
      case Reading.Present<Integer>(Integer at) ->
          bytes.has(at, length) ? Reading.of(form.apply(bytes, at)) : Reading.unread();
      case Reading.Absent<Integer>() -> Reading.absent();
      case Reading.Unread<Integer>() -> Reading.unread();
    };
  }
}
