package vn.phanluong.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.Release;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.ReleasedViews;
import vn.phanluong.runtime.ReleasedViews.Source;
import vn.phanluong.runtime.TableStore;

/** What SQL may read: the tables of a release, or all stages as they stand. */
final class ReleasedTables {
  private static final List<String> OPEN_STAGES = List.of("star", "indicator", "published");

  private ReleasedTables() {}

  static ReleasedViews of(SparkSession spark, Home home, Release release) {
    List<Source> sources = new ArrayList<>();
    release
        .tables()
        .forEach(
            (id, version) -> {
              String copy = release.published().get(id);
              if (copy != null) {
                // The copy's first commit makes the table, its second fills it.
                sources.add(new Source(id, home.root().resolve(copy).toString(), 1));
              } else if (OPEN_STAGES.contains(id.substring(0, id.indexOf('.')))) {
                sources.add(new Source(id, home.table(id).toString(), version));
              }
            });
    return new ReleasedViews(spark, release.name(), sources);
  }

  /** All stages but the vault as they stand, unreleased. */
  static ReleasedViews working(TableStore store) {
    List<Source> sources = new ArrayList<>();
    for (Contract contract : Contracts.bundled().all()) {
      if (store.exists(contract) && !contract.stage().equals("vault")) {
        sources.add(
            new Source(
                contract.id(),
                store.home().table(contract.id()).toString(),
                store.version(contract)));
      }
    }
    return new ReleasedViews(store.spark(), "working", sources);
  }
}
