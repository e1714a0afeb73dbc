package org.iommuscope.imports.capture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A folder of a capture. */
public non-sealed interface Folder extends Entry {

  String name();

  /** The folder around it; the root has none. */
  Optional<Folder> parent();

  /** The names in it, in no order. */
  Collection<String> names();

  /** What a name in it stands for; {@code .} and {@code ..} are no names. */
  Optional<Entry> child(String name);

  /** The names in it, sorted. */
  default List<String> sortedNames() {
    return names().stream().sorted().toList();
  }

  /** The child of this name where it is a folder. */
  default Optional<Folder> folder(String name) {
    return child(name).orElse(null) instanceof Folder folder
        ? Optional.of(folder)
        : Optional.empty();
  }

  /** The child of this name where it is a link. */
  default Optional<Link> link(String name) {
    return child(name).orElse(null) instanceof Link link ? Optional.of(link) : Optional.empty();
  }
}
