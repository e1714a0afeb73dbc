package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.List;

/** Device ids of one vendor, written {@code 10c9 10f7-10fc}; {@code *} is any. */
record IdSet(int vendor, List<Range> ranges) {

  record Range(int first, int last) {}

  static IdSet of(String vendor, String devices) {
    List<Range> ranges = new ArrayList<>();
    for (String word : devices.strip().split("\\s+")) {
      if (word.equals("*")) {
        ranges.add(new Range(0, 0xffff));
      } else {
        String[] ends = word.split("-");
        ranges.add(new Range(hex(ends[0]), hex(ends[ends.length - 1])));
      }
    }
    return new IdSet(hex(vendor), List.copyOf(ranges));
  }

  boolean has(int ofVendor, int device) {
    return ofVendor == vendor
        && ranges.stream().anyMatch(range -> device >= range.first && device <= range.last);
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
