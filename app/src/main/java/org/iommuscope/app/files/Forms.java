package org.iommuscope.app.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** How the texts of a plan file are spelled. */
final class Forms {

  static final String DEVICE = "an address such as 0000:01:00.0, a UUID or a device's sysfs name";
  static final String ADDRESS = "an address such as 0000:01:00.0";
  static final String UUID = "a UUID";
  static final String DATE = "a date such as 2026-11-22";
  static final String NAME = "a name";
  static final String VERSION = "a version such as 6.1";
  static final String SLOT = "a guest slot such as 3.0";

  private static final Pattern LIKE_AN_ADDRESS =
      Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:]*\\.\\w*");
  private static final Pattern SYSFS_NAME = Pattern.compile("[!-.0-~]{1,255}");
  private static final Pattern VERSION_FORM =
      Pattern.compile("\\d{1,4}(\\.\\d{1,6}){1,3}([-+~._\\w]{0,80})");
  private static final Pattern SLOT_FORM = Pattern.compile("(0x)?[01]?[0-9a-fA-F](\\.[0-7])?");

  private Forms() {}

  /** A mistyped address must not pass for the name of a platform device. */
  static Optional<DeviceRef> device(String text) {
    return Optional.of(text)
        .filter(name -> SYSFS_NAME.matcher(name).matches())
        .map(DeviceRef::parse)
        .filter(
            ref -> !(ref instanceof DeviceName) || !LIKE_AN_ADDRESS.matcher(ref.text()).matches());
  }

  static Optional<PciAddress> address(String text) {
    return PciAddress.parse(text);
  }

  static Optional<MdevUuid> uuid(String text) {
    return MdevUuid.parse(text);
  }

  static Optional<String> uuidText(String text) {
    return MdevUuid.parse(text).map(MdevUuid::text);
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  static Optional<GuestName> guest(String text) {
    return name(text).map(GuestName::new);
  }

  static Optional<String> name(String text) {
    return Optional.of(text).filter(name -> !name.isBlank());
  }

  static Optional<String> version(String text) {
    return Optional.of(text).filter(version -> VERSION_FORM.matcher(version).matches());
  }

  static Optional<String> slot(String text) {
    return Optional.of(text).filter(slot -> SLOT_FORM.matcher(slot).matches());
  }

  /** The last part of a sysfs path. */
  static Optional<DeviceRef> sysfsPath(String text) {
    int slash = text.lastIndexOf('/');
    return text.startsWith("/sys/") ? device(text.substring(slash + 1)) : Optional.empty();
  }

  /** The constant of an enum whose name the text spells with dashes, in lower case. */
  static <E extends Enum<E>> Fields.Form<E> word(E[] constants) {
    return text -> {
      for (E constant : constants) {
        if (spelled(constant).equals(text)) {
          return Optional.of(constant);
        }
      }
      return Optional.empty();
    };
  }

  /** The dashed form of a constant: {@code PCIE_PCI_BRIDGE} is {@code pcie-pci-bridge}. */
  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
