/**
 * From delivered bytes to typed rows under a contract: screens a file at the door, and reads its
 * raw records again, by the same code, when {@code clean} is built. Knows {@code definition} and no
 * Spark.
 */
@NullMarked
package vn.phanluong.reading;

import org.jspecify.annotations.NullMarked;
