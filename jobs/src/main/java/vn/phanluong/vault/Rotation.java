package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.Pseudonym;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;

/**
 * Gives the home a new key. Pseudonyms are re-keyed from themselves, so that it works after the
 * identities are gone; each step may be killed and done again, since every token and every sealed
 * value says its key.
 */
public final class Rotation {
  private final TableStore store;
  private final HomeKeys homeKeys;

  public Rotation(TableStore store) {
    this.store = store;
    this.homeKeys = new HomeKeys(store.home());
  }

  /**
   * Rotates, or ends a rotation that was killed.
   *
   * @return id of the key that is current now
   */
  public String run() {
    KeyRing ring = homeKeys.isRotating() ? homeKeys.held() : homeKeys.add(false);
    String location = store.home().keys();
    for (Contract table : tokenTables()) {
      store.update(
          table,
          col("record").rlike(Pseudonym.FORM.pattern()),
          Map.of("record", rekeyed(location).apply(col("record"))));
    }
    store.update(
        Identities.CONTRACT,
        col("key_id").notEqual(lit(ring.currentId())),
        Map.of(
            "sealed",
            resealed(location)
                .apply(col("sealed"), col("key_id"), col("submission_id"), col("row_number")),
            "key_id",
            lit(ring.currentId())));
    new Archive(store, ring).reseal();
    homeKeys.register(ring);
    return ring.currentId();
  }

  /** Raw tables whose records hold pseudonyms. */
  static List<Contract> tokenTables() {
    return Contracts.bundled().ofStage("raw").stream()
        .filter(table -> table.fields().stream().anyMatch(it -> it.door() == Field.Door.PSEUDONYM))
        .toList();
  }

  private static UserDefinedFunction rekeyed(String location) {
    UDF1<String, String> rekeyed =
        record -> {
          KeyRing ring = KeyRing.at(location);
          return Pseudonym.FORM
              .matcher(record)
              .replaceAll(found -> Matcher.quoteReplacement(ring.rekeyed(found.group())));
        };
    return udf(rekeyed, DataTypes.StringType);
  }

  private static UserDefinedFunction resealed(String location) {
    UDF4<byte[], String, String, Integer, byte[]> resealed =
        (value, keyId, submissionId, rowNumber) -> {
          KeyRing ring = KeyRing.at(location);
          String place = Identities.place(submissionId, rowNumber);
          return ring.sealed(ring.opened(value, keyId, place), place);
        };
    return udf(resealed, DataTypes.BinaryType);
  }
}
