package org.iommuscope.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.nio.file.Files;
import java.util.Set;

/** The methods of {@link Files} that change a file system. */
final class WritingToFiles {

  private static final Set<String> WRITERS =
      Set.of(
          "copy",
          "createDirectories",
          "createDirectory",
          "createFile",
          "createLink",
          "createSymbolicLink",
          "createTempDirectory",
          "createTempFile",
          "delete",
          "deleteIfExists",
          "move",
          "newBufferedWriter",
          "newOutputStream",
          "setAttribute",
          "setLastModifiedTime",
          "setOwner",
          "setPosixFilePermissions",
          "write",
          "writeString");

  static final DescribedPredicate<JavaMethodCall> IS_A_CALL_THAT_WRITES =
      DescribedPredicate.describe(
          "it writes to the file system",
          call ->
              call.getTargetOwner().isEquivalentTo(Files.class)
                  && WRITERS.contains(call.getName()));

  private WritingToFiles() {}
}
