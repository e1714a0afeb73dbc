package org.iommuscope.model.rules.profiles;

import static org.iommuscope.model.rules.Rules.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.attach.AttachStep.Kind;
import org.iommuscope.model.rules.Rule;

/** What the designs of 2019 change in the kernel that they were made for. */
final class ProposedRows {

  private ProposedRows() {}

  /** The container remembers which groups it has attached, and for whom. */
  static Map<Kind, List<Rule>> attach() {
    Map<Kind, List<Rule>> rows = ViabilityRows.withBackedMdevs();
    remove(rows, Kind.JOIN_BACKEND, BACKING_GROUP_IS_VIABLE);
    replace(rows, Kind.JOIN_BACKEND, BACKING_GROUP_IS_SINGLETON, BACKING_GROUP_IS_VIABLE);
    replace(rows, Kind.JOIN_BACKEND, GROUP_IS_IN_DEFAULT_DOMAIN, GROUP_IS_ATTACHED_BY_NOBODY_ELSE);
    append(rows, Kind.GET_DEVICE, WRAPPED_FUNCTION_IS_USED_AS_MDEV);
    append(rows, Kind.UNSET_CONTAINER, DOMAIN_STAYS_FOR_OTHERS);
    return rows;
  }

  /** An attached mdev counts as an open of its backing group. */
  static Map<Kind, List<Rule>> openCount() {
    Map<Kind, List<Rule>> rows = ViabilityRows.withBackedMdevs();
    append(rows, Kind.OPEN_GROUP, BACKING_GROUP_OPENS_ONCE);
    replace(rows, Kind.JOIN_BACKEND, BACKING_GROUP_IS_SINGLETON, BACKING_GROUP_OPENS_ONCE);
    return rows;
  }

  /** A backed mdev is a member of its backing group, beside devices of another bus. */
  static Map<Kind, List<Rule>> inherit() {
    Map<Kind, List<Rule>> rows = ViabilityRows.withBackedMdevs();
    remove(rows, Kind.JOIN_BACKEND, MEMBERS_SHARE_ONE_BUS);
    remove(rows, Kind.JOIN_BACKEND, BACKING_GROUP_IS_SINGLETON);
    remove(rows, Kind.JOIN_BACKEND, BACKING_GROUP_IS_VIABLE);
    append(rows, Kind.GET_DEVICE, INHERITED_GROUP_SERVES_ONE_PURPOSE);
    return rows;
  }

  private static void replace(Map<Kind, List<Rule>> rows, Kind kind, Rule old, Rule other) {
    List<Rule> changed = changed(rows, kind);
    changed.set(changed.indexOf(old), other);
    rows.put(kind, changed);
  }

  private static void remove(Map<Kind, List<Rule>> rows, Kind kind, Rule old) {
    List<Rule> shorter = changed(rows, kind);
    shorter.remove(old);
    rows.put(kind, shorter);
  }

  private static void append(Map<Kind, List<Rule>> rows, Kind kind, Rule rule) {
    List<Rule> longer = changed(rows, kind);
    longer.add(rule);
    rows.put(kind, longer);
  }

  private static List<Rule> changed(Map<Kind, List<Rule>> rows, Kind kind) {
    return new ArrayList<>(rows.getOrDefault(kind, List.of()));
  }
}
