package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonNull;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.app.prediction.Preconditions;
import org.iommuscope.app.prediction.StepInputs;
import org.iommuscope.app.replay.RecordedStep;
import org.iommuscope.app.replay.Recording;
import org.iommuscope.model.plan.Environment.MdevBacking;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;

/** Reads recordings: one scenario a line, each a JSON object. */
public final class RecordingReader {

  /** What came of opening a recording. */
  public sealed interface Reading {

    record Opened(List<Recording> scenarios) implements Reading {}

    record Refused(FileProblem problem) implements Reading {}
  }

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final String file;

  private RecordingReader(String file) {
    this.file = file;
  }

  /** Reads a whole recording; a last line that was cut off refuses all of it. */
  public static Reading read(String file, byte[] content) {
    try {
      return new Reading.Opened(new RecordingReader(file).scenarios(content));
    } catch (MalformedFile malformed) {
      return new Reading.Refused(malformed.problem());
    }
  }

  private List<Recording> scenarios(byte[] content) throws MalformedFile {
    List<Recording> scenarios = new ArrayList<>();
    int line = 1;
    for (int from = 0; from < content.length; line++) {
      int to = endOfLine(content, from);
      if (!isBlank(content, from, to)) {
        scenarios.add(scenario(JsonReader.read(file, line, content, from, to - from)));
      }
      from = to + 1;
    }
    if (scenarios.isEmpty()) {
      throw new MalformedFile(new FileProblem(file, 0, "no scenario", "one JSON object a line"));
    }
    return scenarios;
  }

  private Recording scenario(JsonValue value) throws MalformedFile {
    JsonObject object = Fields.objectOf(file, "a scenario", value);
    Fields fields = new Fields(file, "a scenario", object);
    List<RecordedStep> steps = new ArrayList<>();
    if (!fields.has("steps")) {
      throw fields.missing("steps", "an array of steps");
    }
    for (JsonValue step : fields.elements("steps")) {
      steps.add(step(new Fields(file, "a step", Fields.objectOf(file, "a step", step))));
    }
    return new Recording(
        fields.required("capture", "the name of a capture", RecordingReader::fileName),
        fields.text("scenario").orElse(""),
        preconditions(fields),
        steps);
  }

  private RecordedStep step(Fields fields) throws MalformedFile {
    StepInputs inputs =
        new StepInputs(
            optionalText(fields, "vm"),
            fields.required("op", "what is asked", Optional::of),
            optionalText(fields, "target").orElse(""),
            texts(fields, "arg"),
            optionalText(fields, "qemu_version"));
    return new RecordedStep(
        inputs,
        fields.required("errno", "an errno's name, OK or another answer", Optional::of),
        optionalText(fields, "detail").orElse(""),
        fields.isNull("stderr") ? List.of() : lines(fields));
  }

  private Preconditions preconditions(Fields fields) throws MalformedFile {
    Fields setup = inside(fields, "setup");
    return new Preconditions(
        fields.text("kernel").orElse(""),
        bindings(fields),
        groups(fields),
        mdevs(fields),
        fields.formed(
            "mdev_backing",
            "attach-device, attach-group or ignored",
            Forms.word(MdevBacking.values())),
        texts(setup, "parameters"),
        user(setup, "nodeOwner"),
        user(setup, "qemuUid"),
        bytes(setup, "qemuMemlock"));
  }

  private TreeMap<DeviceRef, Optional<String>> bindings(Fields fields) throws MalformedFile {
    TreeMap<DeviceRef, Optional<String>> bindings = new TreeMap<>();
    for (Map.Entry<String, JsonValue> entry : members(fields, "bindings").entrySet()) {
      bindings.put(device(fields, entry), driver(fields, entry));
    }
    return bindings;
  }

  /** A noiommu group's number follows from the bindings, and a device without one has none. */
  private TreeMap<DeviceRef, GroupId> groups(Fields fields) throws MalformedFile {
    TreeMap<DeviceRef, GroupId> groups = new TreeMap<>();
    for (Map.Entry<String, JsonValue> entry : members(fields, "groups").entrySet()) {
      DeviceRef device = device(fields, entry);
      String number = asText(entry.getValue());
      if (NUMBER.matcher(number).matches()) {
        groups.put(device, new GroupId(Integer.parseInt(number)));
      }
    }
    return groups;
  }

  private static DeviceRef device(Fields fields, Map.Entry<String, JsonValue> entry)
      throws MalformedFile {
    return Forms.device(entry.getKey())
        .orElseThrow(() -> fields.wrong(entry.getKey(), entry.getValue(), "a device as a key"));
  }

  private static Optional<String> driver(Fields fields, Map.Entry<String, JsonValue> entry)
      throws MalformedFile {
    return switch (entry.getValue()) {
      case JsonText text -> Optional.of(text.text());
      case JsonNull none -> Optional.empty();
      case JsonValue other -> throw fields.wrong(entry.getKey(), other, "a driver or null");
    };
  }

  private LinkedHashMap<MdevUuid, Preconditions.Mdev> mdevs(Fields fields) throws MalformedFile {
    LinkedHashMap<MdevUuid, Preconditions.Mdev> mdevs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : members(fields, "mdevs").entrySet()) {
      MdevUuid uuid =
          Forms.uuid(entry.getKey())
              .orElseThrow(() -> fields.wrong(entry.getKey(), entry.getValue(), "a UUID as a key"));
      Fields mdev = new Fields(file, "an mdev", Fields.objectOf(file, "an mdev", entry.getValue()));
      mdevs.put(
          uuid,
          new Preconditions.Mdev(
              mdev.required("parent", Forms.DEVICE, Forms::device),
              mdev.truth("iommu_backed").orElse(false)));
    }
    return mdevs;
  }

  private OptionalInt user(Fields setup, String key) throws MalformedFile {
    Optional<Long> uid = setup.number(key, 0, Integer.MAX_VALUE);
    return uid.isPresent() ? OptionalInt.of((int) (long) uid.get()) : OptionalInt.empty();
  }

  private OptionalLong bytes(Fields setup, String key) throws MalformedFile {
    Optional<Long> bytes = setup.number(key, 0, Long.MAX_VALUE);
    return bytes.isPresent() ? OptionalLong.of(bytes.get()) : OptionalLong.empty();
  }

  private List<String> lines(Fields fields) throws MalformedFile {
    List<String> lines = new ArrayList<>();
    for (JsonValue line : fields.elements("stderr")) {
      lines.add(line instanceof JsonText text ? text.text() : "");
    }
    return lines;
  }

  /** The members of an object as texts. */
  private Map<String, String> texts(Fields fields, String key) throws MalformedFile {
    Map<String, String> texts = new HashMap<>();
    members(fields, key).forEach((name, value) -> texts.put(name, asText(value)));
    return texts;
  }

  private static String asText(JsonValue value) {
    return switch (value) {
      case JsonText text -> text.text();
      case JsonNumber number -> number.digits();
      case JsonBoolean truth -> Boolean.toString(truth.value());
      case JsonNull none -> "";
      case JsonArray array -> "";
      case JsonObject object -> "";
    };
  }

  private Map<String, JsonValue> members(Fields fields, String key) throws MalformedFile {
    return inside(fields, key).object().members();
  }

  private Fields inside(Fields fields, String key) throws MalformedFile {
    Optional<JsonValue> value = fields.isNull(key) ? Optional.empty() : fields.object().get(key);
    JsonObject object =
        value.isPresent()
            ? Fields.objectOf(file, key, value.get())
            : new JsonObject(new LinkedHashMap<>(), 0);
    return new Fields(file, key, object);
  }

  private static Optional<String> optionalText(Fields fields, String key) throws MalformedFile {
    return fields.isNull(key) ? Optional.empty() : fields.text(key);
  }

  private static Optional<String> fileName(String text) {
    boolean plain = !text.isBlank() && !text.contains("/") && !text.startsWith(".");
    return plain ? Optional.of(text) : Optional.empty();
  }

  private static int endOfLine(byte[] content, int from) {
    int to = from;
    while (to < content.length && content[to] != '\n') {
      to++;
    }
    return to;
  }

  private static boolean isBlank(byte[] content, int from, int to) {
    for (int at = from; at < to; at++) {
      if (content[at] > ' ' || content[at] < 0) {
        return false;
      }
    }
    return true;
  }
}
