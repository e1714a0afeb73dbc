package org.iommuscope.imports.anonymise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.imports.capture.Capture;
import org.iommuscope.imports.capture.CapturedFile;
import org.iommuscope.imports.capture.Content;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.imports.capture.Oddity;

/** Replaces what names people and machines in a captured tree, in names and link targets too. */
final class TreeMasking {

  /** Deeper than any sysfs. */
  private static final int DEEPEST = 100;

  private final Masks masks = new Masks();
  private final TextMasking texts;
  private final ConfigMasking configs = new ConfigMasking(masks);
  private final Set<String> hosts = new TreeSet<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();

  TreeMasking(Set<String> words) {
    texts = new TextMasking(masks, words);
  }

  AnonymisedCapture mask(Capture capture) {
    leftOut.putAll(capture.leftOut());
    collectHosts(capture.root(), 0);
    walk(capture.root(), 0);
    return new AnonymisedCapture(masks.given(), leftOut, items, false);
  }

  /** Texts that tell the host's name may stand behind those that use it. */
  private void collectHosts(Folder folder, int depth) {
    for (String name : folder.sortedNames()) {
      if (depth == 0
          && folder.child(name).orElse(null) instanceof CapturedFile file
          && file.content() instanceof Content.Bytes(byte[] bytes)) {
        hosts.addAll(TextMasking.hostNamesIn(text(bytes)));
      }
    }
    folder
        .folder("proc")
        .ifPresent(proc -> {
          if (depth == 0) {
            collectHosts(proc, 0);
          }
        });
  }

  private void walk(Folder folder, int depth) {
    for (String name : folder.sortedNames()) {
      folder.child(name).ifPresent(entry -> take(entry, name, depth));
    }
  }

  private void take(Entry entry, String name, int depth) {
    switch (entry) {
      case Folder folder when depth < DEEPEST -> {
        items.add(new Item.Folder(masked(folder.path())));
        walk(folder, depth + 1);
      }
      case Folder tooDeep -> leftOut.merge(name, 1, Integer::sum);
      case Link link -> items.add(new Item.Link(masked(link.path()), masked(link.target())));
      case CapturedFile file -> takeFile(file, name);
      case Oddity oddity -> leftOut.merge(name, 1, Integer::sum);
    }
  }

  private void takeFile(CapturedFile file, String name) {
    switch (file.content()) {
      case Content.Bytes(byte[] bytes) ->
          items.add(new Item.File(masked(file.path()), content(file.path(), name, bytes)));
      case Content.Unreadable unread -> leftOut.merge(name, 1, Integer::sum);
    }
  }

  private byte[] content(String path, String name, byte[] bytes) {
    return name.equals("config")
        ? configs.mask(bytes, path)
        : texts.mask(text(bytes), path, hosts).getBytes(StandardCharsets.UTF_8);
  }

  private String masked(String path) {
    return path.contains("enx") ? texts.mask(path, "sys/class/net", Set.of()) : path;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
