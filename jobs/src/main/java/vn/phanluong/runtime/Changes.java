package vn.phanluong.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** What a table is made from in two states: as its last build read it, and as it is. */
public final class Changes {
  /** Keys of so many rows every task can hold. */
  public static final int MOST = 100_000;

  private final Inputs before;
  private final Inputs now;
  private final Map<String, Slices> parts;
  private final DifferingKeys.Between keys;

  /**
   * Two states of the inputs of a table.
   *
   * @param parts of each input that changed, the parts outside of which it did not
   * @param keys what is known of the keys that differ between them
   */
  public Changes(
      Tables before,
      Tables now,
      Contract contract,
      Map<String, Slices> parts,
      DifferingKeys.Between keys) {
    this.before = new Inputs(before, contract, Slices.WHOLE);
    this.now = new Inputs(now, contract, Slices.WHOLE);
    this.parts = Map.copyOf(parts);
    this.keys = keys;
  }

  public Inputs before() {
    return before;
  }

  public Inputs now() {
    return now;
  }

  /**
   * Both states, but that of one input, and of what is partitioned like it, they hold the parts
   * alone in which it changed.
   */
  public Stream<Inputs> states(String id) {
    Slices changed = Objects.requireNonNull(parts.get(id));
    return Stream.of(before.on(changed), now.on(changed));
  }

  /** The inputs that changed. */
  public Set<String> tables() {
    return parts.keySet();
  }

  /**
   * The persons of whom tables of persons tell something else, in {@link Contract#PERSON}; null if
   * another table changed, or if they are more than every task can hold.
   */
  public @Nullable Dataset<Row> persons() {
    return tables().stream().allMatch(it -> Contracts.bundled().of(it).isOfPersons())
        ? few(tables().stream().map(it -> differing(it, Contract.PERSON)))
        : null;
  }

  /** The rows of all, each once; null if they are more than every task can hold. */
  public static @Nullable Dataset<Row> few(Stream<Dataset<Row>> all) {
    Dataset<Row> rows = all.reduce(Dataset::union).orElseThrow().distinct().localCheckpoint();
    return rows.count() > MOST ? null : rows;
  }

  /**
   * Values of some columns, none of them blank, among which are all whose rows of an input are not
   * as they were.
   */
  public Dataset<Row> differing(String id, String... by) {
    Slices changed = Objects.requireNonNull(parts.get(id));
    return keys.of(id, changed, List.of(by), () -> found(id, changed, by));
  }

  private Dataset<Row> found(String id, Slices changed, String... by) {
    Contract input = Contracts.bundled().of(id);
    String condition = changed.condition(input);
    return Parts.differing(
            input, before.table(id).where(condition), now.table(id).where(condition), by)
        .select(Parts.columns(List.of(by)));
  }
}
