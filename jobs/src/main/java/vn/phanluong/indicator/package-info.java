/** Histograms, tallies, observations and the tests against targets. Reads {@code star}. */
@NullMarked
package vn.phanluong.indicator;

import org.jspecify.annotations.NullMarked;
