package vn.phanluong.reading;

import java.io.Serializable;
import java.util.List;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** What a file turned out to be. */
public sealed interface Recognition extends Serializable {
  /** A head line says that the figures are made up. */
  boolean isSynthetic();

  /** The same as the warehouse may keep it: without delivered text that no contract knows. */
  Recognition admitted();

  /**
   * A file that can be read row by row.
   *
   * @param dataset a table of {@code raw} without its stage
   * @param findings warnings about the file as a whole, such as columns nobody asked for
   */
  record Recognised(
      String dataset, Layout layout, Scope scope, boolean isSynthetic, List<Finding> findings)
      implements Recognition {

    @Override
    public Recognised admitted() {
      List<Finding> masked = findings.stream().map(it -> FindingMask.of(it, null)).toList();
      return new Recognised(dataset, layout, scope, isSynthetic, masked);
    }

    public Contract contract() {
      return Contracts.bundled().of("raw." + dataset);
    }

    /** For the records of this file; not safe for use by several threads. */
    public RowReader rowReader() {
      return new RowReader(contract(), layout, scope);
    }
  }

  /** A file of which nothing can be taken, and why. */
  record Rejected(Finding finding, boolean isSynthetic) implements Recognition {
    @Override
    public Rejected admitted() {
      return new Rejected(FindingMask.of(finding, null), isSynthetic);
    }
  }
}
