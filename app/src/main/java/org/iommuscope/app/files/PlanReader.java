package org.iommuscope.app.files;

import static org.iommuscope.app.files.Forms.DEVICE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.files.JsonValue.JsonNull;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.Reading;

/** Reads plan files, {@code iommuscope-plan/1}. */
public final class PlanReader {

  /** The keys of a plan in the order in which they are written. */
  static final List<String> KEYS =
      List.of(
          "format",
          "host",
          "profile",
          "environment",
          "bindings",
          "mdevs",
          "annotations",
          "guests",
          "sequence",
          "wishes",
          "waivers");

  static final List<String> MDEV_KEYS = List.of("uuid", "parent", "type");
  static final List<String> ANNOTATION_KEYS =
      List.of("iommuDevice", "aux", "donates", "heldBy", "cacheCoherent");
  static final List<String> WAIVER_KEYS = List.of("rule", "device", "until");

  private final Set<String> profiles;

  /**
   * A reader for a program that knows some rule profiles.
   *
   * @param profiles their ids
   */
  public PlanReader(Collection<String> profiles) {
    this.profiles = Set.copyOf(profiles);
  }

  /**
   * Reads a plan.
   *
   * @param file the name that messages give the file
   * @param content JSON in UTF-8
   */
  public PlanReading read(String file, byte[] content) {
    try {
      return new PlanReading.Opened(plan(file, JsonReader.read(file, content)));
    } catch (MalformedFile malformed) {
      return new PlanReading.Refused(malformed.problem());
    }
  }

  /** Makes a plan of JSON that was read already or made. */
  PlanFile plan(String file, JsonValue json) throws MalformedFile {
    Fields fields = Fields.of(file, "a plan", json, KEYS);
    fields.required(
        "format",
        JsonPrinter.quoted(PlanFile.FORMAT),
        text -> Optional.of(text).filter(PlanFile.FORMAT::equals));
    List<Guest> guests = guests(fields);
    for (JsonValue wish : fields.elements("wishes")) {
      Fields.objectOf(file, "a wish", wish);
    }
    AssignmentPlan plan =
        new AssignmentPlan(
            profile(fields),
            environment(fields),
            bindings(fields),
            mdevs(fields),
            annotations(fields),
            guests,
            sequence(fields, names(guests)),
            waivers(fields),
            PlanComments.read(file, fields.object()));
    return new PlanFile(plan, host(fields), fields.object());
  }

  private Optional<String> profile(Fields fields) throws MalformedFile {
    return fields.formed(
        "profile",
        "one of " + String.join(", ", profiles.stream().sorted().toList()),
        text -> Optional.of(text).filter(profiles::contains));
  }

  private static Optional<HostMark> host(Fields plan) throws MalformedFile {
    Optional<JsonValue> value = plan.object().get("host");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        Fields.of(plan.file(), "the host", value.get(), List.of("fingerprint", "captured"));
    return Optional.of(
        new HostMark(
            fields.text("fingerprint"),
            fields.formed("captured", Forms.DATE, Forms::date),
            SketchJson.read(fields.object())));
  }

  private static Environment environment(Fields plan) throws MalformedFile {
    Optional<JsonValue> value = plan.object().get("environment");
    return value.isEmpty()
        ? Environment.DEFAULTS
        : EnvironmentReader.read(plan.file(), value.get());
  }

  private static SequencedMap<DeviceRef, Optional<String>> bindings(Fields plan)
      throws MalformedFile {
    TreeMap<DeviceRef, Optional<String>> bindings = new TreeMap<>();
    for (Map.Entry<DeviceRef, JsonValue> entry : byDevice(plan, "bindings").entrySet()) {
      JsonValue driver = entry.getValue();
      if (driver instanceof JsonText text && Forms.name(text.text()).isPresent()) {
        bindings.put(entry.getKey(), Optional.of(text.text()));
      } else if (driver instanceof JsonNull) {
        bindings.put(entry.getKey(), Optional.empty());
      } else {
        throw plan.problem(
            driver,
            driver.described() + " as the driver of " + entry.getKey().text(),
            "a driver's name, or null for none");
      }
    }
    return bindings;
  }

  private static List<PlannedMdev> mdevs(Fields plan) throws MalformedFile {
    List<PlannedMdev> mdevs = new ArrayList<>();
    for (JsonValue value : plan.elements("mdevs")) {
      mdevs.add(mdev(plan.file(), value));
    }
    return mdevs;
  }

  static PlannedMdev mdev(String file, JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "an mdev", value, MDEV_KEYS);
    return new PlannedMdev(
        fields.required("uuid", Forms.UUID, Forms::uuid),
        fields.required("parent", DEVICE, Forms::device),
        fields.required("type", "a type id", Forms::name));
  }

  private static SequencedMap<DeviceRef, Annotation> annotations(Fields plan) throws MalformedFile {
    TreeMap<DeviceRef, Annotation> annotations = new TreeMap<>();
    for (Map.Entry<DeviceRef, JsonValue> entry : byDevice(plan, "annotations").entrySet()) {
      Fields fields = Fields.of(plan.file(), "an annotation", entry.getValue(), ANNOTATION_KEYS);
      annotations.put(
          entry.getKey(),
          new Annotation(
              iommuDevice(fields),
              fields.truth("aux"),
              fields.truth("donates"),
              fields.text("heldBy"),
              fields.truth("cacheCoherent")));
    }
    return annotations;
  }

  /** A null says that no physical device stands behind an mdev. */
  private static Reading<DeviceRef> iommuDevice(Fields annotation) throws MalformedFile {
    if (annotation.isNull("iommuDevice")) {
      return Reading.absent();
    }
    return annotation
        .formed("iommuDevice", DEVICE, Forms::device)
        .map(Reading::of)
        .orElseGet(Reading::unread);
  }

  private static List<Guest> guests(Fields plan) throws MalformedFile {
    if (!plan.has("guests")) {
      throw plan.missing("guests", "an array of guests");
    }
    List<Guest> guests = new ArrayList<>();
    Set<GuestName> names = new HashSet<>();
    for (JsonValue value : plan.elements("guests")) {
      Guest guest = GuestReader.read(plan.file(), value);
      if (!names.add(guest.name())) {
        throw plan.problem(
            value,
            "a second guest named " + JsonPrinter.quoted(guest.name().text()),
            "every name once");
      }
      guests.add(guest);
    }
    return guests;
  }

  private static Set<GuestName> names(List<Guest> guests) {
    Set<GuestName> names = new HashSet<>();
    guests.forEach(guest -> names.add(guest.name()));
    return names;
  }

  private static Optional<List<PlanStep>> sequence(Fields plan, Set<GuestName> guests)
      throws MalformedFile {
    if (!plan.has("sequence")) {
      return Optional.empty();
    }
    List<PlanStep> steps = new ArrayList<>();
    for (JsonValue value : plan.elements("sequence")) {
      steps.add(new StepReader(plan.file(), guests::contains).read(value));
    }
    return Optional.of(steps);
  }

  private static List<Waiver> waivers(Fields plan) throws MalformedFile {
    List<Waiver> waivers = new ArrayList<>();
    for (JsonValue value : plan.elements("waivers")) {
      Fields fields = Fields.of(plan.file(), "a waiver", value, WAIVER_KEYS);
      waivers.add(
          new Waiver(
              fields.required("rule", "a rule's name", Forms::name),
              fields.formed("device", DEVICE, Forms::device),
              fields.text(Fields.COMMENT),
              fields.formed("until", Forms.DATE, Forms::date)));
    }
    return waivers;
  }

  /** The members of an object whose keys name devices. */
  private static SequencedMap<DeviceRef, JsonValue> byDevice(Fields plan, String key)
      throws MalformedFile {
    TreeMap<DeviceRef, JsonValue> devices = new TreeMap<>();
    Optional<JsonValue> value = plan.object().get(key);
    if (value.isEmpty()) {
      return devices;
    }
    JsonObject object = Fields.objectOf(plan.file(), key, value.get());
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (Fields.isKept(member.getKey())) {
        continue;
      }
      JsonValue found = member.getValue();
      String quoted = JsonPrinter.quoted(member.getKey());
      DeviceRef device =
          Forms.device(member.getKey())
              .orElseThrow(() -> plan.problem(found, quoted + " as a key of " + key, DEVICE));
      if (devices.put(device, found) != null) {
        throw plan.problem(found, quoted + " a second time in " + key, "every device once");
      }
    }
    return devices;
  }
}
