package vn.phanluong.raw;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Problem;

/**
 * A table or view of a source database, read over JDBC.
 *
 * @param name as the database knows it, with its schema: {@code edu.graduate}
 * @param changedBy column that grows whenever a row changes; null to read all every time
 */
record SourceTable(String name, @Nullable String changedBy) {
  private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+){0,2}");
  private static final int FETCHED = 10_000;

  SourceTable {
    if (!NAME.matcher(name).matches()
        || (changedBy != null && !NAME.matcher(changedBy).matches())) {
      throw new Problem(
          Problem.Kind.USE,
          "Tên bảng, tên cột «%s», «%s» chỉ gồm chữ, số, gạch dưới và dấu chấm."
              .formatted(name, changedBy),
          "The table and column «%s», «%s» may hold letters, digits, underscores and dots only."
              .formatted(name, changedBy));
    }
  }

  /** The greatest change there is, as the database writes it; null in an empty table. */
  @Nullable String highWaterMark(Connection connection) throws SQLException {
    if (changedBy == null) {
      return null;
    }
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT CAST(MAX(%s) AS VARCHAR(64)) FROM %s".formatted(changedBy, name))) {
      return found.next() ? found.getString(1) : null;
    }
  }

  /**
   * Writes rows as CSV in UTF-8, gzipped, under the columns' own names.
   *
   * @param after rows changed at or after this mark; null for all. The mark itself is read once
   *     more, since a row may have been committed at the same instant after it was taken
   * @return rows written
   */
  long writeTo(Path file, Connection connection, @Nullable String after)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(select(connection, after));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(out)) {
      statement.setFetchSize(FETCHED);
      if (after != null) {
        statement.setString(1, after);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return write(rows, csv);
      }
    }
  }

  private String select(Connection connection, @Nullable String after) throws SQLException {
    if (changedBy == null || after == null) {
      return "SELECT * FROM " + name;
    }
    return "SELECT * FROM %s WHERE %s >= CAST(? AS %s) ORDER BY %s"
        .formatted(name, changedBy, typeOf(connection), changedBy);
  }

  private String typeOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT %s FROM %s WHERE 1 = 0".formatted(changedBy, name))) {
      return none.getMetaData().getColumnTypeName(1);
    }
  }

  private static long write(ResultSet rows, CsvWriter csv) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> header = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      header.add(columns.getColumnLabel(column));
    }
    csv.writeRecord(header);
    long written = 0;
    List<String> record = new ArrayList<>();
    while (rows.next()) {
      record.clear();
      for (int column = 1; column <= header.size(); column++) {
        record.add(text(rows.getObject(column), rows.getString(column)));
      }
      csv.writeRecord(record);
      written++;
    }
    return written;
  }

  /** Yes and no as people write them; all else as the database does. */
  private static String text(@Nullable Object value, @Nullable String written) {
    if (value instanceof Boolean isTrue) {
      return isTrue ? "có" : "không";
    }
    return written == null ? "" : written;
  }
}
