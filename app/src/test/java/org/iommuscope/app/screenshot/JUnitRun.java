package org.iommuscope.app.screenshot;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test class of another project in a JVM of its own; status 0 where every test passes. */
final class JUnitRun {

  private JUnitRun() {}

  public static void main(String[] testClass) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass[0])).build(),
            listener);
    listener.getSummary().printFailuresTo(new PrintWriter(System.out, true), 0);
    long passed = listener.getSummary().getTestsSucceededCount();
    System.out.println(passed + " passed");
    System.exit(passed > 0 && listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
