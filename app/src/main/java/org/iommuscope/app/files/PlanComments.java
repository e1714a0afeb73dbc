package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.GuestName;

/**
 * The comments of a plan file that the window shows and edits: those at the plan, its guests and
 * their devices. Others stay in the file as they are.
 */
final class PlanComments {

  private final String file;
  private final Map<Commented, String> found = new LinkedHashMap<>();

  private PlanComments(String file) {
    this.file = file;
  }

  /** Reads them from a file whose guests were read without a fault. */
  static Map<Commented, String> read(String file, JsonObject plan) throws MalformedFile {
    PlanComments comments = new PlanComments(file);
    comments.add(plan, new Commented.WholePlan());
    for (JsonObject guest : elements(plan, "guests")) {
      comments.addGuest(guest);
    }
    return comments.found;
  }

  private void addGuest(JsonObject guest) throws MalformedFile {
    GuestName name = GuestReader.read(file, guest).name();
    add(guest, new Commented.OfGuest(name));
    for (JsonObject device : elements(guest, "devices")) {
      add(device, new Commented.OfDevice(name, GuestReader.device(file, device).device()));
    }
  }

  private void add(JsonObject object, Commented where) {
    if (object.get(Fields.COMMENT).orElse(null) instanceof JsonText comment) {
      found.putIfAbsent(where, comment.text());
    }
  }

  private static List<JsonObject> elements(JsonObject parent, String key) {
    Optional<JsonValue> value = parent.get(key);
    return value.orElse(null) instanceof JsonArray array
        ? array.elements().stream().map(JsonObject.class::cast).toList()
        : List.of();
  }
}
