package org.iommuscope.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of all three modules, without their tests. */
final class Product {

  private static final ImportOption NO_TESTS =
      location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(NO_TESTS).importPackages("org.iommuscope");

  private Product() {}
}
