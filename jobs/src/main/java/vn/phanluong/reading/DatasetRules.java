package vn.phanluong.reading;

import org.jspecify.annotations.Nullable;

/** What a dataset asks of a row beyond its cells: codes resolved, places found, years agreeing. */
interface DatasetRules {
  /** Completes a row in place; what is wrong is a finding. */
  void complete(@Nullable Object[] row, RowFindings findings);
}
