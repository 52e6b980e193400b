package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real public files, where they lie beside the checkout; continuous integration must have them. */
public final class RealData {
  private RealData() {}

  /** The folder of the data; without it the test is skipped, or fails in continuous integration. */
  public static Path folder() {
    String stated = System.getenv("PHANLUONG_DATA");
    Path data = Path.of(stated == null ? "../../shared/data" : stated);
    boolean isThere = Files.isDirectory(data.resolve("exam"));
    if (System.getenv("CI") != null) {
      assertThat(isThere).as("Real data at " + data.toAbsolutePath()).isTrue();
    }
    assumeTrue(isThere, "No real data at " + data.toAbsolutePath());
    return data;
  }
}
