package org.iommuscope.app.files;

/** What came of opening a plan file. */
public sealed interface PlanReading {

  record Opened(PlanFile file) implements PlanReading {}

  record Refused(FileProblem problem) implements PlanReading {}
}
