package org.iommuscope.imports.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.imports.capture.Capture;
import org.iommuscope.imports.capture.CapturedFile;
import org.iommuscope.imports.capture.Content;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.Quoted;

/** A capture together with the notes about it; every read of a file passes here. */
final class SysfsCapture {

  private final Capture tree;
  private final ImportNotes notes;
  private final ReadTexts texts = new ReadTexts();
  private final Set<String> knownMissing = new HashSet<>();

  SysfsCapture(Capture tree, ImportNotes notes) {
    this.tree = tree;
    this.notes = notes;
  }

  Capture tree() {
    return tree;
  }

  ImportNotes notes() {
    return notes;
  }

  /** What was read of devices and groups. */
  ReadTexts texts() {
    return texts;
  }

  /** The folder at a path, links followed; a note where something else is in its place. */
  Optional<Folder> folder(String path) {
    Optional<Entry> found = tree.find(path);
    if (found.isPresent() && !(found.get() instanceof Folder)) {
      notes.malformed(path, "found a file; expected a folder");
    }
    return found.filter(Folder.class::isInstance).map(Folder.class::cast);
  }

  /** The text of a file at a path, whole. */
  Optional<String> text(String path) {
    return tree.find(path).flatMap(this::text);
  }

  /** The text of a file; empty after a note where it is none or cannot be read. */
  Optional<String> text(Entry entry) {
    return bytes(entry).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The bytes of a file; empty after a note where it is none or cannot be read. */
  Optional<byte[]> bytes(Entry entry) {
    return switch (entry) {
      case CapturedFile file -> bytes(file);
      case Link link -> tree.follow(link).flatMap(this::bytes);
      default -> {
        notes.malformed(entry.path(), "found a folder or a device node; expected a file");
        yield Optional.empty();
      }
    };
  }

  private Optional<byte[]> bytes(CapturedFile file) {
    return switch (file.content()) {
      case Content.Bytes(byte[] bytes) -> Optional.of(bytes);
      case Content.Unreadable(String reason) -> {
        notes.unreadable(file.path(), "it was not read: " + reason);
        yield Optional.empty();
      }
    };
  }

  /** The folder that an entry is, or that it leads to as a link. */
  Optional<Folder> folderBehind(Entry entry) {
    Optional<Entry> found = entry instanceof Link link ? tree.follow(link) : Optional.of(entry);
    return found.filter(Folder.class::isInstance).map(Folder.class::cast);
  }

  /** The child folders of a folder, links followed, sorted by name; others are left out. */
  List<Folder> foldersIn(Folder folder) {
    return folder.sortedNames().stream()
        .flatMap(name -> folder.child(name).stream())
        .flatMap(child -> folderBehind(child).stream())
        .toList();
  }

  /** Notes that a device's own link dangles. */
  void noteDangling(Link link) {
    Optional<String> missing = tree.missingOn(link);
    missing.ifPresent(knownMissing::add);
    String why =
        missing
            .map(path -> "; " + path + " is not in the capture")
            .orElse(", out of the capture or in a circle");
    notes.missing(link.path(), "the link leads to " + Quoted.of(link.target()) + why);
  }

  /**
   * Notes that a link dangles, unless it is known what is missing: thousands of links may lead into
   * one folder that was not captured.
   */
  void noteDanglingOnce(Link link) {
    Optional<String> missing = tree.missingOn(link);
    if (missing.isEmpty() || !knownMissing.contains(missing.get())) {
      noteDangling(link);
    }
  }

  /** Notes that a folder is not there, once, and whether or not a link leads to it. */
  void noteMissing(String path, String text) {
    if (knownMissing.add(path)) {
      notes.missing(path, text);
    }
  }

  void malformed(Entry entry, String found, String expected) {
    notes.malformed(entry.path(), "found " + Quoted.of(found) + "; expected " + expected);
  }
}
