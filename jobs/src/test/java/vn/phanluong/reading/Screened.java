package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file screened to its end, with the rows read again from what was stored of it. */
record Screened(
    Recognition.Recognised file, List<ScreenedRecord> records, List<Map<String, Object>> rows) {

  static Screened of(Path folder, String name, String text) {
    return of(write(folder, name, text.getBytes(StandardCharsets.UTF_8)), Declared.nothing());
  }

  static Screened of(Path file, Declared declared) {
    Recognition recognition = FileScreener.recognise(file, declared);
    if (recognition instanceof Recognition.Rejected rejected) {
      throw new AssertionError("Rejected: " + rejected.finding().en());
    }
    Recognition.Recognised recognised = (Recognition.Recognised) recognition;
    List<ScreenedRecord> records = new ArrayList<>();
    try (CloseableIterator<ScreenedRecord> each = FileScreener.records(file, recognised)) {
      each.forEachRemaining(records::add);
    }
    return new Screened(recognised, records, reread(recognised, admitted(file, recognised)));
  }

  /** What of the records enters the warehouse, under pseudonyms that show what they are of. */
  static List<AdmittedRecord> admitted(Path file, Recognition.Recognised recognised) {
    List<AdmittedRecord> records = new ArrayList<>();
    try (CloseableIterator<AdmittedRecord> each =
        FileScreener.admitted(file, recognised, Screened::token)) {
      each.forEachRemaining(records::add);
    }
    return records;
  }

  /** A token of the form the warehouse uses. */
  static String token(String field, String value) {
    return "k1.%032x".formatted((field + value).hashCode() & 0xffffffffL);
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code clean} does it: the layout from its JSON, the scope from the columns of raw. */
  static List<Map<String, Object>> reread(
      Recognition.Recognised file, List<AdmittedRecord> records) {
    RowReader reader =
        new RowReader(
            file.contract(),
            Layout.fromJson(file.layout().toJson()),
            Scope.of(file.scope().reporterCode(), file.scope().period()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (AdmittedRecord record : records) {
      if (record.status() == RowStatus.ACCEPTED) {
        reader
            .read(record.rowNumber(), record.record(), finding -> {})
            .forEach(row -> rows.add(named(file, row)));
      }
    }
    return rows;
  }

  private static Map<String, Object> named(Recognition.Recognised file, @Nullable Object[] values) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        named.put(file.contract().fields().get(i).name(), value);
      }
    }
    return named;
  }

  long count(RowStatus status) {
    return records.stream().filter(record -> record.status() == status).count();
  }

  /** Rows by status as one line: accepted/rejected/context. */
  String counts() {
    return "%d/%d/%d"
        .formatted(count(RowStatus.ACCEPTED), count(RowStatus.REJECTED), count(RowStatus.CONTEXT));
  }

  /** Code and row of every finding of the records. */
  List<String> findings() {
    return records.stream()
        .flatMap(record -> record.findings().stream())
        .map(finding -> finding.code() + "@" + finding.rowNumber())
        .toList();
  }

  List<Object> values(String field) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(field)));
    return values;
  }
}
