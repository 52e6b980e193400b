package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.PrivateFolder;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/**
 * Takes rows of a source database in, as if they had been delivered as a file: the same screener,
 * ledger and vault. The first pull of a scope is full; a later one reads what changed since and
 * corrects it. On their way the rows lie in a private folder.
 */
public final class Pull {
  private static final Contract CONTRACT = Contracts.bundled().of("ops.pull");

  private final TableStore store;
  private final Progress progress;

  public Pull(TableStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Where the rows are.
   *
   * @param url JDBC address without credentials
   * @param credentials user and password
   * @param table table or view, with its schema
   * @param changedBy column that grows whenever a row changes; null to read all every time
   */
  public record Source(
      String url, Properties credentials, String table, @Nullable String changedBy) {
    String id() {
      int query = url.indexOf('?');
      return (query < 0 ? url : url.substring(0, query)) + " " + table;
    }
  }

  /**
   * Pulls what is new.
   *
   * @param declared dataset, reporter and period of the rows, which no file name tells here
   * @return the receipt; none if nothing has changed
   * @throws Problem if the database cannot be read
   */
  public List<Receipt> run(Source source, Declared declared) {
    SourceTable table = new SourceTable(source.table(), source.changedBy());
    String before = highWaterMark(source, declared);
    try (PrivateFolder folder = PrivateFolder.of(store.home());
        Connection connection = DriverManager.getConnection(source.url(), source.credentials())) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Path file = folder.file(fileName(source, declared));
      String mark = table.highWaterMark(connection);
      progress.step("Kéo", "Pulling", source.id());
      long rows = table.writeTo(file, connection, before);
      connection.rollback();
      progress.rows(rows);
      if (rows == 0) {
        return List.of();
      }
      Declared scope = before == null ? declared : declared.correcting();
      Receipt receipt = new Load(store, progress).run(List.of(file), scope).get(0);
      if (mark != null && !receipt.status().equals("rejected")) {
        enter(source, declared, mark, rows);
      }
      return List.of(receipt);
    } catch (SQLException e) {
      throw unreadable(source, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(Source source, Declared declared) {
    return "%s_%s.csv.gz".formatted(source.table().replace('.', '_'), declared.period());
  }

  private @Nullable String highWaterMark(Source source, Declared declared) {
    List<Row> last =
        store
            .read(CONTRACT)
            .where(
                col("source")
                    .equalTo(source.id())
                    .and(col("dataset").equalTo(String.valueOf(declared.dataset())))
                    .and(col("scope").equalTo(scope(declared))))
            .orderBy(col("pulled_at").desc())
            .select("high_water_mark")
            .takeAsList(1);
    return last.isEmpty() || source.changedBy() == null ? null : last.get(0).getString(0);
  }

  private static String scope(Declared declared) {
    return "%s/%s".formatted(declared.reporterCode(), declared.period());
  }

  private void enter(Source source, Declared declared, String mark, long rows) {
    Row row =
        RowFactory.create(
            source.id(), declared.dataset(), scope(declared), Instant.now(), mark, rows);
    store.append(
        CONTRACT,
        store
            .spark()
            .createDataFrame(List.of(row), StructType.fromDDL(CONTRACT.shapeDdl()))
            .coalesce(1));
  }

  private static Problem unreadable(Source source, SQLException cause) {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Không đọc được %s: %s. Kiểm tra địa chỉ, tài khoản, quyền đọc và trình điều khiển JDBC."
            .formatted(source.id(), cause.getMessage()),
        "%s cannot be read: %s. Check address, account, right to read and JDBC driver."
            .formatted(source.id(), cause.getMessage()));
  }
}
