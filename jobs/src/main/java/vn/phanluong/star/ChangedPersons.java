package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;

/** The persons of whom the inputs of a table tell something else than when it was built. */
final class ChangedPersons {
  private static final String BRIDGE = "star.bridge_learner";

  private ChangedPersons() {}

  /** Their {@code learner_key}, each once; null if they are too many or more than rows changed. */
  static @Nullable Dataset<Row> of(Changes changes) {
    List<Dataset<Row>> persons = new ArrayList<>();
    for (String id : changes.tables()) {
      Contract input = Contracts.bundled().of(id);
      if (input.isOfPersons()) {
        persons.add(changes.differing(id, Contract.PERSON));
      } else if (LearnerRecords.isRegister(input)) {
        // Both who a row told of and of whom it tells now.
        Dataset<Row> rows = LearnerRecords.changed(changes, input);
        if (rows == null) {
          return null;
        }
        persons.add(told(changes.before(), input, rows));
        persons.add(told(changes.now(), input, rows));
      } else {
        return null;
      }
    }
    return Changes.few(persons.stream());
  }

  /**
   * Of whom rows of a register tell.
   *
   * @param rows few, by {@code submission_id} and {@code row_number}
   */
  static Dataset<Row> told(Inputs in, Contract register, Dataset<Row> rows) {
    return Inputs.among(rows, in.table(BRIDGE).where(col("dataset").equalTo(register.table())))
        .select(Contract.PERSON);
  }
}
