package org.iommuscope.app.files;

import java.util.List;
import java.util.Optional;

/**
 * A part of a plan that two people changed in different ways; the first one's is kept.
 *
 * @param path where it stands, from the plan inwards: {@code guests}, {@code A}, {@code viommu}
 * @param base what both began with; empty where it was not there
 * @param ours what the first says; empty where they took it out
 * @param theirs what the second says
 */
public record MergeConflict(
    List<String> path,
    Optional<JsonValue> base,
    Optional<JsonValue> ours,
    Optional<JsonValue> theirs) {

  /** The order of a list that both changed. */
  static final String ORDER = "the order";

  public MergeConflict {
    path = List.copyOf(path);
  }

  /** The conflict as a sentence. */
  public String sentence() {
    return "%s: %s here, %s there, %s before; what is here is kept"
        .formatted(String.join(" / ", path), words(ours), words(theirs), words(base));
  }

  private static String words(Optional<JsonValue> value) {
    return value.map(MergeConflict::shortened).orElse("not there");
  }

  private static String shortened(JsonValue value) {
    String text = JsonPrinter.line(value);
    return text.length() > 100 ? text.substring(0, 99) + "…" : text;
  }
}
