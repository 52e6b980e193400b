package vn.phanluong.definition;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;

/** The reference lists under {@code schemas/reference}: rows as text, by column name. */
public final class Reference {
  private Reference() {}

  /**
   * Rows of a list in the order of the file.
   *
   * @param name for example {@code region}
   * @throws IllegalArgumentException if there is no such list
   */
  public static List<Map<String, String>> rows(SchemaFiles files, String name) {
    return CsvReader.builder()
        .ofNamedCsvRecord(files.text("reference/%s.csv".formatted(name)))
        .stream()
        .map(NamedCsvRecord::getFieldsAsMap)
        .toList();
  }
}
