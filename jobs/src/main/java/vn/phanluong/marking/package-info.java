/**
 * Workbooks for people: a delivered file given back with its findings in the cells, and empty
 * templates made from the contracts. Knows {@code definition} and {@code reading}, and no Spark.
 */
@NullMarked
package vn.phanluong.marking;

import org.jspecify.annotations.NullMarked;
