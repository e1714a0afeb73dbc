package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;

/** A file format in which a host can be drawn. */
public interface Export {

  /** How the names of its files end, with the dot. */
  String suffix();

  /** Begins with what writing will need and takes long, beside whatever else is done meanwhile. */
  default void prepare() {}

  /** Writes the picture; the stream stays open. */
  void write(PictureRequest picture, OutputStream out) throws IOException;
}
