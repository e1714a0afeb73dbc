package org.iommuscope.app.files;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonText;

/** Sessions as JSON, {@code iommuscope-session/1}; each plan stands whole in a line. */
public final class SessionText {

  private static final Set<String> SPREAD = Set.of("", "plans");
  private static final List<String> KEYS =
      List.of("format", "at", "closed", "origin", "captures", "window", "shown", "plans");

  private final PlanReader plans;

  /** A reader that knows some rule profiles through its reader of plans. */
  public SessionText(PlanReader plans) {
    this.plans = plans;
  }

  /** The text of a session's file. */
  public static String write(SavedSession session) {
    Rewriting object =
        Rewriting.of(Optional.empty())
            .always("format", JsonValue.of(SavedSession.FORMAT))
            .always("at", JsonValue.of(session.at().toString()))
            .always("closed", JsonValue.of(session.closed()))
            .always("origin", JsonValue.of(session.origin()))
            .always(
                "captures", JsonValue.of(session.captures().stream().map(JsonValue::of).toList()));
    session.window().ifPresent(look -> object.always("window", window(look)));
    object
        .always("shown", JsonValue.of(session.shown()))
        .always("plans", JsonValue.of(session.plans().stream().map(SessionText::plan).toList()));
    return JsonPrinter.print(object.done(), SPREAD);
  }

  /**
   * Reads a session.
   *
   * @return empty where the text is none, torn say or of a later program
   */
  public Optional<SavedSession> read(String file, String text) {
    try {
      JsonValue json = JsonReader.read(file, text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(session(Fields.of(file, "a session", json, KEYS)));
    } catch (MalformedFile none) {
      return Optional.empty();
    }
  }

  private static JsonValue window(SavedSession.WindowLook look) {
    return Rewriting.of(Optional.empty())
        .always("width", JsonValue.of(look.width()))
        .always("height", JsonValue.of(look.height()))
        .always("maximized", JsonValue.of(look.maximized()))
        .always("table", JsonValue.of(look.table()))
        .done();
  }

  private static JsonValue plan(SavedSession.SavedPlan plan) {
    return Rewriting.of(Optional.empty())
        .always("name", JsonValue.of(plan.name()))
        .optional("file", plan.file())
        .always("unsaved", JsonValue.of(plan.unsaved()))
        .always("plan", new PlanWriter().json(plan.plan()))
        .done();
  }

  private SavedSession session(Fields fields) throws MalformedFile {
    fields.required(
        "format",
        JsonPrinter.quoted(SavedSession.FORMAT),
        text -> Optional.of(text).filter(SavedSession.FORMAT::equals));
    List<String> captures = new ArrayList<>();
    for (JsonValue capture : fields.elements("captures")) {
      if (capture instanceof JsonText path) {
        captures.add(path.text());
      }
    }
    List<SavedSession.SavedPlan> read = new ArrayList<>();
    for (JsonValue plan : fields.elements("plans")) {
      read.add(plan(fields.file(), plan));
    }
    return new SavedSession(
        fields.required("at", "an instant", SessionText::instant),
        fields.truth("closed").orElse(false),
        fields.text("origin").orElse(""),
        captures,
        window(fields),
        fields.text("shown").orElse(""),
        read);
  }

  private static Optional<SavedSession.WindowLook> window(Fields session) throws MalformedFile {
    Optional<JsonValue> value = session.object().get("window");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        Fields.of(
            session.file(),
            "a window",
            value.get(),
            List.of("width", "height", "maximized", "table"));
    return Optional.of(
        new SavedSession.WindowLook(
            pixels(fields, "width"),
            pixels(fields, "height"),
            fields.truth("maximized").orElse(false),
            fields.truth("table").orElse(false)));
  }

  private static int pixels(Fields window, String key) throws MalformedFile {
    return Math.toIntExact(window.number(key, 1, 1 << 16).orElse(1L));
  }

  private SavedSession.SavedPlan plan(String file, JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "a plan", value, List.of("name", "file", "unsaved", "plan"));
    JsonValue plan =
        fields.object().get("plan").orElseThrow(() -> fields.missing("plan", "a plan"));
    return new SavedSession.SavedPlan(
        fields.required("name", Forms.NAME, Forms::name),
        fields.text("file"),
        Math.toIntExact(fields.number("unsaved", 0, Integer.MAX_VALUE).orElse(0L)),
        plans.plan(file, plan));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
