package org.iommuscope.app.cli;

import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.layout.DriverMark;
import org.iommuscope.app.layout.GroupMark;
import picocli.CommandLine.Help.Ansi.Style;

/** The colours of a text tree: those that every terminal has, each beside a word that says it. */
final class TreeInks {

  private static final Style[] HUES = {
    Style.fg_blue, Style.fg_green, Style.fg_yellow, Style.fg_magenta, Style.fg_cyan, Style.fg_red
  };
  private static final Style[] PLAIN = {};

  private TreeInks() {}

  static Style[] of(DeviceClass kind) {
    return switch (kind) {
      case STORAGE -> new Style[] {Style.fg_red};
      case NETWORK, VIRTUAL_FUNCTION -> new Style[] {Style.fg_blue};
      case DISPLAY -> new Style[] {Style.fg_green};
      case MULTIMEDIA -> new Style[] {Style.fg_yellow};
      case SERIAL_BUS, MEDIATED -> new Style[] {Style.fg_magenta};
      case BRIDGE, NOT_PCI, OTHER -> new Style[] {Style.faint};
    };
  }

  static Style[] of(DriverMark driver) {
    return switch (driver.kind()) {
      case VFIO -> new Style[] {Style.bold, Style.fg_magenta};
      case LENDS -> new Style[] {Style.fg_magenta};
      case HOST -> PLAIN;
      case NONE -> new Style[] {Style.faint};
      case UNREAD -> new Style[] {Style.italic};
    };
  }

  static Style[] of(GroupMark group, int ordinal) {
    return switch (group.kind()) {
      case SHARED -> new Style[] {Style.bold, HUES[ordinal % HUES.length]};
      case ALONE -> PLAIN;
      case NOIOMMU -> new Style[] {Style.bold, Style.fg_red};
      case NONE -> new Style[] {Style.faint};
      case UNREAD -> new Style[] {Style.italic};
    };
  }
}
