package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.TableStore;

/** What the ledger of submissions says of files that follow each other. */
@ExtendWith(HomeExtension.class)
class SubmissionTest {
  private static final Contract LEDGER = Contracts.bundled().of("ops.submission");
  private static final Contract FINDINGS = Contracts.bundled().of("ops.finding");
  private static final Contract RAW = Contracts.bundled().of("raw.graduate_count");
  private static final Declared LONG_AN = new Declared(null, "P80@2017-01-01", null);

  private static final String HEADER =
      "Năm tốt nghiệp,Tỉnh,Huyện,Trường,Cấp học,Số tốt nghiệp,Cơ sở tính\n";

  private static final String WHOLE =
      HEADER
          + "2023,Long An,Tân An,,THCS,2105,trường\n"
          + "2023,Long An,Thạnh Hóa,,THCS,760,trường\n"
          + "2023,Long An,Thạnh Hóa,THCS Thuận Bình,THCS,90,trường\n";

  private static final String LINE = "2023,Long An,Tân An,,THCS,2110,trường";

  private static final String LESS = HEADER + LINE + "\n";

  @Test
  void a_full_one_stands_instead_of_its_predecessor_and_says_what_it_lacks(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(warehouse.file("a.csv", WHOLE)), LONG_AN);
    long before = store.version(LEDGER);

    Receipt receipt =
        warehouse
            .load(
                List.of(
                    warehouse.file("b.csv", LESS),
                    warehouse.file("c.csv", "ĐỢT 2\n" + LESS),
                    warehouse.file("d.csv", "6 THÁNG ĐẦU NĂM\n" + LESS),
                    warehouse.file("e.csv", "BỔ SUNG\n" + LESS)),
                LONG_AN)
            .get(0);

    assertThat(store.version(LEDGER)).as("One commit a run").isEqualTo(before + 1);
    assertThat(receipt.status()).isEqualTo("accepted_with_findings");
    assertThat(receipt.findings()).singleElement().extracting("code").isEqualTo("file.lacks-units");
    List<Row> found = store.read(FINDINGS).collectAsList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).<String>getAs("message_en"))
        .contains("lacks 2: Huyện Thạnh Hóa, Huyện Thạnh Hóa / THCS Thuận Bình.");
    assertThat(states(store))
        .containsExactly(
            "a.csv superseded by b.csv",
            "b.csv accepted_with_findings",
            "c.csv accepted",
            "d.csv accepted",
            "e.csv accepted");
    assertThat(store.read(RAW).where(col("row_status").equalTo("accepted")).count())
        .as("The rows of the superseded stay")
        .isEqualTo(3 + 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_load_killed_anywhere_and_run_again_ends_the_same(int step, TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    List<Path> first = List.of(warehouse.file("a.csv", "Long An\n" + WHOLE));
    List<Path> second = List.of(warehouse.file("b.csv", "Long An\n" + WHOLE.replace("90", "91")));
    warehouse.load(first);
    KilledProgress progress = new KilledProgress(step);
    assertThat(progress.kills(() -> warehouse.load(second, progress.progress()))).isTrue();
    assertThat(store.home().pending()).exists();

    warehouse.load(second);

    assertThat(store.home().pending()).doesNotExist();
    assertThat(states(store)).containsExactly("a.csv superseded by b.csv", "b.csv accepted");
    assertThat(store.read(RAW).where(col("row_status").equalTo("accepted")).count()).isEqualTo(6);
  }

  @Test
  void a_file_on_its_way_is_received_then_screened_in_the_note(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = List.of(warehouse.file("a.csv", WHOLE));
    KilledProgress atOnce = new KilledProgress(1);
    assertThat(atOnce.kills(() -> warehouse.load(files, atOnce.progress()))).isTrue();
    assertThat(store.home().pending()).content().contains("\"received\"");
    KilledProgress atLedger = new KilledProgress(3);
    assertThat(atLedger.kills(() -> warehouse.load(files, atLedger.progress()))).isTrue();
    assertThat(store.home().pending()).content().contains("\"screened\"");
    assertThat(store.read(LEDGER).count()).isZero();
  }

  @Test
  void a_rejected_file_sent_again_is_judged_once(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    Path file = warehouse.file("a.csv", HEADER + "2023,Long An,Tân An,,THCS,nhiều,trường\n");
    Declared of2023 = new Declared(null, "P80@2017-01-01", (short) 2023);
    for (int i = 0; i < 2; i++) {
      assertThat(warehouse.load(List.of(file), of2023).get(0).rowsRead()).isEqualTo(1);
    }
    assertThat(states(store)).containsExactly("a.csv rejected");
    assertThat(store.read(RAW).where(col("row_status").equalTo("rejected")).count()).isEqualTo(1);
    assertThat(store.read(FINDINGS).count()).isEqualTo(1);
  }

  @Test
  void sheets_of_one_report_are_one_submission_with_every_row_of_each(TableStore store)
      throws IOException {
    Path file = store.home().root().resolve("a.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      fill(book.createSheet("Vùng 1"), "2023,Long An,Bến Lức,,THCS,100,trường", LINE);
      fill(book.createSheet("Vùng 2"), LINE.replace("Tân An,,THCS,2110", "Châu Thành,,THCS,nhiều"));
      fill(book.createSheet("Vùng 3"), LINE.replace("Tân An,,THCS,2110", "Đức Hòa,,THCS,300"));
      book.write(out);
    }
    Warehouse warehouse = new Warehouse(store);

    Receipt receipt = warehouse.load(List.of(file), LONG_AN).get(0);

    assertThat(receipt.status()).isEqualTo("partially_accepted");
    assertThat(List.of(receipt.rowsRead(), receipt.rowsAccepted())).containsExactly(4L, 3L);
    assertThat(states(store)).containsExactly("a.xlsx partially_accepted");
    assertThat(
            store.read(RAW).where("row_status <> 'context'").orderBy("row_number").collectAsList())
        .extracting(row -> row.getAs("row_number") + " " + row.getAs("row_status"))
        .containsExactly("2 accepted", "3 accepted", "10000002 rejected", "20000002 accepted");
    assertThat(store.read(FINDINGS).collectAsList())
        .singleElement()
        .extracting(row -> row.getAs("sheet") + "!" + row.getAs("cell"))
        .as("A name nobody knows is told by its shape")
        .isEqualTo("Aa 2!F2");
    warehouse.build("star.fct_graduate_count");
    assertThat(
            store.read(Contracts.bundled().of("star.fct_graduate_count")).collectAsList().stream()
                .mapToInt(row -> row.getAs("persons")))
        .containsExactlyInAnyOrder(100, 2110, 300);
  }

  private static void fill(Sheet sheet, String... lines) {
    for (int i = 0; i <= lines.length; i++) {
      String[] cells = (i == 0 ? HEADER.strip() : lines[i - 1]).split(",", -1);
      for (int k = 0; k < cells.length; k++) {
        (k == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(k).setCellValue(cells[k]);
      }
    }
  }

  @Test
  void empty_templates_of_two_reporters_are_two_submissions(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    Path template = warehouse.file("mau.csv", HEADER);
    Declared canTho = new Declared(null, "P92@2017-01-01", null);
    warehouse.load(List.of(template, template), LONG_AN);
    warehouse.load(List.of(template), canTho);
    assertThat(store.read(LEDGER).select("reporter_code").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("P80@2017-01-01", "P92@2017-01-01");
  }

  @Test
  void rows_that_do_not_add_up_cannot_be_entered(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(warehouse.file("a.csv", WHOLE)), LONG_AN);
    Dataset<Row> entry = store.read(LEDGER).withColumn("submission_id", lit("other"));
    for (Dataset<Row> wrong :
        List.of(
            entry.withColumn("rows_accepted", col("rows_accepted").plus(1)),
            entry.withColumn("superseded_by", lit("nobody")),
            entry.withColumn("status", lit("received")))) {
      assertThatThrownBy(() -> store.merge(LEDGER, wrong)).hasMessageContaining("CHECK");
    }
    store.merge(LEDGER, entry);
    assertThat(store.read(LEDGER).count()).isEqualTo(2);
  }

  private static List<String> states(TableStore store) {
    List<Row> rows = store.read(LEDGER).orderBy("sequence").collectAsList();
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              String by = rows.get(i).getAs("superseded_by");
              return rows.get(i).getAs("file_name")
                  + " "
                  + rows.get(i).getAs("status")
                  + (by == null ? "" : " by " + fileName(rows, by));
            })
        .toList();
  }

  private static String fileName(List<Row> rows, String submissionId) {
    return rows.stream()
        .filter(row -> row.getAs("submission_id").equals(submissionId))
        .map(row -> row.<String>getAs("file_name"))
        .findFirst()
        .orElseThrow();
  }
}
