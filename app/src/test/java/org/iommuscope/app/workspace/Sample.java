package org.iommuscope.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;

/** The sample machine for tests; its group 12 is a graphics card of three functions. */
public final class Sample {

  public static final Path CAPTURE = Path.of("..", "captures", "q35-qemu-k61", "capture.tar.gz");

  /** A machine on Linux 5.10 whose mdevs have parents with a driver that nobody knows. */
  public static final Path MDEVS =
      Path.of("..", "captures", "q35-mdev-k510-after", "capture.tar.gz");

  /** An mdev of that machine; its parent is 0000:01:00.0. */
  public static final DeviceRef MDEV = DeviceRef.parse("a0000000-0000-4000-8000-000000000004");

  public static final DeviceRef GPU = DeviceRef.parse("0000:04:00.0");
  public static final DeviceRef GPU_AUDIO = DeviceRef.parse("0000:04:00.1");
  public static final DeviceRef NIC = DeviceRef.parse("0000:01:00.0");
  public static final GuestName A = new GuestName("A");
  public static final GuestName B = new GuestName("B");
  public static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.EPOCH);

  /** Does everything at once, on the thread that asks. */
  public static final Latest.Executors AT_ONCE = new Latest.Executors(Runnable::run, Runnable::run);

  private Sample() {}

  public static Session session() {
    return session(CAPTURE);
  }

  public static Session session(Path capture) {
    try {
      return new CaptureFile(capture).read(AssignmentPlan.EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Workspace workspace() {
    return workspace(CAPTURE);
  }

  public static Workspace workspace(Path capture) {
    return new Workspace(Judgement.of(session(capture), SIMULATOR), SIMULATOR, AT_ONCE);
  }
}
