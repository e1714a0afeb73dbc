package org.iommuscope.model.verdict;

/** What a step does, in the words of the verdict file. */
public enum Action {
  ATTACH("attach"),
  DETACH("detach"),
  BIND("bind"),
  UNBIND("unbind"),
  STOP("stop"),
  CREATE_MDEV("createMdev"),
  REMOVE_MDEV("removeMdev"),
  SET_VFS("setVfs"),
  SET_PARAMETER("setParameter"),
  HOT_ADD("hotAdd");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
