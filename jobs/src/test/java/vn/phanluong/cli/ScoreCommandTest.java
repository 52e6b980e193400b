package vn.phanluong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.delivery.Delivery;
import vn.phanluong.synthetic.delivery.DirtPlan;
import vn.phanluong.synthetic.delivery.FakeRows;
import vn.phanluong.synthetic.delivery.FileMaker;

class ScoreCommandTest {
  @TempDir private Path folder = Path.of("");

  private void make() throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    for (String dataset : FakeRows.DATASETS) {
      for (int reporter = 0; reporter < 6; reporter++) {
        deliveries.add(FakeRows.delivery(dataset, reporter));
      }
    }
    Draws draws = new Draws(3);
    DirtPlan plan = DirtPlan.of(draws, Parameters.bundled(), 2023, deliveries);
    try (FileMaker maker = new FileMaker(folder, draws, Parameters.bundled())) {
      for (Delivery delivery : deliveries) {
        maker.make(
            delivery, () -> FakeRows.rows(delivery, 80), plan, (file, row, number, fate) -> {});
      }
    }
  }

  /** Leaves in the truth the files alone of which a line of dirt is true. */
  private void keep(Predicate<String> dirt) throws IOException {
    Path truth = folder.resolve("truth");
    List<String> lines = Files.readAllLines(truth.resolve("dirt.csv"));
    Set<String> kept = new HashSet<>();
    lines.stream().filter(dirt).map(ScoreCommandTest::first).forEach(kept::add);
    for (String name : List.of("dirt.csv", "file.csv")) {
      List<String> all = Files.readAllLines(truth.resolve(name));
      Predicate<String> isKept = line -> kept.contains(first(line)) || line.equals(all.get(0));
      Files.write(truth.resolve(name), all.stream().filter(isKept).toList());
    }
  }

  private static String first(String line) {
    return line.substring(0, line.indexOf(','));
  }

  private String scored(int exit, String... options) {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      List<String> arguments =
          new ArrayList<>(List.of("score", folder.toString(), "--format", "csv"));
      arguments.addAll(List.of(options));
      assertThat(PhanLuong.run(arguments.toArray(new String[0]))).isEqualTo(exit);
    } finally {
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void all_that_must_be_turned_away_is_and_nothing_else() throws IOException {
    make();
    assertThat(scored(0))
        .contains("row_twice,reject_row,row.duplicate,")
        .contains("cần kho,file.year-change")
        .containsPattern("\\(mọi phát hiện\\),,,(\\d+),\\1,100");
  }

  @Test
  void a_finding_at_another_cell_of_its_row_is_not_the_one() throws IOException {
    make();
    keep(line -> line.contains(",day_impossible,"));
    Path truth = folder.resolve("truth/dirt.csv");
    List<String> lines = Files.readAllLines(truth);
    int missed = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(",day_impossible,")) {
        lines.set(i, lines.get(i).replaceFirst("^((?:[^,]*,){3})[A-Z]+,", "$1ZZ,"));
        missed++;
      }
    }
    assertThat(missed).isGreaterThan(1);
    Files.write(truth, lines);
    assertThat(scored(1, "--most", "1"))
        .containsPattern(
            "day_impossible,reject_row,cell.date-unreadable,%d,0,0.0,\\S+:ZZ\\d+\\R"
                .formatted(missed));
  }

  @Test
  void a_row_that_nobody_soiled_and_dirt_that_nobody_finds_fail() throws IOException {
    make();
    keep(line -> line.contains(",row_twice,"));
    Path truth = folder.resolve("truth/dirt.csv");
    String known = Files.readString(truth);
    String line =
        known.lines().filter(each -> each.contains(",row_twice,")).findFirst().orElseThrow();
    Files.writeString(truth, known.replace(line + "\n", ""));
    assertThat(scored(1)).containsPattern("không do lỗi đã biết\\),reject,row.duplicate,0,1,");

    Files.writeString(truth, known.replace(line, line.replace("row.duplicate", "row.sum")));
    assertThat(scored(1)).contains("2024-01-").contains(first(line) + ":");
  }
}
