package vn.phanluong.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.phanluong.Checkout;

/** The example of a dataset as a table, to change a cell of it. */
record Register(String dataset, List<String> header, List<List<String>> rows) {

  /** File of a dataset under examples/; there is one. */
  static Path file(String dataset) {
    try (Stream<Path> files = Files.list(Checkout.path("examples/" + dataset))) {
      return files.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Register of(String dataset) {
    try {
      List<String> lines = Files.readAllLines(file(dataset));
      char delimiter = lines.get(1).indexOf(';') >= 0 ? ';' : ',';
      List<List<String>> rows = new ArrayList<>();
      for (CsvRecord record :
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .ofCsvRecord(String.join("\n", lines.subList(1, lines.size())))) {
        rows.add(record.getFields());
      }
      return new Register(dataset, rows.get(0), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with one cell changed in one row, both from 0. */
  Register with(int row, String column, String text) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(rows.get(row));
    int at = header.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("No column %s: %s".formatted(column, header));
    }
    cells.set(at, text);
    changed.set(row, cells);
    return new Register(dataset, header, changed);
  }

  /** The same with a column more. */
  Register plus(String column, String text) {
    List<String> wider = new ArrayList<>(header);
    wider.add(column);
    List<List<String>> changed = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.add(changed.isEmpty() ? text : "");
      changed.add(cells);
    }
    return new Register(dataset, wider, changed);
  }

  /** The first rows alone. */
  Register first(int count) {
    return new Register(dataset, header, rows.subList(0, count));
  }

  Screened screened(Path folder) {
    return screened(folder, new Declared(dataset, null, null));
  }

  Screened screened(Path folder, Declared declared) {
    return Screened.of(file(folder), declared);
  }

  Path file(Path folder) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Screened.write(
        folder, dataset + "_2023.csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
