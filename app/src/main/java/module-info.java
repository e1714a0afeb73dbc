/** The picture, the window and the command line. */
module org.iommuscope.app {
  requires org.iommuscope.model;
  requires org.iommuscope.imports;
  requires static org.jspecify;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires org.jgrapht.core;
  requires org.jgrapht.io;
  requires tools.jackson.databind;
  requires info.picocli;

  opens org.iommuscope.app.cli to
      info.picocli;
}
