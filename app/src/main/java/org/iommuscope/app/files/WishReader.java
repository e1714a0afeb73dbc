package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.planning.DeviceKind;
import org.iommuscope.model.planning.GuestRequest;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostUse;

/**
 * Reads the wishes of a plan file: guests without devices, and what the host keeps. Only who fills
 * them in asks; to all others they are words that a file keeps.
 */
public final class WishReader {

  /** Wishes, or what is wrong with them. */
  public sealed interface Reading {
    record Opened(Requests requests) implements Reading {}

    record Refused(FileProblem problem) implements Reading {}
  }

  static final List<String> KEYS =
      List.of("guest", "guests", "sameNode", "node", "devices", "keep");
  static final List<String> DEVICE_KEYS =
      List.of("count", "category", "ids", "of", "with", "anyOf", "mdevType");

  private static final String CATEGORIES = "storage, network, display, audio, usb or accelerator";
  private static final String IDS = "vendor and device such as 8086:10d3";
  private static final Pattern IDS_FORM = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");
  private static final int HEX = 16;
  private static final int MOST = 4096;

  private final String file;
  private final List<GuestRequest> guests = new ArrayList<>();
  private final Set<HostUse.Kind> uses = new HashSet<>();
  private final Set<DeviceRef> devices = new HashSet<>();

  private WishReader(String file) {
    this.file = file;
  }

  /**
   * Reads the wishes of a plan.
   *
   * @param name the name that messages give its file
   */
  public static Reading read(String name, PlanFile file) {
    WishReader reader = new WishReader(name);
    try {
      for (JsonValue wish : new Fields(name, "a plan", file.written()).elements("wishes")) {
        reader.wish(Fields.of(name, "a wish", wish, KEYS));
      }
      return new Reading.Opened(new Requests(reader.guests, reader.uses, reader.devices));
    } catch (MalformedFile malformed) {
      return new Reading.Refused(malformed.problem());
    }
  }

  private void wish(Fields wish) throws MalformedFile {
    if (wish.has("keep") == wish.has("guest")) {
      throw wish.problem(
          wish.object(),
          "a wish with " + (wish.has("keep") ? "both \"guest\" and \"keep\"" : "neither of them"),
          "either \"guest\" or \"keep\"");
    }
    for (JsonValue value : wish.elements("keep")) {
      keep(wish, value);
    }
    if (wish.has("guest")) {
      guests.add(request(wish));
    }
  }

  private void keep(Fields wish, JsonValue value) throws MalformedFile {
    String text = value instanceof JsonValue.JsonText words ? words.text() : "";
    Optional<HostUse.Kind> use = Forms.word(HostUse.Kind.values()).read(text);
    Optional<DeviceRef> device = Forms.address(text).map(address -> address);
    if (use.isEmpty() && device.isEmpty()) {
      throw wish.wrong(
          "keep", value, "disk, uplink, console, keyboard or an address such as 0000:01:00.0");
    }
    use.ifPresent(uses::add);
    device.ifPresent(devices::add);
  }

  private GuestRequest request(Fields wish) throws MalformedFile {
    Optional<Long> node = wish.number("node", 0, MOST);
    List<GuestRequest.DeviceRequest> wanted = new ArrayList<>();
    for (JsonValue value : wish.elements("devices")) {
      wanted.add(device(Fields.of(file, "a wished device", value, DEVICE_KEYS)));
    }
    return new GuestRequest(
        wish.required("guest", Forms.NAME, Forms::name),
        wish.number("guests", 1, MOST).orElse(1L).intValue(),
        wish.truth("sameNode").orElse(false),
        node.isPresent() ? OptionalInt.of(node.get().intValue()) : OptionalInt.empty(),
        wanted);
  }

  private static GuestRequest.DeviceRequest device(Fields fields) throws MalformedFile {
    int count = fields.number("count", 1, MOST).orElse(1L).intValue();
    Optional<String> type = fields.formed("mdevType", Forms.NAME, Forms::name);
    return new GuestRequest.DeviceRequest(
        count, type.isPresent() ? new DeviceKind.Mdev(type.get()) : function(fields));
  }

  private static DeviceKind function(Fields fields) throws MalformedFile {
    List<DeviceKind.Category> with = new ArrayList<>();
    for (JsonValue value : fields.elements("with")) {
      with.add(
          text(value)
              .flatMap(Forms.word(DeviceKind.Category.values())::read)
              .orElseThrow(() -> fields.wrong("with", value, CATEGORIES)));
    }
    List<DeviceRef> anyOf = new ArrayList<>();
    for (JsonValue value : fields.elements("anyOf")) {
      anyOf.add(
          text(value)
              .flatMap(Forms::address)
              .orElseThrow(() -> fields.wrong("anyOf", value, Forms.ADDRESS)));
    }
    return new DeviceKind.Function(
        fields.formed("category", CATEGORIES, Forms.word(DeviceKind.Category.values())),
        fields.formed("ids", IDS, WishReader::ids),
        fields.formed("of", Forms.ADDRESS, Forms::address),
        with,
        anyOf);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonValue.JsonText words ? Optional.of(words.text()) : Optional.empty();
  }

  private static Optional<DeviceKind.Ids> ids(String text) {
    Matcher form = IDS_FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new DeviceKind.Ids(
                Integer.parseInt(form.group(1), HEX), Integer.parseInt(form.group(2), HEX)))
        : Optional.empty();
  }
}
