/** The host, the plan, the rules and the verdict; of libraries only the planner uses one. */
module org.iommuscope.model {
  requires transitive static org.jspecify;
  requires org.chocosolver.solver;
  requires org.jgrapht.core;

  exports org.iommuscope.model.attach;
  exports org.iommuscope.model.config;
  exports org.iommuscope.model.diff;
  exports org.iommuscope.model.grouping;
  exports org.iommuscope.model.impact;
  exports org.iommuscope.model.plan;
  exports org.iommuscope.model.planning;
  exports org.iommuscope.model.rules.profiles;
  exports org.iommuscope.model.rules;
  exports org.iommuscope.model.simulation;
  exports org.iommuscope.model.topology;
  exports org.iommuscope.model.verdict;
  exports org.iommuscope.model.whatif;
}
