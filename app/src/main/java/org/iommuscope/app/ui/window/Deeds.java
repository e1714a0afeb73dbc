package org.iommuscope.app.ui.window;

import org.iommuscope.model.plan.Waiver;

/** What the window itself does when it is told to. */
interface Deeds {

  void open();

  void openFolder();

  void refresh();

  void compare();

  void anonymise();

  void save();

  void showImpact();

  void exportAll();

  void exportSeen();

  void showSettings();

  void quit();

  void find();

  void filter();

  void goTo();

  void showRowMenu();

  void switchTheme();

  void switchMap();

  void showShortcuts();

  void showTerms();

  void showSigns();

  void showLog();

  void showAbout();

  void paste();

  /** Asks for what a command prints, which is in the clipboard. */
  void pasteWhatPrints(String command);

  void openClipboard();

  void addEvidence();

  void showCompleteness();

  void repair();

  void fill();

  void saveAs();

  void openPlan();

  void showLeft();

  void showBoard();

  void showNotes();

  /** Asks why and until when a refusal is accepted. */
  void waive(Waiver refusal);

  void showHistory();

  void exportPlan();
}
