package org.iommuscope.app.ui.log;

/** For windows that leave nothing behind. */
public final class NoLog implements EventLog {

  @Override
  public void note(String sentence) {}

  @Override
  public void fault(Throwable failure) {}

  @Override
  public String place() {
    return "nowhere";
  }

  @Override
  public String newest() {
    return "";
  }
}
