package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Damage;
import vn.phanluong.runtime.TableStore;

/** Whatever is wrong with a file, the load goes on with the next and accounts for each. */
@ExtendWith(HomeExtension.class)
class DamagedLoadTest {
  private static final long SEED = 20_260_902;

  @Test
  void every_damaged_file_is_one_submission_and_none_of_its_rows_is_lost(
      TableStore store, @TempDir Path folder) throws IOException {
    List<Path> files = Damage.light(folder, SEED);
    List<Receipt> receipts = new Warehouse(store).load(files);

    List<Row> ledger = store.read(contract("ops.submission")).collectAsList();
    long taken = receipts.stream().filter(it -> !it.status().equals("already_held")).count();
    assertThat(receipts).hasSameSizeAs(files);
    assertThat((long) ledger.size()).isEqualTo(taken);

    Map<String, Long> accepted = new HashMap<>();
    Map<String, Long> rejected = new HashMap<>();
    for (Contract raw : Contracts.bundled().ofStage("raw")) {
      if (raw.isBuilt() || !store.exists(raw)) {
        continue;
      }
      Dataset<Row> rows =
          store.read(raw).groupBy("submission_id").agg(of("accepted"), of("rejected"));
      rows.collectAsList()
          .forEach(
              row -> {
                accepted.merge(row.getString(0), row.getLong(1), Long::sum);
                rejected.merge(row.getString(0), row.getLong(2), Long::sum);
              });
    }
    Set<String> told =
        new HashSet<>(
            store
                .read(contract("ops.finding"))
                .select("submission_id")
                .as(Encoders.STRING())
                .collectAsList());
    for (Row submission : ledger) {
      String id = submission.getAs("submission_id");
      String name = submission.getAs("file_name");
      assertThat(submission.<Long>getAs("rows_accepted"))
          .as(name)
          .isEqualTo(accepted.getOrDefault(id, 0L));
      assertThat(submission.<Long>getAs("rows_rejected"))
          .as(name)
          .isEqualTo(rejected.getOrDefault(id, 0L));
      boolean isRejected = submission.getAs("status").equals("rejected");
      assertThat(isRejected && !told.contains(id))
          .as(name + " is refused without a word")
          .isFalse();
    }
    assertThat(ledger.stream().map(it -> it.<String>getAs("status")).distinct().toList())
        .contains("rejected")
        .hasSizeGreaterThan(1);
  }

  private static org.apache.spark.sql.Column of(String status) {
    return count(when(col("row_status").equalTo(status), lit(1))).as(status);
  }

  private static Contract contract(String id) {
    return Contracts.bundled().of(id);
  }
}
