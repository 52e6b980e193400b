package vn.phanluong.runtime;

import java.util.List;
import vn.phanluong.definition.DefinitionProblem;

/** Builds a table of several definitions, of which one that fails need not stop the others. */
public interface DefinedBuilder extends TableBuilder {

  /**
   * What fails by itself, each definition alone. Asked only when all together failed; the table is
   * then built with {@link Inputs#without}.
   */
  List<DefinitionProblem> faults(Inputs in);
}
