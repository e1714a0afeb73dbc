package org.iommuscope.app.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements in the syntax that HTML and XML share; every text is escaped. */
final class HtmlWriter {

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  HtmlWriter() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws XMLStreamException;
  }

  /** Opens an element; attributes are names and values in turn. */
  HtmlWriter begin(String tag, String... attributes) {
    return write(() -> {
      xml.writeStartElement(tag);
      writeAttributes(attributes);
    });
  }

  /** Closes the element that was opened last. */
  HtmlWriter end() {
    return write(() -> {
      xml.writeEndElement();
      xml.writeCharacters("\n");
    });
  }

  /** An element that cannot have content. */
  HtmlWriter empty(String tag, String... attributes) {
    return write(() -> {
      xml.writeEmptyElement(tag);
      writeAttributes(attributes);
      xml.writeCharacters("\n");
    });
  }

  HtmlWriter text(String text) {
    return write(() -> xml.writeCharacters(Xml.lawful(text)));
  }

  HtmlWriter element(String tag, String text, String... attributes) {
    return begin(tag, attributes).text(text).end();
  }

  /** Markup as it is; never with text from a capture or a plan. */
  HtmlWriter raw(String markup) {
    return write(() -> {
      // Closes the start tag that may still be open.
      xml.writeCharacters("");
      xml.flush();
      out.write(markup);
    });
  }

  String finish() {
    write(xml::close);
    return out.toString();
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (int at = 0; at < attributes.length; at += 2) {
      xml.writeAttribute(attributes[at], Xml.lawful(attributes[at + 1]));
    }
  }

  private HtmlWriter write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
