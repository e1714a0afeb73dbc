package org.iommuscope.imports.capture;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder of an archive, filled while the archive is read. */
final class MemoryFolder implements Folder {

  private final String name;
  private final @Nullable MemoryFolder above;
  private @Nullable String path;
  private final Map<String, Entry> children = new HashMap<>();

  MemoryFolder(String name, @Nullable MemoryFolder above) {
    this.name = name;
    this.above = above;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    @Nullable String known = path;
    if (known == null) {
      known = above == null ? "" : Paths.join(above.path(), name);
      path = known;
    }
    return known;
  }

  @Override
  public Optional<Folder> parent() {
    return Optional.ofNullable(above);
  }

  @Override
  public Collection<String> names() {
    return children.keySet();
  }

  @Override
  public Optional<Entry> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  @Nullable Entry put(String name, Entry entry) {
    return children.put(name, entry);
  }
}
