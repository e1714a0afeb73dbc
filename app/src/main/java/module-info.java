/** The picture, the window and the command line. */
module org.iommuscope.app {
  requires transitive org.iommuscope.model;
  requires org.iommuscope.imports;
  requires static org.jspecify;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires org.jgrapht.core;
  requires org.jgrapht.io;
  requires tools.jackson.databind;
  requires info.picocli;

  exports org.iommuscope.app.screenshot;

  opens org.iommuscope.app.cli to
      info.picocli;
}
