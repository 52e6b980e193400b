/** Intervals, decompositions, ranks and projections of rates: functions of counts and no more. */
@NullMarked
package vn.phanluong.statistics;

import org.jspecify.annotations.NullMarked;
