package vn.phanluong.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sums and what may be said between them, as queries over declared tables. Each gives rows of
 * {@code cohort_year, basis, region_key, is_synthetic, persons}; the tally adds them up.
 *
 * @param reads tables the queries name
 * @param known persons of whom anything is known, the rest being unknown; null if that is not asked
 */
public record CountedSums(
    List<String> reads, String denominator, String numerator, @Nullable String known) {}
