package org.iommuscope.app.screenshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelsTest {

  private static final Pixels STRIPES =
      new Pixels(3, 2, new int[] {0xff0000, 0xff00, 0xff, 0x123456, 0, 0xffffff});

  @TempDir private Path folder;

  @Test
  void a_png_brings_every_pixel_back() throws IOException {
    assertEquals(STRIPES, Pixels.ofPng(STRIPES.toPng()));
  }

  @Test
  void transparency_is_no_part_of_a_pixel() {
    assertEquals(
        new Pixels(1, 1, new int[] {0xff123456}), new Pixels(1, 1, new int[] {0x00123456}));
  }

  @Test
  void one_pixel_makes_a_difference() {
    int[] changed = {0xff0000, 0xff00, 0xff, 0x123456, 0, 0xfffffe};
    Pixels other = new Pixels(3, 2, changed);
    assertNotEquals(STRIPES, other);
    assertEquals(1, Difference.between(STRIPES, other).count());
    assertEquals(11, Difference.between(STRIPES, new Pixels(4, 3, new int[12])).count());
  }

  @Test
  void a_file_that_is_no_png_is_an_error() {
    assertThrows(IOException.class, () -> Pixels.ofPng(new byte[100]));
  }

  @Test
  void a_picture_that_nobody_stored_fails_and_is_left_to_look_at() {
    StoredPictures pictures = new StoredPictures(folder.resolve("stored"), folder, false);
    AssertionError error =
        assertThrows(AssertionError.class, () -> pictures.requireSame("stripes", STRIPES));
    assertTrue(String.valueOf(error.getMessage()).contains("does not exist"));
    assertTrue(Files.exists(folder.resolve("stripes.actual.png")));
  }

  @Test
  void an_accepted_picture_is_the_stored_one_from_then_on() {
    new StoredPictures(folder, folder, true).requireSame("stripes", STRIPES);
    new StoredPictures(folder, folder, false).requireSame("stripes", STRIPES);
    int[] grey = new int[6];
    Arrays.fill(grey, 0x808080);
    assertThrows(
        AssertionError.class,
        () ->
            new StoredPictures(folder, folder, false)
                .requireSame("stripes", new Pixels(3, 2, grey)));
  }
}
