package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonObject;

/**
 * Joins what two people made of one plan file: guests, devices, steps, bindings and waivers are
 * found again by what they are about, and each of their keys is merged for itself. Where both
 * changed the same thing in different ways, the first one's stays and a conflict tells of it.
 */
public final class PlanMerge {

  /** Where the conflicts of a merge stand in the merged file; readers keep it and ignore it. */
  static final String CONFLICTS = "x-conflicts";

  private final List<MergeConflict> conflicts = new ArrayList<>();

  private PlanMerge() {}

  /**
   * What came of it.
   *
   * @param file the merged plan, with every conflict under {@code x-conflicts}
   * @param contradiction why the parts make no plan together: a step, say, of a guest that the
   *     other took out; the file is then the first one's
   */
  public record Merged(
      PlanFile file, List<MergeConflict> conflicts, Optional<FileProblem> contradiction) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }

    public boolean isClean() {
      return conflicts.isEmpty() && contradiction.isEmpty();
    }
  }

  /** Merges two plans that were made from one. */
  public static Merged of(PlanFile base, PlanFile ours, PlanFile theirs, PlanReader reader) {
    PlanMerge merge = new PlanMerge();
    JsonObject joined = merge.objects(List.of(), Optional.of(json(base)), json(ours), json(theirs));
    try {
      PlanFile file = reader.plan("the merged plan", with(joined, merge.conflicts));
      return new Merged(file, merge.conflicts, Optional.empty());
    } catch (MalformedFile contradiction) {
      return new Merged(ours, merge.conflicts, Optional.of(contradiction.problem()));
    }
  }

  private static JsonObject json(PlanFile file) {
    return (JsonObject) MergeParts.unplaced(new PlanWriter().json(file));
  }

  private static JsonObject with(JsonObject merged, List<MergeConflict> conflicts) {
    if (conflicts.isEmpty()) {
      return merged;
    }
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>(merged.members());
    members.put(
        CONFLICTS,
        JsonValue.of(conflicts.stream().map(MergeConflict::sentence).map(JsonValue::of).toList()));
    return new JsonObject(members, 0);
  }

  private Optional<JsonValue> values(
      List<String> path,
      Optional<JsonValue> base,
      Optional<JsonValue> ours,
      Optional<JsonValue> theirs) {
    if (ours.equals(theirs) || theirs.equals(base)) {
      return ours;
    }
    if (ours.equals(base)) {
      return theirs;
    }
    if (ours.orElse(null) instanceof JsonObject one
        && theirs.orElse(null) instanceof JsonObject two) {
      return Optional.of(objects(path, base, one, two));
    }
    Optional<MergeParts> parts = MergeParts.of(path);
    if (parts.isPresent()
        && ours.orElse(null) instanceof JsonArray one
        && theirs.orElse(null) instanceof JsonArray two) {
      return Optional.of(arrays(path, parts.get(), base, one, two));
    }
    conflicts.add(new MergeConflict(path, base, ours, theirs));
    return ours;
  }

  private JsonObject objects(
      List<String> path, Optional<JsonValue> base, JsonObject ours, JsonObject theirs) {
    SequencedMap<String, JsonValue> before =
        base.orElse(null) instanceof JsonObject object ? object.members() : new LinkedHashMap<>();
    return new JsonObject(members(path, before, ours.members(), theirs.members()), 0);
  }

  private JsonArray arrays(
      List<String> path,
      MergeParts parts,
      Optional<JsonValue> base,
      JsonArray ours,
      JsonArray theirs) {
    SequencedMap<String, JsonValue> before =
        base.orElse(null) instanceof JsonArray array ? parts.named(array) : new LinkedHashMap<>();
    return new JsonArray(
        List.copyOf(members(path, before, parts.named(ours), parts.named(theirs)).values()), 0);
  }

  private LinkedHashMap<String, JsonValue> members(
      List<String> path,
      SequencedMap<String, JsonValue> base,
      SequencedMap<String, JsonValue> ours,
      SequencedMap<String, JsonValue> theirs) {
    Set<String> names = new LinkedHashSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    names.addAll(base.keySet());
    LinkedHashMap<String, JsonValue> merged = new LinkedHashMap<>();
    for (String name : names) {
      values(
              MergeParts.below(path, name),
              Optional.ofNullable(base.get(name)),
              Optional.ofNullable(ours.get(name)),
              Optional.ofNullable(theirs.get(name)))
          .ifPresent(value -> merged.put(name, value));
    }
    MergeOrder order = MergeOrder.of(base.keySet(), ours.keySet(), theirs.keySet());
    if (order.isContested() && MergeParts.of(path).isPresent()) {
      conflicts.add(
          new MergeConflict(
              MergeParts.below(path, MergeConflict.ORDER),
              MergeParts.list(base.keySet()),
              MergeParts.list(ours.keySet()),
              MergeParts.list(theirs.keySet())));
    }
    LinkedHashMap<String, JsonValue> ordered = new LinkedHashMap<>();
    order.of(merged.keySet()).forEach(name -> ordered.put(name, merged.get(name)));
    return ordered;
  }
}
