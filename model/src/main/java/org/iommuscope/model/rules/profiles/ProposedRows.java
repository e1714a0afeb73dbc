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
    Map<Kind, List<Rule>> rows = ViabilityRows.table();
    rows.put(
        Kind.JOIN_BACKEND,
        List.of(
            MDEV_BACKING_IS_KNOWN,
            TCE_CONTAINER_HOLDS_ONE_GROUP,
            MEMBERS_SHARE_ONE_BUS,
            AUX_DOMAINS_ARE_SUPPORTED,
            BACKING_DEVICE_HAS_GROUP,
            BACKING_GROUP_IS_VIABLE,
            GROUP_IS_ATTACHED_BY_NOBODY_ELSE,
            AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN,
            NO_DIRECT_REGION,
            INTERRUPTS_ARE_ISOLATED));
    append(rows, Kind.GET_DEVICE, WRAPPED_FUNCTION_IS_USED_AS_MDEV);
    append(rows, Kind.UNSET_CONTAINER, DOMAIN_STAYS_FOR_OTHERS);
    return rows;
  }

  /** An attached mdev counts as an open of its backing group. */
  static Map<Kind, List<Rule>> openCount() {
    Map<Kind, List<Rule>> rows = ViabilityRows.table();
    append(rows, Kind.OPEN_GROUP, BACKING_GROUP_OPENS_ONCE);
    rows.put(
        Kind.JOIN_BACKEND,
        List.of(
            MDEV_BACKING_IS_KNOWN,
            TCE_CONTAINER_HOLDS_ONE_GROUP,
            MEMBERS_SHARE_ONE_BUS,
            AUX_DOMAINS_ARE_SUPPORTED,
            BACKING_DEVICE_HAS_GROUP,
            BACKING_GROUP_OPENS_ONCE,
            GROUP_IS_IN_DEFAULT_DOMAIN,
            AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN,
            NO_DIRECT_REGION,
            BACKING_GROUP_IS_VIABLE,
            INTERRUPTS_ARE_ISOLATED));
    return rows;
  }

  /** A backed mdev is a member of its backing group, beside devices of another bus. */
  static Map<Kind, List<Rule>> inherit() {
    Map<Kind, List<Rule>> rows = ViabilityRows.table();
    rows.put(
        Kind.JOIN_BACKEND,
        List.of(
            MDEV_BACKING_IS_KNOWN,
            TCE_CONTAINER_HOLDS_ONE_GROUP,
            AUX_DOMAINS_ARE_SUPPORTED,
            BACKING_DEVICE_HAS_GROUP,
            GROUP_IS_IN_DEFAULT_DOMAIN,
            AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN,
            NO_DIRECT_REGION,
            INTERRUPTS_ARE_ISOLATED));
    append(rows, Kind.GET_DEVICE, INHERITED_GROUP_SERVES_ONE_PURPOSE);
    return rows;
  }

  private static void append(Map<Kind, List<Rule>> rows, Kind kind, Rule rule) {
    List<Rule> longer = new ArrayList<>(rows.getOrDefault(kind, List.of()));
    longer.add(rule);
    rows.put(kind, longer);
  }
}
