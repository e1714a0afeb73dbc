package org.iommuscope.app.definitions;

import java.util.stream.Collectors;

/** XML for libvirt, an element a line. */
final class XmlText {

  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** Values of attributes, in the order name, value, name, value. */
  private static String attributes(String... pairs) {
    StringBuilder all = new StringBuilder();
    for (int at = 0; at < pairs.length; at += 2) {
      all.append(' ').append(pairs[at]).append("='").append(escaped(pairs[at + 1])).append('\'');
    }
    return all.toString();
  }

  XmlText open(String name, String... attributes) {
    line("<" + name + attributes(attributes) + ">");
    depth++;
    return this;
  }

  XmlText close(String name) {
    depth--;
    return line("</" + name + ">");
  }

  XmlText empty(String name, String... attributes) {
    return line("<" + name + attributes(attributes) + "/>");
  }

  XmlText text(String name, String text, String... attributes) {
    return line("<" + name + attributes(attributes) + ">" + escaped(text) + "</" + name + ">");
  }

  XmlText comment(String text) {
    return line("<!-- " + lawful(text).replace("--", "- -") + " -->");
  }

  private XmlText line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
    return this;
  }

  private static String escaped(String text) {
    return lawful(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;");
  }

  /** XML 1.0 has no control characters, not even escaped. */
  private static String lawful(String text) {
    return text.codePoints()
        .map(c -> c < 0x20 || c == 0xfffe || c == 0xffff || (c >= 0xd800 && c < 0xe000) ? ' ' : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
