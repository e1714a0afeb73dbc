package org.iommuscope.app.export;

/** A table that is written row by row. */
final class HtmlTable {

  private final HtmlWriter out;
  private boolean inRow;

  HtmlTable(HtmlWriter out, String... heads) {
    this.out = out;
    out.begin("div", "class", "wide").begin("table").begin("thead").begin("tr");
    for (String head : heads) {
      out.element("th", head, "scope", "col");
    }
    out.end().end().begin("tbody");
  }

  /** Begins the next row. */
  HtmlTable row(String... attributes) {
    endRow();
    out.begin("tr", attributes);
    inRow = true;
    return this;
  }

  HtmlTable cell(String text) {
    out.element("td", text);
    return this;
  }

  /** A cell whose text is a name that programs know. */
  HtmlTable code(String text) {
    out.begin("td").element("code", text).end();
    return this;
  }

  /** A name that leads to another place of the page. */
  HtmlTable link(String text, String id) {
    out.begin("td").begin("a", "href", "#" + id).element("code", text).end().end();
    return this;
  }

  void end() {
    endRow();
    out.end().end().end();
  }

  private void endRow() {
    if (inRow) {
      out.end();
      inRow = false;
    }
  }
}
