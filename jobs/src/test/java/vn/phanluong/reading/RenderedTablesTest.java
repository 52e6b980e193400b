package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/**
 * However a province lays out and encodes a table, the same table comes back; and of a wrong cell,
 * a finding at that cell, and all other rows.
 */
class RenderedTablesTest {
  /** Marks and counts; documents, targets and registers have cases of their own. */
  private static final Set<String> DATASETS =
      Set.of("exam_result", "graduate_count", "destination_count");

  private static Path folder = Path.of("");

  /** A table and the file it became. */
  record Case(RenderedTable table, Rendering rendering) {
    static Case of(Random random, boolean isDirty) {
      List<Contract> datasets =
          Contracts.bundled().ofStage("raw").stream()
              .filter(each -> DATASETS.contains(each.table()))
              .toList();
      Contract dataset = datasets.get(random.nextInt(datasets.size()));
      return new Case(RenderedTable.of(dataset, random, isDirty), Rendering.of(random));
    }

    Screened screened() {
      Path file = Screened.write(folder, "rendered_2021", rendering.bytes(table.lines()));
      return Screened.of(file, Declared.nothing());
    }
  }

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("rendered-tables");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("rendered_2021"));
    Files.deleteIfExists(folder);
  }

  @Provide
  Arbitrary<Case> clean() {
    return Arbitraries.randomValue(random -> Case.of(random, false));
  }

  @Provide
  Arbitrary<Case> dirty() {
    return Arbitraries.randomValue(random -> Case.of(random, true));
  }

  @Property(tries = 400)
  void the_same_table_comes_back(@ForAll("clean") Case one) {
    Screened file = one.screened();
    assertThat(file.file().dataset()).isEqualTo(one.table.dataset().table());
    assertThat(file.count(RowStatus.REJECTED)).isZero();
    assertThat(delivered(file, one)).isEqualTo(one.table.meant());
  }

  @Property(tries = 400)
  void a_wrong_cell_is_found_where_it_stands(@ForAll("dirty") Case one) {
    Screened file = one.screened();
    assertThat(file.count(RowStatus.REJECTED)).isEqualTo(1);
    List<String> cells =
        file.records().stream()
            .flatMap(record -> record.findings().stream())
            .filter(finding -> finding.severity() == Severity.REJECT_ROW)
            .map(Finding::cell)
            .toList();
    assertThat(cells).contains(moved(String.valueOf(one.table.dirty()), one.rendering.before()));
    assertThat(delivered(file, one)).isEqualTo(one.table.meant());
  }

  /** An address so many rows further down. */
  private static String moved(String cell, int rows) {
    return cell.charAt(0) + Integer.toString(Integer.parseInt(cell.substring(1)) + rows);
  }

  /** What came back, without what the screener adds of its own. */
  private static List<Map<String, Object>> delivered(Screened file, Case one) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < file.rows().size(); i++) {
      Map<String, Object> row = new HashMap<>();
      Set<String> expected =
          i < one.table.meant().size() ? one.table.meant().get(i).keySet() : Set.of();
      file.rows()
          .get(i)
          .forEach(
              (field, value) -> {
                boolean isAdded =
                    Set.of("region_key", "exam_year", "council_code", "persons_state")
                            .contains(field)
                        && !expected.contains(field);
                if (!isAdded) {
                  row.put(field, composed(value));
                }
              });
      rows.add(row);
    }
    return rows;
  }

  private static Object composed(Object value) {
    return value instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : value;
  }
}
