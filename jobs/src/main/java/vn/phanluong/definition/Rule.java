package vn.phanluong.definition;

import org.jspecify.annotations.Nullable;

/**
 * A quality rule of a contract.
 *
 * @param check condition every row meets, enforced by Delta at write; null for a query rule
 * @param query counts the violations, with {@code ${table}} for the table itself, and may name them
 *     in a second column; null for a check
 * @param fail true if a violation stops a release, false if it is reported only
 */
public record Rule(
    String name,
    String description,
    @Nullable String check,
    @Nullable String query,
    boolean fail) {}
