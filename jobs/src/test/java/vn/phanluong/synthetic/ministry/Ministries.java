package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.phanluong.Checkout;
import vn.phanluong.synthetic.Years;

/** Small ministries to test on. */
final class Ministries {
  static final long SEED = 5;
  static final double SCALE = 0.001;
  static final Years YEARS = new Years(2022, 2024);

  /** Tests run in several processes at once: each makes its own. */
  private static final Path WHOLE =
      Checkout.path("jobs/target/test-ministry-" + ProcessHandle.current().pid());

  private static boolean isMade;

  private Ministries() {}

  /** One that is made once, by one thread, and changed by no test. */
  static synchronized Path whole() throws IOException {
    if (!isMade) {
      delete(WHOLE);
      make(WHOLE, YEARS, 1);
      isMade = true;
    }
    return WHOLE;
  }

  static int make(Path folder, Years years, int threads) throws IOException {
    return Ministry.make(new Order(folder, SCALE, SEED, years), threads, step -> {});
  }

  /** Digest of the bytes of every file, by path. */
  static Map<String, Integer> bytes(Path folder) throws IOException {
    Map<String, Integer> bytes = new TreeMap<>();
    for (Path file : files(folder)) {
      bytes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
    }
    return bytes;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
