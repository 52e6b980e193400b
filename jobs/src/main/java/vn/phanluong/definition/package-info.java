/**
 * Reads {@code schemas/}: contracts, indicator definitions, reference lists; and writes what
 * follows from them (DDL, StructType, dictionary, table graph). Knows no Spark session; everything
 * else may import it.
 */
@NullMarked
package vn.phanluong.definition;

import org.jspecify.annotations.NullMarked;
