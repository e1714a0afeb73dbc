package org.iommuscope.app.files;

/** Ends the reading of a file; the doors of this package turn it into a value. */
final class MalformedFile extends Exception {

  private final transient FileProblem problem;

  MalformedFile(FileProblem problem) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
  }

  FileProblem problem() {
    return problem;
  }
}
