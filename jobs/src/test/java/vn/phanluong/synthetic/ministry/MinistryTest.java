package vn.phanluong.synthetic.ministry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.Checkout;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.Years;

/** The folder of a ministry: the same bytes however it came about, and no other folder touched. */
class MinistryTest {
  @TempDir private Path temporary = Path.of("");

  @Test
  void three_threads_and_the_rubbish_of_a_killed_run_change_no_byte() throws IOException {
    Path folder = temporary.resolve("ministry");
    leaveRubbish(folder);
    Ministries.make(folder, Ministries.YEARS, 3);
    assertThat(Ministries.bytes(folder)).isEqualTo(Ministries.bytes(Ministries.whole()));
  }

  @Test
  void a_year_added_later_gives_what_all_at_once_gives() throws IOException {
    Path folder = temporary.resolve("ministry");
    Ministries.make(folder, new Years(2022, 2023), 2);
    Map<String, Integer> before = Ministries.bytes(folder.resolve("files"));
    leaveRubbish(folder);
    Ministries.make(folder, Ministries.YEARS, 2);
    assertThat(Ministries.bytes(folder.resolve("files"))).containsAllEntriesOf(before);
    assertThat(Ministries.bytes(folder)).isEqualTo(Ministries.bytes(Ministries.whole()));
  }

  /** What a run leaves that was killed before all was made. */
  private static void leaveRubbish(Path folder) throws IOException {
    for (String name :
        List.of("files/2023/half.csv", "truth/file.csv", "truth/lost.csv", "spill/x")) {
      Path file = folder.resolve(".making").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "half a li");
    }
  }

  @Test
  void a_run_killed_while_it_moved_files_is_finished_by_the_next() throws IOException {
    Path folder = temporary.resolve("ministry");
    List<Path> files = Ministries.files(Ministries.whole());
    for (int i = 0; i < files.size(); i++) {
      Path relative = Ministries.whole().relativize(files.get(i));
      boolean isMoved = i % 2 == 0 && !relative.toString().equals("synthetic.properties");
      Path place = (isMoved ? folder : folder.resolve(".making")).resolve(relative);
      Files.createDirectories(place.getParent());
      Files.copy(files.get(i), place);
    }
    List<String> steps = new ArrayList<>();
    Ministry.make(order(folder, Ministries.YEARS), 2, steps::add);
    assertThat(steps).as("nothing is made again").isEmpty();
    assertThat(Ministries.bytes(folder)).isEqualTo(Ministries.bytes(Ministries.whole()));
  }

  @Test
  void what_is_there_is_not_made_again() throws IOException {
    List<String> steps = new ArrayList<>();
    int files = Ministry.make(order(Ministries.whole(), Ministries.YEARS), 1, steps::add);
    assertThat(steps).isEmpty();
    assertThat(files).isEqualTo(Ministries.files(Ministries.whole().resolve("files")).size());
  }

  private static Order order(Path folder, Years years) {
    return new Order(folder, Ministries.SCALE, Ministries.SEED, years);
  }

  @Test
  void the_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
    Path own = temporary.resolve("thesis.txt");
    Files.writeString(own, "three years of work");
    Files.createDirectories(temporary.resolve(".making"));
    OrderRefused refused = refusal(order(temporary, Ministries.YEARS));
    assertThat(refused.vietnamese()).contains("không trống", temporary.toString());
    assertThat(refused.english()).contains("is not empty", temporary.toString());
    assertThat(own).hasContent("three years of work");
  }

  @Test
  void a_file_in_place_of_the_folder_and_an_unknown_assumption_are_refused() throws IOException {
    Path file = Files.writeString(temporary.resolve("thesis.txt"), "three years of work");
    assertThat(refusal(order(file, Ministries.YEARS)).english()).contains("is a file, no folder");
    assertThat(file).hasContent("three years of work");
    Path folder = temporary.resolve("ministry");
    Order unknown =
        new Order(folder, Ministries.SCALE, Ministries.SEED, Ministries.YEARS, Map.of("luck", 1.0));
    assertThat(refusal(unknown).vietnamese()).contains("không có giả định như vậy", "luck");
    assertThat(folder).doesNotExist();
  }

  @Test
  void another_seed_scale_or_first_year_is_refused_in_the_same_folder() throws IOException {
    Path folder = Ministries.whole();
    Map<String, Integer> before = Ministries.bytes(folder);
    OrderRefused seed = refusal(new Order(folder, Ministries.SCALE, 6, Ministries.YEARS));
    assertThat(seed.english()).contains("seed = 5, not 6");
    assertThat(seed.vietnamese()).contains("seed = 5, khác với 6");
    OrderRefused scale = refusal(new Order(folder, 0.002, Ministries.SEED, Ministries.YEARS));
    assertThat(scale.english()).contains("scale = 0.001, not 0.002");
    for (Years years :
        List.of(new Years(2021, 2024), new Years(2022, 2023), new Years(2023, 2025))) {
      OrderRefused other = refusal(order(folder, years));
      assertThat(other.english()).contains("holds 2022-2024: only later years can be added");
      assertThat(other.vietnamese()).contains("có các năm 2022-2024: chỉ có thể thêm năm sau");
    }
    assertThat(Ministries.bytes(folder)).isEqualTo(before);
  }

  private static OrderRefused refusal(Order order) {
    return catchThrowableOfType(OrderRefused.class, () -> Ministry.make(order, 1, step -> {}));
  }

  @Test
  void years_out_of_order_or_unknown_to_the_country_are_refused() {
    assertThatThrownBy(() -> new Years(2024, 2022)).hasMessageContaining("2024-2022");
    assertThatThrownBy(() -> new Years(2016, 2022)).hasMessageContaining("2016-2022");
    assertThatThrownBy(() -> new Years(2022, 2031)).hasMessageContaining("2022-2031");
  }

  @Test
  void every_parameter_is_read_and_says_what_it_rests_on() throws IOException {
    String sources;
    Path folder = Checkout.path("jobs/src/main/java/vn/phanluong/synthetic");
    try (Stream<Path> all = Files.walk(folder)) {
      StringBuilder text = new StringBuilder();
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(file));
      }
      sources = text.toString();
    }
    List<Map<String, String>> rows = Reference.rows(SchemaFiles.bundled(), "synthetic_parameter");
    assertThat(rows.stream().map(row -> row.getOrDefault("name", "")).collect(Collectors.toSet()))
        .allMatch(name -> sources.contains('"' + name + '"'));
    assertThat(rows)
        .allMatch(row -> List.of("source", "assumed").contains(row.get("basis")))
        .allMatch(
            row -> row.getOrDefault("source", "").isBlank() == "assumed".equals(row.get("basis")));
  }
}
