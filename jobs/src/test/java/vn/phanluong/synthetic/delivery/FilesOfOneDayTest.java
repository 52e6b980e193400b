package vn.phanluong.synthetic.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** A list sent again may go out on the day of another that adds to the same report. */
class FilesOfOneDayTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void lists_of_one_office_report_and_day_have_names_of_their_own() throws IOException {
    Delivery delivery = FakeRows.delivery("graduate", 1);
    List<String> paths = new ArrayList<>();
    try (FileMaker maker = new FileMaker(folder, new Draws(7), Parameters.bundled())) {
      for (int i = 0; i < 3; i++) {
        maker
            .make(
                delivery,
                () -> FakeRows.rows(delivery, 5),
                DirtPlan.clean(),
                (file, row, number, fate) -> {})
            .forEach(file -> paths.add(file.path()));
      }
    }
    String first = paths.get(0);
    int end = first.indexOf('.');
    assertThat(paths)
        .containsExactly(
            first,
            first.substring(0, end) + "_2" + first.substring(end),
            first.substring(0, end) + "_3" + first.substring(end))
        .allMatch(path -> Files.isRegularFile(folder.resolve(path)));
    assertThat(folder.resolve("truth/file.csv")).content().hasLineCount(4);
  }
}
