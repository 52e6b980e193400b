package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.raw.Receipt;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/**
 * The registers of schools and learners, from delivered file to typed rows: equal to
 * src/test/resources/golden/clean, which was made from the same files without this program.
 */
@ExtendWith(HomeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTablesTest {
  private static final Set<String> REGISTERS =
      Set.of(
          "school",
          "enrolment",
          "graduate",
          "grade10_admission",
          "vocational_institution",
          "vocational_enrolment",
          "higher_enrolment");

  private final Warehouse warehouse;
  private List<Receipt> receipts = List.of();

  RegisterTablesTest(TableStore store) {
    warehouse = new Warehouse(store);
  }

  @BeforeAll
  void loadAndBuild() {
    receipts =
        warehouse.load(
            Deliveries.examples().stream()
                .filter(file -> REGISTERS.contains(String.valueOf(file.getParent().getFileName())))
                .toList());
    new BuildRun(warehouse.store(), Progress.silent())
        .run(REGISTERS.stream().map(it -> "clean." + it).toList(), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "school",
        "enrolment",
        "graduate",
        "grade10_admission",
        "vocational_institution",
        "vocational_enrolment",
        "higher_enrolment"
      })
  void every_row_is_typed_as_computed_apart(String dataset) {
    List<Map<String, String>> golden =
        CsvReader.builder()
            .ofNamedCsvRecord(
                Checkout.text("jobs/src/test/resources/golden/clean/%s.csv".formatted(dataset)))
            .stream()
            .map(NamedCsvRecord::getFieldsAsMap)
            .toList();
    assertThat(receipts)
        .filteredOn(it -> it.dataset().equals(dataset))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.rowsRead()).isEqualTo(golden.size());
              assertThat(it.rowsAccepted()).isEqualTo(golden.size());
              assertThat(it.rowsRejected()).isZero();
            });
    List<Map<String, String>> rows = new ArrayList<>();
    for (Row row : table("clean." + dataset)) {
      Map<String, String> written = new TreeMap<>();
      golden.get(0).keySet().forEach(column -> written.put(column, text(row, column)));
      rows.add(written);
    }
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            golden.stream().<Map<String, String>>map(TreeMap::new).toList());
  }

  /** Names, days of birth and numbers of no example may stand in a typed table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrolment",
        "graduate",
        "grade10_admission",
        "vocational_enrolment",
        "higher_enrolment"
      })
  void no_name_is_in_a_typed_table(String dataset) {
    Contract contract = Contracts.bundled().of("clean." + dataset);
    assertThat(contract.columnNames())
        .contains("learner_key", "identity_key", "birth_year")
        .doesNotContain("full_name", "birth_date", "phone", "address", "parent_name");
    for (Row row : table(contract.id())) {
      assertThat(row.toString()).doesNotContainPattern("Nguyễn|Trần|Phạm|Huỳnh|0900000|đường Mẫu");
    }
  }

  private List<Row> table(String id) {
    return warehouse.store().read(Contracts.bundled().of(id)).collectAsList();
  }

  /** {@code has_x} is whether there is an x: a pseudonym is another with every key. */
  private static String text(Row row, String column) {
    if (column.startsWith("has_")) {
      return String.valueOf(row.<Object>getAs(column.substring(4)) != null);
    }
    @Nullable Object value = row.getAs(column);
    return value == null ? "" : String.valueOf(value);
  }
}
