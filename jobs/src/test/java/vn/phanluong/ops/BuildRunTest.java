package vn.phanluong.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.HomeExtension;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.DefinedBuilder;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** A definition that fails when all are counted stops no build, and is not forgotten. */
@ExtendWith(HomeExtension.class)
class BuildRunTest {
  private static final Contract SUBJECT = Contracts.bundled().of("star.dim_subject");
  private static final DefinitionProblem FAULT = new DefinitionProblem("X.yml", 3, "sai", "wrong");

  /** The subjects, of which one definition asks a number that their codes are not. */
  private record Subjects(List<DefinitionProblem> found) implements DefinedBuilder {
    @Override
    public Dataset<Row> build(Inputs in) {
      // Rows that stand somewhere are read by tasks, and so fail there.
      Dataset<Row> subjects = Builders.of(SUBJECT).build(in).localCheckpoint();
      return in.faults().isEmpty() ? subjects.where("CAST(subject_code AS INT) > 0") : subjects;
    }

    @Override
    public List<DefinitionProblem> faults(Inputs in) {
      return found;
    }
  }

  @Test
  void what_fails_is_left_out_told_and_tried_again(TableStore store) {
    BuildRun first = run(store, FAULT);
    assertThat(first.run(List.of(SUBJECT.id()), false)).hasSize(1);
    assertThat(first.faults()).containsExactly(FAULT);
    assertThat(store.read(SUBJECT).count()).isPositive();

    BuildRun second = run(store, FAULT);
    assertThat(second.run(List.of(SUBJECT.id()), false)).as("still due").hasSize(1);
    assertThat(second.faults()).containsExactly(FAULT);

    BuildRun mended = new BuildRun(store, Progress.silent());
    assertThat(mended.run(List.of(SUBJECT.id()), false)).as("whole again").hasSize(1);
    assertThat(mended.faults()).isEmpty();
    assertThat(mended.run(List.of(SUBJECT.id()), false)).isEmpty();
  }

  @Test
  void what_no_definition_explains_fails(TableStore store) {
    assertThatThrownBy(() -> run(store).run(List.of(SUBJECT.id()), false))
        .hasStackTraceContaining("CAST_INVALID_INPUT");
  }

  private static BuildRun run(TableStore store, DefinitionProblem... found) {
    return new BuildRun(store, Progress.silent(), contract -> new Subjects(List.of(found)));
  }
}
