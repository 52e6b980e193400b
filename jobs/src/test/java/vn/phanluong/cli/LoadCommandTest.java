package vn.phanluong.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Severity;

/** What is said of the files that came. */
class LoadCommandTest {

  @Test
  void findings_of_a_few_files_are_told_one_by_one() {
    assertThat(told(Collections.nCopies(20, receipt("partially_accepted"))).lines())
        .hasSize(40)
        .contains(
            "a.csv:B3  row.age  tuổi",
            "a.csv: còn 6 phát hiện nữa trong ops.finding" + " (./phanluong sql --working \"…\").");
  }

  @Test
  void of_many_files_only_those_turned_away_are() {
    List<Receipt> many =
        Stream.concat(
                Collections.nCopies(999, receipt("partially_accepted")).stream(),
                Stream.of(receipt("rejected")))
            .toList();
    assertThat(told(many).lines()).hasSize(3);
    assertThat(told(many)).contains("7000 phát hiện trong 1000 của 1000 tệp", "ops.finding");
  }

  private static Receipt receipt(String status) {
    Finding finding =
        new Finding("row.age", Severity.REJECT_ROW, 3, "B3", "birth_date", "9999", "tuổi", "age");
    return new Receipt("a.csv", "graduate", "P01", "2024", status, 9, 8, 1, 7, List.of(finding));
  }

  private static String told(List<Receipt> receipts) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(LoadCommand.tell(new Context(), receipts, Output.Format.table)).isEqualTo(1);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return said.toString(UTF_8);
  }
}
