package vn.phanluong.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Results on standard output, as people or machines want them. */
final class Output {
  /** Decimals from which a number is one that shares have made. */
  private static final int UNROUNDED = 12;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> columns;
  private final List<List<@Nullable Object>> rows;

  Output(List<String> columns, List<List<@Nullable Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** How a result is written. */
  enum Format {
    table,
    csv,
    json
  }

  static Output of(Dataset<Row> result) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Row row : result.collectAsList()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i));
      }
      rows.add(cells);
    }
    return new Output(Arrays.asList(result.columns()), rows);
  }

  void print(PrintStream out, Format format) {
    switch (format) {
      case csv -> out.print(csv());
      case json -> out.println(json());
      case table -> table().forEach(out::println);
    }
  }

  private String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(columns);
      rows.forEach(row -> writer.writeRecord(row.stream().map(Output::text).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private String json() {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        Object cell = row.get(i);
        boolean isPlain = cell == null || cell instanceof Number || cell instanceof Boolean;
        object.put(columns.get(i), isPlain ? cell : String.valueOf(cell));
      }
      objects.add(object);
    }
    try {
      return JSON.writeValueAsString(objects);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> table() {
    List<List<String>> texts = new ArrayList<>();
    texts.add(columns);
    rows.forEach(row -> texts.add(row.stream().map(Output::text).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> row : texts) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : texts) {
      lines.add(line(row, widths));
    }
    lines.add(1, "─".repeat(Arrays.stream(widths).sum() + 2 * Math.max(0, widths.length - 1)));
    return lines;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      boolean isRight = isNumeric(i);
      line.append(i == 0 ? "" : "  ").append(isRight ? pad + row.get(i) : row.get(i) + pad);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .allMatch(cell -> cell == null || cell instanceof Number);
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof BigDecimal number) {
      // Persons have twelve decimals for the sake of shares; a whole number is shown as one.
      return (number.scale() < UNROUNDED ? number : number.stripTrailingZeros()).toPlainString();
    }
    return cell == null ? "" : String.valueOf(cell);
  }
}
