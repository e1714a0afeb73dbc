package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.iommuscope.app.files.JsonValue.JsonObject;

/**
 * Builds an object of a file anew and keeps what the old one said besides: comments, keys of other
 * programs, defaults that were spelled out, and the chosen words where several mean the same.
 */
final class Rewriting {

  private final JsonObject old;
  private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();

  private Optional<String> comment = Optional.empty();
  private Optional<String> newCommentBehind = Optional.empty();

  private Rewriting(JsonObject old) {
    this.old = old;
  }

  static Rewriting of(Optional<JsonObject> old) {
    return new Rewriting(old.orElseGet(() -> new JsonObject(new LinkedHashMap<>(), 0)));
  }

  /** The object under a key of another, where there is one. */
  static Optional<JsonObject> inside(Optional<JsonObject> parent, String key) {
    return parent
        .flatMap(object -> object.get(key))
        .flatMap(
            value -> value instanceof JsonObject found ? Optional.of(found) : Optional.empty());
  }

  /** A member that is always written. */
  Rewriting always(String key, JsonValue value) {
    return put(key, value);
  }

  /** A member that may be left out at its default, and then stays out unless it was written. */
  Rewriting unless(boolean isDefault, String key, JsonValue value) {
    return isDefault && old.get(key).isEmpty() ? this : put(key, value);
  }

  Rewriting optional(String key, Optional<String> text) {
    return text.isPresent() ? put(key, JsonValue.of(text.get())) : this;
  }

  Rewriting optional(String key, Optional<String> text, Predicate<String> same) {
    return text.isPresent() ? text(key, text.get(), same) : this;
  }

  /** A text that stays as it was written if that means the same. */
  Rewriting text(String key, String text, Predicate<String> same) {
    return reworded(
        key,
        JsonValue.of(text),
        was -> was instanceof JsonValue.JsonText words && same.test(words.text()));
  }

  /** A value that stays as it was written if that means the same. */
  Rewriting reworded(String key, JsonValue value, Predicate<JsonValue> same) {
    return put(key, old.get(key).filter(same).orElse(value));
  }

  /** A comment that was never written stands here. */
  Rewriting commentHere() {
    newCommentBehind = Optional.of(members.lastEntry().getKey());
    return this;
  }

  /** Says another comment, or none where it is blank; it stays where it stood. */
  Rewriting comment(String text) {
    comment = Optional.of(text);
    return this;
  }

  /** What is kept stands behind the member that it stood behind. */
  JsonObject done() {
    LinkedHashMap<String, JsonValue> result = new LinkedHashMap<>();
    String before = "";
    LinkedHashMap<String, LinkedHashMap<String, JsonValue>> keptBehind = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : old.members().entrySet()) {
      if (members.containsKey(member.getKey())) {
        before = member.getKey();
      } else if (Fields.isKept(member.getKey()) && !isOutdated(member.getKey())) {
        keptBehind
            .computeIfAbsent(before, first -> new LinkedHashMap<>())
            .put(member.getKey(), member.getValue());
      } else if (member.getKey().equals(Fields.COMMENT)) {
        newCommentBehind = Optional.of(before);
      }
    }
    comment
        .filter(text -> !text.isBlank() && !text.equals(writtenComment()))
        .ifPresent(text ->
            keptBehind
                .computeIfAbsent(commentBehind(), first -> new LinkedHashMap<>())
                .putFirst(Fields.COMMENT, JsonValue.of(text)));
    result.putAll(keptBehind.getOrDefault("", new LinkedHashMap<>()));
    members.forEach((key, value) -> {
      result.put(key, value);
      result.putAll(keptBehind.getOrDefault(key, new LinkedHashMap<>()));
    });
    return new JsonObject(result, 0);
  }

  /** Whether this is the comment as it was written, and another is wanted. */
  private boolean isOutdated(String key) {
    return key.equals(Fields.COMMENT)
        && comment.filter(text -> !text.equals(writtenComment())).isPresent();
  }

  private String writtenComment() {
    return old.get(Fields.COMMENT).orElse(null) instanceof JsonValue.JsonText words
        ? words.text()
        : "";
  }

  private String commentBehind() {
    return newCommentBehind.orElseGet(() -> members.lastEntry().getKey());
  }

  private Rewriting put(String key, JsonValue value) {
    members.put(key, value);
    return this;
  }
}
