package org.iommuscope.app.bench;

import java.util.List;

/** Measures one thing that has a limit, or a few that are measured together. */
@FunctionalInterface
interface Benchmark {

  List<Figure> measure() throws Exception;
}
