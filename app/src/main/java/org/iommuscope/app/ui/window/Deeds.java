package org.iommuscope.app.ui.window;

/** What the window itself does when it is told to. */
interface Deeds {

  void open();

  void save();

  void exportAll();

  void exportSeen();

  void quit();

  void find();

  void goTo();

  void switchTheme();

  void showShortcuts();
}
