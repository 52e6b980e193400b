package vn.phanluong.definition;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param type Spark SQL type, as in DDL
 * @param refersTo {@code table.column} this column's values stand in, or null
 * @param unit unit of a number, or null
 */
public record Column(
    String name,
    String type,
    boolean required,
    String description,
    String classification,
    @Nullable String refersTo,
    @Nullable String unit) {}
