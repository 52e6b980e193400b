package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cells of one record, against another reader of CSV. */
class CellsTest {
  @Provide
  Arbitrary<String> records() {
    return Arbitraries.strings().withChars("\"\"\",,;a đ").ofMaxLength(16);
  }

  @Property(tries = 2000)
  void splits_a_quoted_record_as_fastcsv_does(@ForAll("records") String record) throws IOException {
    // What FastCSV makes of a quote left open is its own; such a record is rejected.
    Assume.that(!Records.opensQuote(record, ","));
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
