package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds of every file, whatever stands in it. */
class ScreeningLawsTest {
  private static final List<String> HEADER = List.of("SBD,Toán,Văn", "58000000,5,5");
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("screening-laws");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("laws_2024.csv"));
    Files.deleteIfExists(folder);
  }

  /** Good rows, and everything that can be wrong with one. */
  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> good =
        Arbitraries.integers()
            .between(1, 60)
            .flatMap(
                number ->
                    Arbitraries.of("5", "7,5".replace(',', '.'), "-1", "", "0")
                        .map(score -> "%08d,%s,6".formatted(58_000_000 + number, score)));
    Arbitrary<String> odd =
        Arbitraries.of(
            "",
            " ",
            ",,",
            "58000001,x,6",
            "58000002,5",
            "58000003,5,6,7",
            "Tổng cộng,5,6",
            "Trang 2",
            "SBD,Toán,Văn",
            "8000001,5,6",
            "58000004,\"5\",6",
            "58000005,\"5,6",
            "58000006,\"5\"6,7",
            "\"",
            "\"58000007\",5,\"6,5\"",
            "99000001,5,6",
            "á,\t;|");
    Arbitrary<String> wild = Arbitraries.strings().withChars("58,;\"|\tàđ 0.-").ofMaxLength(14);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, good),
            net.jqwik.api.Tuple.of(3, odd),
            net.jqwik.api.Tuple.of(2, wild))
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 300)
  void every_line_appears_exactly_once(@ForAll("lines") List<String> lines) {
    Screened file = screen(lines, "\n", "");
    List<String> back = new ArrayList<>();
    int next = 1;
    for (ScreenedRecord record : file.records()) {
      assertThat(record.rowNumber()).isEqualTo(next);
      List<String> its = List.of(record.record().split("\n", -1));
      next += its.size();
      back.addAll(its);
    }
    assertThat(back).isEqualTo(all(lines));
  }

  @Property(tries = 300)
  void a_row_is_accepted_without_rejection_and_rejected_with_one(
      @ForAll("lines") List<String> lines) {
    for (ScreenedRecord record : screen(lines, "\n", "").records()) {
      long rejections =
          record.findings().stream()
              .filter(finding -> finding.severity() == Severity.REJECT_ROW)
              .count();
      assertThat(rejections > 0).isEqualTo(record.status() == RowStatus.REJECTED);
    }
  }

  @Property(tries = 200)
  void reading_again_gives_what_screening_read(@ForAll("lines") List<String> lines) {
    Screened file = screen(lines, "\n", "");
    RowReader reader = file.file().rowReader();
    List<Object> screened = new ArrayList<>();
    for (ScreenedRecord record : file.records()) {
      RowReader.Outcome outcome = reader.screen(record.rowNumber(), record.record());
      if (record.status() == RowStatus.ACCEPTED) {
        assertThat(outcome.rows()).hasSize(1);
        screened.add(outcome.rows().get(0)[1]);
      }
    }
    assertThat(file.values("candidate_number")).isEqualTo(screened);
    assertThat(new HashSet<>(screened)).hasSameSizeAs(screened);
  }

  @Property(tries = 200)
  void line_ends_and_byte_order_mark_change_nothing(@ForAll("lines") List<String> lines) {
    Screened plain = screen(lines, "\n", "");
    Screened windows = screen(lines, "\r\n", "\ufeff");
    assertThat(windows.rows()).isEqualTo(plain.rows());
    assertThat(windows.findings()).isEqualTo(plain.findings());
    assertThat(windows.counts()).isEqualTo(plain.counts());
  }

  @Property(tries = 200)
  void the_order_of_rows_changes_nothing_but_their_order(
      @ForAll("lines") List<String> lines, @ForAll Random random) {
    // Of rows with one key the first stands, and an open quote takes in the lines that follow.
    List<String> distinct = new ArrayList<>();
    HashSet<String> keys = new HashSet<>();
    for (String line : lines) {
      if (!line.contains("\"") && keys.add(line.split(",", -1)[0])) {
        distinct.add(line);
      }
    }
    Screened before = screen(distinct, "\n", "");
    Collections.shuffle(distinct, random);
    Screened after = screen(distinct, "\n", "");
    assertThat(after.rows()).containsExactlyInAnyOrderElementsOf(before.rows());
    assertThat(after.counts()).isEqualTo(before.counts());
  }

  private static List<String> all(List<String> lines) {
    List<String> all = new ArrayList<>(HEADER);
    all.addAll(lines);
    all.add("58999999,5,5");
    return all;
  }

  private static Screened screen(List<String> lines, String lineEnd, String mark) {
    byte[] bytes =
        (mark + String.join(lineEnd, all(lines)) + lineEnd).getBytes(StandardCharsets.UTF_8);
    Path file = Screened.write(folder, "laws_2024.csv", bytes);
    return Screened.of(file, new Declared("exam_result", "58", (short) 2024));
  }
}
