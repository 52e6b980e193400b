package vn.phanluong.synthetic.ministry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.phanluong.Checkout;

/** Asks the truth of a ministry by another engine. */
final class Duck implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;

  Duck(Path truth) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement = connection.createStatement();
    view("lives", "'%s'".formatted(truth.resolve("indicator_of_lives.parquet")));
    view("files", "'%s'".formatted(truth.resolve("indicator_of_files.parquet")));
    view("way", "'%s'".formatted(truth.resolve("destination/*.parquet")));
    view("person", "'%s'".formatted(truth.resolve("person/*.parquet")));
    view("link", "'%s'".formatted(truth.resolve("link/*.parquet")));
    view("file", "read_csv('%s', header = true)".formatted(truth.resolve("file.csv")));
    for (String units : List.of("region", "commune")) {
      Path csv = Checkout.path("schemas/reference/" + units + ".csv");
      view(units, "read_csv('%s', header = true, all_varchar = true)".formatted(csv));
    }
  }

  private void view(String name, String of) throws SQLException {
    statement.execute("CREATE VIEW %s AS SELECT * FROM %s".formatted(name, of));
  }

  /** Rows as text, null as «null». */
  List<List<String>> rows(String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
