/** The host, the plan, the rules and the verdict; it depends on nothing. */
module org.iommuscope.model {
  requires transitive static org.jspecify;

  exports org.iommuscope.model.topology;
}
