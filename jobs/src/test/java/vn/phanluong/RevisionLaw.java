package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.DifferingKeys;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.Tables;

/** A table revised from one state of its inputs to another is the table made of the other. */
final class RevisionLaw {
  private RevisionLaw() {}

  /**
   * Fails if the rows are others.
   *
   * @param before tables with the one to revise among them, made of all rows
   * @param now the same
   * @return false if nothing changed, or the builder asks for the whole table
   */
  static boolean holds(Tables before, Tables now, Contract contract, String when) {
    Dataset<Row> revised = revised(before, now, contract);
    if (revised == null) {
      return false;
    }
    List<String> made = texts(revised);
    List<String> unexpected = new ArrayList<>(made);
    List<String> missing = texts(now.read(contract));
    missing.forEach(it -> unexpected.remove(it));
    made.forEach(missing::remove);
    assertThat(unexpected).as("%s, %s", contract.id(), when).isEmpty();
    assertThat(missing).as("%s, %s", contract.id(), when).isEmpty();
    return true;
  }

  /** The table as its builder makes it of all rows. */
  static Dataset<Row> whole(Tables tables, Contract contract) {
    Inputs in = new Inputs(tables, contract, Slices.WHOLE);
    return shaped(contract, Builders.of(contract).build(in)).localCheckpoint();
  }

  private static @Nullable Dataset<Row> revised(Tables before, Tables now, Contract contract) {
    Map<String, Slices> parts =
        contract.reads().stream()
            .filter(id -> !id.startsWith("reference.") && !id.startsWith("ops."))
            .filter(id -> !texts(read(before, id)).equals(texts(read(now, id))))
            .collect(Collectors.toMap(id -> id, id -> differing(before, now, id)));
    if (parts.isEmpty()) {
      return null;
    }
    RevisingBuilder builder = (RevisingBuilder) Builders.of(contract);
    Revision revision =
        builder.revision(
            new Changes(
                before, now, contract, parts, new DifferingKeys().between(Map.of(), Map.of())));
    if (revision == null) {
      return null;
    }
    Dataset<Row> kept =
        before
            .read(contract)
            .join(revision.keys(), Inputs.keys(revision.keys().columns()), "left_anti");
    return shaped(contract, kept.unionByName(revision.rows()));
  }

  /** The partitions in which an input is not as it was. */
  private static Slices differing(Tables before, Tables now, String id) {
    Map<Map<String, String>, List<String>> one = byPart(before, id);
    Map<Map<String, String>, List<String>> other = byPart(now, id);
    return new Slices(
        Stream.of(one, other)
            .flatMap(it -> it.keySet().stream())
            .filter(part -> !Objects.equals(one.get(part), other.get(part)))
            .collect(Collectors.toSet()));
  }

  private static Map<Map<String, String>, List<String>> byPart(Tables tables, String id) {
    List<String> partition = Contracts.bundled().of(id).partition();
    return read(tables, id).collectAsList().stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    partition.stream()
                        .collect(Collectors.toMap(it -> it, it -> "" + row.getAs(it))),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> rows.stream().map(Row::toString).sorted().toList())));
  }

  private static Dataset<Row> read(Tables tables, String id) {
    return tables.read(Contracts.bundled().of(id));
  }

  private static Dataset<Row> shaped(Contract contract, Dataset<Row> rows) {
    return rows.to(StructType.fromDDL(contract.shapeDdl()));
  }

  private static List<String> texts(Dataset<Row> rows) {
    Stream<String> texts = rows.collectAsList().stream().map(Row::toString);
    return new ArrayList<>(texts.sorted().toList());
  }
}
