package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.linking.LinkRun;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/**
 * Night after night is the same as all at once: registers of persons come in any order, are
 * corrected and lose rows again; the warehouse that links and builds after each night ends with the
 * tables of one that loads all of it and builds once.
 */
@ExtendWith(HomeExtension.class)
class IncrementalTest {
  private static final Path FORTY = Checkout.path("jobs/src/test/resources/forty_persons/files");
  private static final int CORRECTED_A_NIGHT = 3;

  /** All that persons decide; later tables are made of it alone, which other laws look at. */
  private static final List<String> PERSONS = List.of("indicator.observation");

  private static final List<String> ALL = List.of();

  @Test
  void nights_are_one_build(TableStore nightly, TableStore once) throws IOException {
    compare(nightly, once, PERSONS, 2, new Random(2026));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @Tag("soak")
  void many_nights_are_one_build(long seed, TableStore nightly, TableStore once)
      throws IOException {
    compare(nightly, once, ALL, 6, new Random(seed));
  }

  private static void compare(
      TableStore nightly, TableStore once, List<String> tables, int nights, Random random)
      throws IOException {
    Warehouse stepwise = new Warehouse(nightly);
    Warehouse whole = new Warehouse(once);
    // Pseudonyms are the same only under the same keys.
    stepwise.copyTo(whole);
    for (List<Path> night : nights(stepwise, nights, random)) {
      assertThat(stepwise.load(night)).hasSameSizeAs(whole.load(night));
      linkAndBuild(stepwise, tables);
    }
    linkAndBuild(whole, tables);
    Contract link = Contracts.bundled().of("vault.link");
    assertThat(stepwise.content(link)).isEqualTo(whole.content(link)).isNotEmpty();
    Map<String, List<String>> expected = whole.contents();
    stepwise.contents().forEach((id, rows) -> assertThat(rows).as(id).isEqualTo(expected.get(id)));
    assertThat(expected.get("star.fct_pathway")).isNotEmpty();
    assertThat(build(stepwise, tables)).as("nothing is due").isEmpty();
  }

  private static void linkAndBuild(Warehouse warehouse, List<String> tables) {
    new LinkRun(warehouse.store(), Progress.silent()).run();
    build(warehouse, tables);
  }

  private static List<BuildLedger.Entry> build(Warehouse warehouse, List<String> tables) {
    return new BuildRun(warehouse.store(), Progress.silent()).run(tables, false);
  }

  /** All registers in some order; each night after the first, some of those before come again. */
  private static List<List<Path>> nights(Warehouse warehouse, int count, Random random)
      throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(FORTY)) {
      files.sorted().forEach(left::add);
    }
    Collections.shuffle(left, random);
    List<Path> came = new ArrayList<>();
    List<List<Path>> nights = new ArrayList<>();
    for (int night = 0; night < count; night++) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < CORRECTED_A_NIGHT && !came.isEmpty(); i++) {
        Path again = came.get(random.nextInt(came.size()));
        String name = "night_%d_%d/%s".formatted(night, i, again.getFileName());
        files.add(warehouse.file(name, without(again, random)));
      }
      int until = left.size() * (night + 1) / count;
      files.addAll(left.subList(came.size(), until));
      came = new ArrayList<>(left.subList(0, until));
      nights.add(files);
    }
    return nights;
  }

  /** The file without one of its persons, if it has two. */
  private static String without(Path file, Random random) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      int header = 0;
      while (lines.get(header).chars().filter(it -> it == ',').count() < 2) {
        header++;
      }
      int persons = lines.size() - header - 1;
      if (persons > 1) {
        lines.remove(header + 1 + random.nextInt(persons));
      }
      return String.join("\n", lines) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
