package org.iommuscope.imports.capture;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder of the real file system; every step looks at a link itself and never through it. */
record DiskFolder(Path place, String path, @Nullable DiskFolder above, DiskWatch watch)
    implements Folder {

  static DiskFolder root(Path place, DiskWatch watch) {
    return new DiskFolder(place, "", null, watch);
  }

  @Override
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public Optional<Folder> parent() {
    return Optional.ofNullable(above);
  }

  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(place)) {
      children.forEach(child -> names.add(child.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      watch.notes().unreadable(path, "the folder cannot be listed: " + DiskFile.reasonOf(e));
    }
    return names;
  }

  @Override
  public Optional<Entry> child(String name) {
    watch.step();
    Path child = place.resolve(name);
    String inside = Paths.join(path, name);
    try {
      BasicFileAttributes is =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (is.isSymbolicLink()) {
        return Optional.of(new Link(this, name, Files.readSymbolicLink(child).toString()));
      }
      if (is.isDirectory()) {
        return Optional.of(new DiskFolder(child, inside, this, watch));
      }
      return Optional.of(
          is.isRegularFile()
              ? new DiskFile(child, inside, KeptFiles.limitOf(name(), name))
              : new Oddity(inside));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      watch.notes().unreadable(inside, "it cannot be looked at: " + DiskFile.reasonOf(e));
      return Optional.empty();
    }
  }
}
