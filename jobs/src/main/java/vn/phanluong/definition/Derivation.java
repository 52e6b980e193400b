package vn.phanluong.definition;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that follow from other figures, as a query over declared tables that gives the columns of
 * {@code indicator.derived} but for what the definition itself says.
 *
 * @param reads tables the query names
 */
public record Derivation(List<String> reads, String sql) {

  /** The query, each of its tables under another name. */
  public String over(UnaryOperator<String> nameOf) {
    String text = sql;
    for (String table : reads) {
      // Whole names: one table's name may begin with another's.
      text =
          Pattern.compile("\\b" + Pattern.quote(table) + "\\b")
              .matcher(text)
              .replaceAll(Matcher.quoteReplacement(nameOf.apply(table)));
    }
    return text;
  }
}
