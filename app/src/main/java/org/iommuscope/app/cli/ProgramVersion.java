package org.iommuscope.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints, the one of the build. */
final class ProgramVersion implements IVersionProvider {

  static final String TEXT = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {"iommuscope " + TEXT};
  }
}
