package org.iommuscope.app.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A plan, or a part of it, as one line of ASCII that a definition of another program carries where
 * that keeps remarks: what the other program has no word for comes back by it.
 */
public final class PlanNote {

  /** The devices that the definition itself names, each as there and, where other, as planned. */
  private static final String CARRIES = "x-carries";

  /** Of how many guests the plan is; stands at the note that says what is of all. */
  private static final String GUESTS = "x-guests";

  /** The number of a note's guest, so that the order of files says nothing. */
  private static final String GUEST = "x-guest";

  /** That the other program gives devices to vfio-pci itself. */
  private static final String BINDS = "x-binds";

  private PlanNote() {}

  /**
   * What notes say together.
   *
   * @param guests the guest of each note, by its number among the notes
   * @param carried for each note, the devices of its definition and what they are in the plan
   * @param missing how many guests of the plan have no note here
   */
  public record Noted(
      PlanFile plan,
      List<String> guests,
      List<Map<DeviceRef, DeviceRef>> carried,
      Set<DeviceRef> boundByTarget,
      int missing) {

    public Noted {
      guests = List.copyOf(guests);
      carried = List.copyOf(carried);
      boundByTarget = Set.copyOf(boundByTarget);
    }
  }

  /** What came of reading notes. */
  public sealed interface Reading {

    record Read(Noted noted) implements Reading {}

    record Refused(FileProblem problem) implements Reading {}
  }

  /**
   * The note of one guest's definition; that of the first says also what is of all guests.
   *
   * @param carried the devices that the definition names, and what they are in the plan
   * @param binds whether the program that reads the definition gives them to vfio-pci
   */
  public static String ofGuest(
      PlanFile file, int guest, Map<DeviceRef, DeviceRef> carried, boolean binds) {
    JsonObject plan = new PlanWriter().json(file);
    List<JsonValue> guests = elements(plan, "guests");
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    if (guest == 0) {
      members.putAll(plan.members());
      members.put(GUESTS, JsonValue.of(guests.size()));
    } else {
      members.put("format", JsonValue.of(PlanFile.FORMAT));
    }
    members.put("guests", JsonValue.of(List.of(guests.get(guest))));
    members.put(GUEST, JsonValue.of(guest));
    List<JsonValue> named = new ArrayList<>();
    carried.forEach((there, planned) ->
        named.add(
            JsonValue.of(there.text() + (there.equals(planned) ? "" : "=" + planned.text()))));
    members.put(CARRIES, JsonValue.of(named));
    if (binds) {
      members.put(BINDS, JsonValue.of(true));
    }
    return ascii(JsonPrinter.line(JsonValue.of(members)));
  }

  /** The note of a definition that is of all guests and names none of their devices. */
  public static String ofAll(PlanFile file) {
    JsonObject plan = new PlanWriter().json(file);
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>(plan.members());
    members.put(GUESTS, JsonValue.of(elements(plan, "guests").size()));
    return ascii(JsonPrinter.line(JsonValue.of(members)));
  }

  /**
   * Puts notes together.
   *
   * @param where what the problem of a broken note names
   * @param profiles ids of the rule profiles that a plan may name
   */
  public static Reading read(String where, List<String> notes, Collection<String> profiles) {
    try {
      List<JsonObject> read = new ArrayList<>();
      for (String note : notes) {
        read.add(object(where, note));
      }
      return new Reading.Read(together(where, read, profiles));
    } catch (MalformedFile malformed) {
      return new Reading.Refused(malformed.problem());
    }
  }

  private static JsonObject object(String where, String note) throws MalformedFile {
    JsonValue value = JsonReader.read(where, note.getBytes(StandardCharsets.UTF_8));
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new MalformedFile(
        new FileProblem(where, value.line(), value.described() + " as a note", "an object"));
  }

  private static Noted together(String where, List<JsonObject> notes, Collection<String> profiles)
      throws MalformedFile {
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of(PlanFile.FORMAT));
    List<JsonValue> alone = new ArrayList<>();
    TreeMap<Long, JsonValue> numbered = new TreeMap<>();
    List<String> names = new ArrayList<>();
    List<Map<DeviceRef, DeviceRef>> carried = new ArrayList<>();
    Set<DeviceRef> bound = new LinkedHashSet<>();
    long wanted = 0;
    for (JsonObject note : notes) {
      List<JsonValue> own = elements(note, "guests");
      OptionalLong at = number(note, GUEST);
      if (at.isPresent() && !own.isEmpty() && !numbered.containsKey(at.getAsLong())) {
        numbered.put(at.getAsLong(), own.getFirst());
      } else {
        alone.addAll(own);
      }
      names.add(own.isEmpty() ? "" : name(own.getFirst()));
      carried.add(carried(note));
      if (note.get(BINDS).isPresent()) {
        bound.addAll(carried.getLast().values());
      }
      if (number(note, GUESTS).isPresent()) {
        members.clear();
        members.putAll(note.members());
        wanted = number(note, GUESTS).getAsLong();
      }
    }
    List<JsonValue> guests = new ArrayList<>(numbered.values());
    guests.addAll(alone);
    members.put("guests", JsonValue.of(guests));
    int missing = (int) Math.max(0, wanted - guests.size());
    if (missing > 0) {
      members.remove("sequence");
    }
    List.of(CARRIES, GUESTS, GUEST, BINDS).forEach(members::remove);
    PlanFile plan = new PlanReader(profiles).plan(where, JsonValue.of(members));
    return new Noted(plan, names, carried, bound, missing);
  }

  private static Map<DeviceRef, DeviceRef> carried(JsonObject note) {
    Map<DeviceRef, DeviceRef> carried = new HashMap<>();
    for (JsonValue each : elements(note, CARRIES)) {
      if (each instanceof JsonText(String text, int line)) {
        int equals = text.indexOf('=');
        String there = equals < 0 ? text : text.substring(0, equals);
        String planned = text.substring(equals + 1);
        if (!there.isBlank() && !planned.isBlank()) {
          carried.put(DeviceRef.parse(there), DeviceRef.parse(planned));
        }
      }
    }
    return carried;
  }

  private static OptionalLong number(JsonObject note, String key) {
    return note.get(key).orElse(null) instanceof JsonNumber(String digits, int line)
            && digits.matches("\\d{1,9}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  private static String name(JsonValue guest) {
    return guest instanceof JsonObject object
            && object.get("name").orElse(null) instanceof JsonText(String text, int line)
        ? text
        : "";
  }

  private static List<JsonValue> elements(JsonObject object, String key) {
    return object.get(key).orElse(null) instanceof JsonArray(List<JsonValue> elements, int line)
        ? elements
        : List.of();
  }

  /** The same JSON with its other characters as escapes: remarks pass through many encodings. */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder();
    for (char c : json.toCharArray()) {
      if (c < 0x7f) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return ascii.toString();
  }
}
