package org.iommuscope.imports.markup;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one XML element; a document type, and so every entity of its own, is refused. */
public final class XmlParsing {

  /** A text of this depth is an attack and no description of a host or a guest. */
  private static final int DEEPEST = 100;

  private final XMLStreamReader in;
  private final int firstLine;

  private XmlParsing(XMLStreamReader in, int firstLine) {
    this.in = in;
    this.firstLine = firstLine;
  }

  /** Where and why XML could not be read. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Malformed(int line, String what) {
      super(what, null, false, false);
      this.line = line;
    }

    public int line() {
      return line;
    }

    /** What was found there. */
    public String what() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The root element of a document.
   *
   * @param firstLine the number of the text's first line
   */
  public static XmlElement document(String text, int firstLine) throws Malformed {
    try {
      XMLStreamReader in = factory().createXMLStreamReader(new StringReader(text));
      XmlParsing parsing = new XmlParsing(in, firstLine);
      try {
        return parsing.root();
      } catch (XMLStreamException e) {
        throw new Malformed(parsing.line(), "XML that is not well-formed");
      } finally {
        in.close();
      }
    } catch (XMLStreamException e) {
      throw new Malformed(firstLine, "no XML");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // QEMU's elements in libvirt are written by prefix, and a fragment may lack its declaration
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private int line() {
    return firstLine + Math.max(0, in.getLocation().getLineNumber() - 1);
  }

  private XmlElement root() throws XMLStreamException, Malformed {
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.DTD) {
        throw new Malformed(line(), "a document type, which is never read");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        return element(0);
      }
    }
    throw new Malformed(line(), "no element");
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private XmlElement element(int depth) throws XMLStreamException, Malformed {
    if (depth > DEEPEST) {
      throw new Malformed(line(), "elements nested deeper than " + DEEPEST);
    }
    String name = withoutPrefix(in.getLocalName());
    int line = line();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int at = 0; at < in.getAttributeCount(); at++) {
      attributes.put(in.getAttributeLocalName(at), in.getAttributeValue(at));
    }
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        default -> {}
      }
    }
    return new XmlElement(name, attributes, text.toString().strip(), children, line);
  }
}
