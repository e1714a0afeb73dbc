package org.iommuscope.imports.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of XML.
 *
 * @param text its own characters, stripped
 * @param line where it ends to begin: the line of its start tag's end, counted from 1
 */
public record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children, int line) {

  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** The children of this name. */
  public List<XmlElement> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** The first child of this name. */
  public Optional<XmlElement> first(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /** The text of the first child of this name, where it has one. */
  public Optional<String> text(String childName) {
    return first(childName).map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  /** The value of an attribute. */
  public Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  /** This element and all below it. */
  public Stream<XmlElement> deep() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::deep));
  }
}
