package vn.phanluong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout the tests run in. */
public final class Checkout {
  private Checkout() {}

  /** A file or folder by its path from the top of the checkout, whether it is there or not. */
  public static Path path(String relative) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("The tests run outside of a checkout");
      }
    }
    return folder.resolve(relative);
  }

  public static String text(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
