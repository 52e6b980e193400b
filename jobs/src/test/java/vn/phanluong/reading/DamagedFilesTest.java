package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file crashes the screener, hangs it or fills its memory, and each is refused in one finding or
 * accounted for row by row; see {@link Damage} for the kinds and {@link DamageRun} for the laws.
 */
class DamagedFilesTest {
  private static final long SEED = 20_260_901;
  private static final int FILES = 1000;

  /** Heap of {@code ./phanluong screen}, and what the JVM may need besides, in megabytes. */
  private static final int HEAP = 512;

  private static final int BESIDES = 400;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_file_of_each_kind() throws Exception {
    run(Damage.all().size());
  }

  @Test
  @Tag("soak")
  void a_thousand_files() throws Exception {
    run(FILES);
  }

  private void run(int files) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Path made = Files.createDirectory(folder.resolve("made"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP + "m",
            "-XX:+UseParallelGC",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DamageRun.class.getName(),
            made.toString(),
            Long.toString(SEED),
            "0",
            Integer.toString(files),
            "1");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).filteredOn(line -> line.contains(" BAD")).isEmpty();
    assertThat(lines)
        .filteredOn(line -> line.matches("\\d{4}-\\S+ (refused|read) .*"))
        .hasSize(files);
    String peak = lines.get(lines.size() - 1);
    assertThat(peak).startsWith("PEAK ");
    assertThat(Integer.parseInt(peak.substring(5))).isLessThan(HEAP + BESIDES);
  }
}
