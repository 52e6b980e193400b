package vn.phanluong.linking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Links;

/**
 * Links destination records that no code links to graduates, nationwide, by what their identities
 * say (Fellegi and Sunter 1969). Makes {@code vault.link} anew.
 */
public final class Linking {
  private final TableStore store;
  private final LinkingParameters parameters = LinkingParameters.bundled();

  /**
   * What became of the candidates of a dataset.
   *
   * @param candidates records that no code links
   * @param linked those linked; the others are unknown
   */
  public record Outcome(String dataset, long candidates, long linked) {
    public long unknown() {
      return candidates - linked;
    }
  }

  /**
   * Works on a home whose keys are there.
   *
   * @throws vn.phanluong.runtime.Problem if they are not, before anything is written
   */
  public Linking(TableStore store) {
    this.store = store;
    new HomeKeys(store.home()).open();
  }

  /** Links all candidates of up-to-date tables; a second run finds the same. */
  public TableStore.Written link() {
    Records records = new Records(store);
    Dataset<Row> unlinked = records.candidates();
    // Kept in memory alone, since they hold names; what does not fit is opened again.
    Dataset<Row> candidates = Opened.of(store, unlinked).persist(StorageLevel.MEMORY_ONLY());
    Dataset<Row> graduates =
        Pairs.withShares(Opened.of(store, records.graduates())).persist(StorageLevel.MEMORY_ONLY());
    Pairs pairs = new Pairs(candidates, graduates, parameters);
    // Holds no name: patterns of agreement.
    Dataset<Row> blocked = pairs.blocked().persist(StorageLevel.DISK_ONLY());
    try {
      Choice choice = new Choice(model(pairs, blocked), parameters, byCohort(graduates));
      return new Links(store).replace(choice.of(blocked));
    } finally {
      blocked.unpersist();
      graduates.unpersist();
      candidates.unpersist();
    }
  }

  /** u from random pairs, m from pairs of one name and one year of birth. */
  private Model model(Pairs pairs, Dataset<Row> blocked) {
    Model declared = Model.declared(parameters);
    double strength = parameters.of("random_strength");
    Dataset<Row> random = pairs.random().persist(StorageLevel.DISK_ONLY());
    SortedMap<String, Long> strangers = Pairs.counted(random);
    SortedMap<String, Long> ofOneYear = Pairs.counted(random.where(col("same_year")));
    random.unpersist();
    Model met =
        new Model(
            declared::m, each -> Estimation.shares(strangers, each, declared.u(each), strength));
    Model metInBlock =
        new Model(
            declared::m,
            each ->
                each == Comparison.BIRTH
                    ? Estimation.shares(ofOneYear, each, parameters.sameYear(), strength)
                    : met.u(each));
    SortedMap<String, Long> named =
        Pairs.counted(
            blocked.where(
                col("same_year")
                    .and(col("pattern").startsWith("0").or(col("pattern").startsWith("1")))));
    Model learned =
        Estimation.learned(
            named,
            metInBlock,
            parameters.of("match_share"),
            parameters.of("estimation_strength"),
            parameters.whole("estimation_rounds"));
    return new Model(learned::m, met::u);
  }

  private static Map<String, Long> byCohort(Dataset<Row> graduates) {
    Map<String, Long> counts = new TreeMap<>();
    graduates
        .groupBy("year", "levels")
        .agg(count(lit(1)).as("rows"))
        .collectAsList()
        .forEach(row -> counts.put(row.getInt(0) + row.getString(1), row.getLong(2)));
    return counts;
  }

  /** What became of the candidates of each dataset, by the links that stand. */
  public List<Outcome> outcomes() {
    Map<String, Long> linked = counts(new Links(store).read().select("dataset"));
    Map<String, Long> candidates = counts(new Records(store).candidates().select("dataset"));
    List<Outcome> outcomes = new ArrayList<>();
    for (String dataset : Records.DESTINATIONS) {
      outcomes.add(
          new Outcome(
              dataset, candidates.getOrDefault(dataset, 0L), linked.getOrDefault(dataset, 0L)));
    }
    return outcomes;
  }

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Map<String, Long> counts = new TreeMap<>();
    rows.groupBy("dataset")
        .agg(count(lit(1)).as("rows"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
