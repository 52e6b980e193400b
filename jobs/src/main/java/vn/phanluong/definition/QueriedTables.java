package vn.phanluong.definition;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of tables in the queries of definitions. */
public final class QueriedTables {
  private QueriedTables() {}

  /**
   * A query, each of its tables under another name.
   *
   * @param reads the tables it names
   */
  public static String renamed(String sql, List<String> reads, UnaryOperator<String> nameOf) {
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
