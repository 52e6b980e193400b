package vn.phanluong.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Where a place stands among others.
 *
 * @param rank 1 is the highest rate, equal rates share one; null where it cannot be told
 * @param best the highest rank its uncertainty allows
 * @param worst the lowest rank its uncertainty allows
 */
public record Standing(@Nullable Integer rank, int best, int worst) {}
