package org.iommuscope.app.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the launcher beside a JDK and a build that only write down how they were called, so
 * that each situation takes milliseconds.
 */
record Checkout(Path root) {

  private static final String JAVA =
      """
      #!/bin/sh
      for word in "$@"; do
        case $word in
          -XX:AOTCacheOutput=*) : > "${word#*=}" ;;
        esac
        printf '<%s>\\n' "$word"
      done
      """;

  /** Takes a moment, so that two at once would overlap. */
  private static final String BUILD =
      """
      #!/bin/sh
      root=$(dirname "$0")
      echo "this is the build"
      sleep 0.3
      mkdir -p "$root/app/target/lib"
      : > "$root/app/target/lib/library.jar"
      : > "$root/app/target/app-1.jar"
      echo built >> "$root/../builds"
      """;

  static Checkout in(Path folder) throws IOException {
    Path project = Path.of("..").toAbsolutePath().normalize();
    Path root = Files.createDirectories(folder.resolve("check out"));
    Files.createDirectories(root.resolve(".mvn"));
    Files.createDirectories(root.resolve("app/src/main"));
    Files.copy(project.resolve(".mvn/find-jdk.sh"), root.resolve(".mvn/find-jdk.sh"));
    Files.copy(project.resolve("iommuscope"), root.resolve("iommuscope"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    executable(root.resolve("mvnw"), BUILD);
    jdk(folder.resolve("jdks/new"), "25.0.3");
    jdk(folder.resolve("jdks/old"), "17.0.15");
    // JUnit's folder is for its owner alone.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Checkout(root);
  }

  Path jdk(String name) {
    return root.resolveSibling("jdks").resolve(name);
  }

  /** How often it was built. */
  int builds() throws IOException {
    Path log = root.resolveSibling("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  /** A start with the old JDK on the path and the new one among the usual folders. */
  Start start(String... arguments) {
    return Start.of(root.resolve("iommuscope"), arguments)
        .with("PATH", jdk("old").resolve("bin") + ":/usr/bin:/bin")
        .with("IOMMUSCOPE_JDK_FOLDERS", root.resolveSibling("jdks").toString());
  }

  /** Takes the right to write from everything in the checkout. */
  void seal() throws IOException {
    permit(root, "r-xr-xr-x", "r-xr-xr-x");
  }

  /** Gives it back, so that the folder can be removed. */
  void unseal() throws IOException {
    permit(root, "rwxr-xr-x", "rwxr-xr-x");
  }

  private static void permit(Path tree, String folders, String files) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.filter(path -> !Files.isSymbolicLink(path)).toList();
    }
    for (Path path : all) {
      String rights = Files.isDirectory(path) ? folders : files;
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }

  private static void jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"1\"\n");
    executable(home.resolve("bin/java"), JAVA);
    executable(home.resolve("bin/javac"), JAVA);
  }

  private static void executable(Path file, String text) {
    try {
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
