package org.iommuscope.imports.sysfs;

/** The order of discovery; a reader may use what the phases before it have found. */
enum Phase {
  KERNEL,
  DEVICES,
  DRIVERS,
  GROUPS,
  MEDIATED,
  NAMES,
  USES
}
