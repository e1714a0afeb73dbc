/** Reads captured hosts into the model. */
module org.iommuscope.imports {
  requires transitive org.iommuscope.model;
  requires static org.jspecify;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;
  requires com.github.luben.zstd_jni;
  requires java.xml;
  requires org.snakeyaml.engine.v2;
  requires tools.jackson.core;

  exports org.iommuscope.imports;
  exports org.iommuscope.imports.anonymise;
  exports org.iommuscope.imports.completeness;
  exports org.iommuscope.imports.definitions;
  exports org.iommuscope.imports.evidence;
  exports org.iommuscope.imports.names;
  exports org.iommuscope.imports.report;
}
