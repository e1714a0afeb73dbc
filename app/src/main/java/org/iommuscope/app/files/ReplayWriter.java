package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.replay.Disagreement;
import org.iommuscope.app.replay.ReplayReport;

/** Writes how predictions compare with recordings, {@code iommuscope-replay/1}. */
public final class ReplayWriter {

  private static final Set<String> SPREAD = Set.of("", "disagreements");

  private ReplayWriter() {}

  public static String write(ReplayReport report) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonValue.of("iommuscope-replay/1"));
    members.put("steps", JsonValue.of(report.steps()));
    members.put("compared", JsonValue.of(report.compared()));
    members.put("agreed", JsonValue.of(report.agreed()));
    members.put("notModelled", JsonValue.of(report.notModelled()));
    members.put(
        "disagreements",
        JsonValue.of(report.disagreements().stream().map(ReplayWriter::disagreement).toList()));
    return JsonPrinter.print(JsonValue.of(members), SPREAD);
  }

  private static JsonObject disagreement(Disagreement disagreement) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("recording", JsonValue.of(disagreement.recording()));
    members.put("scenario", JsonValue.of(disagreement.scenario()));
    members.put("step", JsonValue.of(disagreement.step()));
    members.put("op", JsonValue.of(disagreement.op()));
    members.put("recorded", JsonValue.of(disagreement.recorded()));
    members.put("predicted", JsonValue.of(disagreement.predicted()));
    return JsonValue.of(members);
  }
}
