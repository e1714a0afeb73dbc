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
  requires org.apache.fontbox;
  // Of PDFBox, which does not say so.
  requires org.apache.commons.logging;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires tools.jackson.databind;
  requires info.picocli;
  requires java.logging;
  requires java.xml;

  exports org.iommuscope.app.screenshot;

  opens org.iommuscope.app.cli to
      info.picocli;
}
