package org.iommuscope.imports.sysfs;

import java.util.Optional;
import java.util.function.Function;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.Reading;

/**
 * The folder of one device, group or type, read attribute by attribute.
 *
 * <p>What is not there is <em>absent</em> only where the capture shows that it would have been
 * taken: an absent link where other links of the folder were, in a capture that is complete.
 * Otherwise it is <em>unread</em>. A note tells of everything that is there and says nothing
 * usable.
 */
final class DeviceFolder {

  private final SysfsCapture capture;
  private final Folder folder;
  private final boolean hasLinks;

  DeviceFolder(SysfsCapture capture, Folder folder) {
    this.capture = capture;
    this.folder = folder;
    // every device has the first; the others stand in for it where a capture leaves it out
    this.hasLinks =
        capture.tree().isComplete()
            && (isLink("subsystem")
                || isLink("iommu_group")
                || isLink("driver")
                || isLink("iommu")
                || isLink("firmware_node"));
  }

  Folder folder() {
    return folder;
  }

  /** Whether the links of this folder were captured, so that one more would be here. */
  boolean hasLinks() {
    return hasLinks;
  }

  /** Whether the attributes that every PCI function has were captured, so that others would be. */
  boolean hasAttributes() {
    return capture.tree().isComplete() && has("vendor") && has("device") && has("class");
  }

  boolean has(String name) {
    return folder.child(name).isPresent();
  }

  private boolean isLink(String name) {
    return folder.child(name).orElse(null) instanceof Link;
  }

  /** An attribute's value, which a form must fit; unread where it is not there. */
  <T> Reading<T> value(String name, Function<String, Optional<T>> form, String expected) {
    Optional<Entry> entry = folder.child(name);
    Optional<String> text = entry.flatMap(capture::text).map(String::strip);
    if (text.isEmpty()) {
      return Reading.unread();
    }
    keep(name, text.get());
    Optional<T> value = form.apply(text.get());
    if (value.isEmpty()) {
      capture.malformed(entry.get(), text.get(), expected);
    }
    return value.map(Reading::of).orElseGet(Reading::unread);
  }

  /** An attribute's text, for those in which any word is allowed. */
  Reading<String> text(String name) {
    return value(name, Attributes::printable, "a line of text");
  }

  /** The bytes of a file, of which the length alone is kept as a text. */
  Optional<byte[]> bytes(String name) {
    Optional<byte[]> bytes = folder.child(name).flatMap(capture::bytes);
    bytes.ifPresent(all -> keep(name, all.length + " bytes"));
    return bytes;
  }

  /** The whole text of a file of several lines. */
  Optional<String> lines(String name) {
    Optional<String> text = folder.child(name).flatMap(capture::text);
    text.ifPresent(all -> keep(name, all.stripTrailing()));
    return text;
  }

  /** Keeps the text of a file that people look at and no fact is made of. */
  void mention(String name) {
    folder.child(name).flatMap(capture::text).ifPresent(text -> keep(name, text.strip()));
  }

  private void keep(String name, String raw) {
    capture.texts().add(folder.path(), name, raw);
  }

  /** The last name of a link's target; absent where only this link is not there. */
  Reading<String> linkName(String name) {
    Optional<Entry> entry = folder.child(name);
    if (entry.orElse(null) instanceof Link link) {
      keep(name, link.target());
      // of the buses only pci and mdev belong into a capture
      if (!name.equals("subsystem") && capture.tree().follow(link).isEmpty()) {
        capture.noteDanglingOnce(link);
      }
      return nameIn(link);
    }
    if (entry.isPresent() && !(entry.get() instanceof Folder)) {
      capture.malformed(entry.get(), "a file", "a link");
      return Reading.unread();
    }
    return hasLinks ? Reading.absent() : Reading.unread();
  }

  private Reading<String> nameIn(Link link) {
    Optional<String> name = Attributes.printable(link.targetName());
    if (name.isEmpty()) {
      capture.malformed(link, link.target(), "a link to a named folder");
    }
    return name.map(Reading::of).orElseGet(Reading::unread);
  }

  /** The link's last name in a form that it must fit. */
  <T> Reading<T> linkTo(String name, Function<String, Optional<T>> form, String expected) {
    Reading<String> target = linkName(name);
    Optional<T> value = target.known().flatMap(form);
    if (target.known().isPresent() && value.isEmpty()) {
      capture.malformed(folder.child(name).orElseThrow(), target.known().get(), expected);
      return Reading.unread();
    }
    return value.isPresent() ? Reading.of(value.get()) : target.map(unused -> value.orElseThrow());
  }
}
