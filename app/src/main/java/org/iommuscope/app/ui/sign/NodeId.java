package org.iommuscope.app.ui.sign;

/** The ids of controls that are made for something of the host or the plan. */
public final class NodeId {

  private NodeId() {}

  /** Joins parts to an id that selectors can name: {@code guest-A-device-0000-04-00-0}. */
  public static String of(Object... parts) {
    StringBuilder id = new StringBuilder();
    for (Object part : parts) {
      id.append(id.isEmpty() ? "" : "-").append(plain(part.toString()));
    }
    return id.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "-");
  }
}
