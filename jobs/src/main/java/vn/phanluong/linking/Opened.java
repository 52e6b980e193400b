package vn.phanluong.linking;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.text.Spelling;
import vn.phanluong.vault.Identities;

/**
 * Records with their sealed identities opened, as rows that no driver collects and nothing keeps:
 * what Spark moves between tasks is encrypted ({@code spark.io.encryption.enabled}).
 */
final class Opened {
  private static final String DDL =
      "dataset string, submission_id string, row_number int, year int, levels string,"
          + " delete_after date, name string, bare string, birth_year int, birth_month int,"
          + " birth_day int, sex string, province string, district string, commune string,"
          + " completion int, school string, learner_key string, identity_key string,"
          + " blocks array<string>";

  private Opened() {}

  /**
   * Opens the identities of records; who has none any more is left out.
   *
   * @param records of {@link Records}
   */
  static Dataset<Row> of(TableStore store, Dataset<Row> records) {
    Dataset<Row> sealed =
        store
            .read(Contracts.bundled().of("vault.identity"))
            .select("submission_id", "row_number", "key_id", "sealed", "delete_after");
    return records
        .join(sealed, new String[] {"submission_id", "row_number"})
        .select(
            col("dataset"),
            col("submission_id"),
            col("row_number"),
            col("year"),
            col("levels"),
            col("delete_after"),
            col("sex"),
            col("residence_region_key"),
            col("residence_commune"),
            col("completion"),
            col("school"),
            col("learner_key"),
            col("identity_key"),
            col("key_id"),
            col("sealed"))
        .mapPartitions(new Opening(store.home().keys()), Encoders.row(StructType.fromDDL(DDL)));
  }

  /** The identity of an opened row, whose columns may carry a prefix. */
  static Identity identity(Row row, String prefix) {
    @Nullable Integer year = row.getAs(prefix + "birth_year");
    @Nullable String province = row.getAs(prefix + "province");
    return new Identity(
        row.getAs(prefix + "name"),
        year == null
            ? null
            : new BirthDate(
                year,
                row.<Integer>getAs(prefix + "birth_month"),
                row.<Integer>getAs(prefix + "birth_day")),
        row.getAs(prefix + "sex"),
        province == null
            ? null
            : new Identity.Home(
                province, row.getAs(prefix + "district"), row.getAs(prefix + "commune")),
        row.getAs(prefix + "completion"),
        row.getAs(prefix + "school"),
        row.getAs(prefix + "learner_key"),
        row.getAs(prefix + "identity_key"));
  }

  /** Runs inside a task; reads the keys once a partition. */
  private record Opening(String keys) implements MapPartitionsFunction<Row, Row> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Iterator<Row> call(Iterator<Row> sealed) {
      KeyRing ring = KeyRing.at(keys);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return sealed.hasNext();
        }

        @Override
        public Row next() {
          return opened(ring, sealed.next());
        }
      };
    }

    private static Row opened(KeyRing ring, Row row) {
      String place = Identities.place(row.getAs("submission_id"), row.<Integer>getAs("row_number"));
      Identity identity =
          identity(row, fields(ring.opened(row.getAs("sealed"), row.getAs("key_id"), place)));
      BirthDate birth = identity.birth();
      Identity.Home home = identity.home();
      return RowFactory.create(
          row.getAs("dataset"),
          row.getAs("submission_id"),
          row.getAs("row_number"),
          row.getAs("year"),
          row.getAs("levels"),
          row.getAs("delete_after"),
          identity.name(),
          identity.bareName(),
          birth == null ? null : birth.year(),
          birth == null ? null : birth.month(),
          birth == null ? null : birth.day(),
          identity.sex(),
          home == null ? null : home.province(),
          home == null ? null : home.district(),
          home == null ? null : home.commune(),
          identity.completion(),
          identity.school(),
          identity.learnerKey(),
          identity.identityKey(),
          identity.blocks().toArray(String[]::new));
    }

    private static Identity identity(Row row, Map<String, String> fields) {
      String name =
          fields.getOrDefault("full_name", "") + " " + fields.getOrDefault("given_name", "");
      @Nullable String unit = row.getAs("residence_region_key");
      @Nullable String commune = row.getAs("residence_commune");
      @Nullable String province = Provinces.today(unit);
      return new Identity(
          Spelling.fold(name),
          BirthDate.of(fields.getOrDefault("birth_date", "")),
          row.getAs("sex"),
          province == null
              ? null
              : new Identity.Home(
                  province,
                  Provinces.district(unit),
                  commune == null ? null : Spelling.bare(commune)),
          row.getAs("completion"),
          row.getAs("school"),
          row.getAs("learner_key"),
          row.getAs("identity_key"));
    }

    private static Map<String, String> fields(String json) {
      try {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
      } catch (JsonProcessingException e) {
        // The cause would quote what must not be seen.
        throw new IllegalStateException("Sealed identities that are no JSON");
      }
    }
  }

  /** Columns of {@link #DDL}. */
  static List<String> columns() {
    return List.of(StructType.fromDDL(DDL).fieldNames());
  }
}
