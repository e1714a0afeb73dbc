package example;

import java.io.IOException;
import java.nio.file.Path;
import org.iommuscope.app.screenshot.CapturePicture;
import org.iommuscope.app.screenshot.StoredPictures;
import org.junit.jupiter.api.Test;

class HostPictureTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private final StoredPictures pictures = StoredPictures.in(RESOURCES.resolve("pictures"));
  private final CapturePicture host = CapturePicture.of(RESOURCES.resolve("host.tar.gz"));

  @Test
  void our_host_looks_as_it_did() throws IOException {
    pictures.requireSame("host", host.wrappedTo(700).render());
  }

  @Test
  void it_looks_as_it_did_in_the_dark() throws IOException {
    pictures.requireSame("host-in-the-dark", host.wrappedTo(700).inDark().render());
  }
}
