package vn.phanluong.cli;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.definition.SchemaFiles;

/** {@code owed}: one query, the text of which anybody may run with {@code sql --working}. */
@Command(
    name = "owed",
    mixinStandardHelpOptions = true,
    description =
        "Ai còn nợ báo cáo nào, hạn nào, đã nộp hay muộn (schemas/ops/owed.sql).%n"
            + "Who owes which report by when, delivered or late (schemas/ops/owed.sql).")
final class OwedCommand implements Callable<Integer> {
  private static final String QUERY = "ops/owed.sql";

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Tính đến ngày; mặc định hôm nay. As of a day such as 2026-01-15; today.")
  @Nullable LocalDate asOf;

  @Option(names = "--dataset", description = "Chỉ tập dữ liệu này. This dataset only.")
  @Nullable String dataset;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "Chỉ kỳ này: 2024 hay 2024-S1. This period only: 2024 or 2024-S1.")
  @Nullable String period;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    LocalDate day = asOf == null ? CountryTime.today() : asOf;
    String query = SchemaFiles.bundled().text(QUERY).replace(":as_of", day.toString());
    Output output =
        parent.context.reading(
            store -> Output.of(only(ReleasedTables.working(store).query(query))));
    output.print(System.out, format);
    return 0;
  }

  private Dataset<Row> only(Dataset<Row> owed) {
    Dataset<Row> chosen = owed;
    if (dataset != null) {
      chosen = chosen.where(col("dataset").equalTo(dataset));
    }
    if (period != null) {
      chosen = chosen.where(col("period").startsWith(period));
    }
    return chosen;
  }
}
