package org.iommuscope.imports.sysfs;

/** Reads one kernel directory; what an earlier phase found is in the builder. */
interface Reader {

  Phase phase();

  void read(SysfsCapture capture, TopologyBuilder host);
}
