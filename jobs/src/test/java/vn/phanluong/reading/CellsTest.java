package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cells of one record, against another reader of CSV. */
class CellsTest {
  /** Cells as they are and quoted, some with letters after the closing quote. */
  @Provide
  Arbitrary<String> records() {
    Arbitrary<String> plain = Arbitraries.strings().withChars(";a đ").ofMaxLength(5);
    Arbitrary<String> quoted =
        Combinators.combine(
                Arbitraries.strings().withChars("\"\",,;a đ").ofMaxLength(6),
                Arbitraries.of("", "", "", " ", "a;"))
            .as((text, after) -> '"' + text.replace("\"", "\"\"") + '"' + after);
    return Arbitraries.oneOf(plain, quoted)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(cells -> String.join(",", cells));
  }

  @Property(tries = 2000)
  void splits_a_quoted_record_as_fastcsv_does(@ForAll("records") String record) throws IOException {
    Cells cells = new Cells();
    cells.split(record, ',');
    List<String> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowExtraCharsAfterClosingQuote(true)
            .skipEmptyLines(false)
            .ofCsvRecord(record)) {
      csv.forEach(each -> each.getFields().forEach(field -> expected.add(field.strip())));
    }
    if (record.isEmpty()) {
      expected.add("");
    }
    assertThat(cells.texts()).isEqualTo(expected);
  }
}
