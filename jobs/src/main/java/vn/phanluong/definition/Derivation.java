package vn.phanluong.definition;

import java.util.List;

/**
 * Figures that follow from other figures, as a query over declared tables that gives the columns of
 * {@code indicator.derived} but for what the definition itself says.
 *
 * @param reads tables the query names
 */
public record Derivation(List<String> reads, String sql) {}
