package org.iommuscope.app.ui.log;

/** Where the program notes what happened; it names paths and counts and nothing else of a host. */
public interface EventLog {

  /** Notes something that happened as it should, or was refused as it should. */
  void note(String sentence);

  /** Notes a fault of the program. */
  void fault(Throwable failure);

  /** Where it is kept. */
  String place();

  /** The newest lines of it. */
  String newest();
}
