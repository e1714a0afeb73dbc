package org.iommuscope.app.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.diff.HostSketch;

/**
 * The host that a plan was made for: the fingerprint of its capture, the day it was taken, and the
 * devices that the plan names as they were then.
 */
public record HostMark(
    Optional<String> fingerprint, Optional<LocalDate> captured, List<HostSketch.Device> devices) {

  public HostMark {
    devices = List.copyOf(devices);
  }

  static HostMark of(HostSketch sketch) {
    return new HostMark(Optional.of(sketch.fingerprint()), sketch.captured(), sketch.devices());
  }

  /** What a host can be held against; empty where another program wrote the mark. */
  public Optional<HostSketch> sketch() {
    return fingerprint.map(text -> new HostSketch(text, captured, devices));
  }
}
