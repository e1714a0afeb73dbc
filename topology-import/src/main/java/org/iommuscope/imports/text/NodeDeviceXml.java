package org.iommuscope.imports.text;

import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.markup.XmlElement;
import org.iommuscope.imports.markup.XmlParsing;

/**
 * {@code virsh nodedev-dumpxml}, of one device or of many, one after the other or inside another
 * document. A document type stands before the first device, and so is never read.
 */
final class NodeDeviceXml implements TextReader {

  private static final String BEGIN = "<device>";
  private static final String END = "</device>";

  @Override
  public String title() {
    return "libvirt node device XML";
  }

  @Override
  public String mark() {
    return "<device>|<!DOCTYPE";
  }

  @Override
  public Reached read(TextDump text, Evidence evidence) {
    int understood = 0;
    int stop = 0;
    String expected = "<device> with a <capability>";
    for (int index = 0; index < text.size(); index++) {
      if (!text.isFree(index) || !begins(text.line(index))) {
        continue;
      }
      int end = endOf(text, index);
      try {
        XmlElement device = XmlParsing.document(block(text, index, end), index + 1);
        if (new NodeDevice(device, text.source()).read(evidence)) {
          understood++;
          text.take(index, end);
        }
        index = end - 1;
      } catch (XmlParsing.Malformed malformed) {
        evidence
            .notes()
            .malformed(
                text.source(),
                malformed.line(),
                "found " + malformed.what() + "; expected a whole <device>");
        stop = stop == 0 ? Math.min(malformed.line(), text.size()) : stop;
      }
    }
    return understood > 0
        ? Reached.all(understood)
        : Reached.stopped(stop == 0 ? text.firstFree(0) : stop, expected);
  }

  /** A number of a USB device stands in an element of the same name, and is no beginning. */
  private static boolean begins(String line) {
    String bare = line.strip();
    return bare.startsWith(BEGIN)
        && (bare.length() == BEGIN.length() || bare.charAt(BEGIN.length()) == '<');
  }

  /** The line after a device's last, or the next device's first where the end is missing. */
  private static int endOf(TextDump text, int begin) {
    int depth = 0;
    for (int index = begin; index < text.size(); index++) {
      String line = text.line(index);
      if (index > begin && begins(line)) {
        return index;
      }
      depth += count(line, BEGIN) - count(line, END);
      if (depth <= 0) {
        return index + 1;
      }
    }
    return text.size();
  }

  private static int count(String line, String tag) {
    int count = 0;
    for (int at = line.indexOf(tag); at >= 0; at = line.indexOf(tag, at + 1)) {
      count++;
    }
    return count;
  }

  private static String block(TextDump text, int begin, int end) {
    StringBuilder block = new StringBuilder();
    for (int index = begin; index < end; index++) {
      block.append(text.line(index)).append('\n');
    }
    int last = block.lastIndexOf(END);
    return last < 0 ? block.toString() : block.substring(0, last + END.length());
  }
}
