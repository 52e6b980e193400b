package vn.phanluong.runtime;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.exceptions.SqlScriptingException;
import org.apache.spark.sql.execution.command.ExplainCommand;

/**
 * A statement somebody else wrote, parsed, before anything is looked up.
 *
 * @param names the tables and views it names, in lower case; its own {@code WITH} names left out
 */
record UserStatement(SparkSession session, LogicalPlan plan, Set<String> names) {
  /** Commands that only tell, as parsed; the guard sees of what. */
  private static final Set<String> TELLING =
      ReadOnlyGuard.words(
          """
          DescribeColumn DescribeQueryCommand DescribeRelation ExplainCommand
          ShowColumns ShowNamespacesCommand ShowTables ShowViews
          """);

  /** What shows only at its analysis what it reads or does. */
  private static final Set<String> VEILED =
      ReadOnlyGuard.words("PlanWithUnresolvedIdentifier UnresolvedExecuteImmediate");

  private static final Set<String> OTHER_VERSIONS =
      ReadOnlyGuard.words("RelationChanges RelationTimeTravel");

  /**
   * Reads the statement without looking anything up.
   *
   * @throws Refusal if it is no query and does not describe one
   * @throws AnalysisException if it is not SQL
   * @throws SqlScriptingException if it is a faulty script
   */
  static UserStatement parse(org.apache.spark.sql.SparkSession spark, String sql)
      throws AnalysisException, SqlScriptingException {
    SparkSession session = (SparkSession) spark;
    LogicalPlan plan = session.sessionState().sqlParser().parsePlan(sql);
    Set<String> names = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    for (TreeNode<?> node : ReadOnlyGuard.within(plan, it -> false)) {
      String kind = node.getClass().getSimpleName();
      boolean acts = node instanceof Command || node instanceof ParsedStatement;
      if ((acts && !TELLING.contains(kind)) || VEILED.contains(kind)) {
        throw ReadOnlyGuard.refused(node);
      }
      if (OTHER_VERSIONS.contains(kind)) {
        throw new Refusal(
            "Một câu lệnh chỉ đọc một bản phát hành: hãy chọn bản đó cho cả câu lệnh.",
            "A statement reads one release: choose it for the whole statement.");
      }
      if (node instanceof UnresolvedWith with) {
        with.cteRelations().foreach(relation -> own.add(relation._1().toLowerCase(ROOT)));
      } else if (node instanceof UnresolvedRelation relation) {
        names.add(ReadOnlyGuard.dotted(relation.multipartIdentifier()));
      } else if (node instanceof UnresolvedTableOrView relation) {
        names.add(ReadOnlyGuard.dotted(relation.multipartIdentifier()));
      }
    }
    // A name of two parts is never one of its own, however that one is quoted.
    names.removeIf(name -> !name.contains(".") && own.contains(name));
    return new UserStatement(session, plan, names);
  }

  /** Whether it asks what views there are. */
  boolean lists() {
    return List.of("ShowNamespacesCommand", "ShowTables", "ShowViews")
        .contains(plan.getClass().getSimpleName());
  }

  /** Whether it asks how a query would run. */
  boolean explains() {
    return plan instanceof ExplainCommand;
  }

  /**
   * Analyses and checks the statement; if it is a command, runs it.
   *
   * @param views the full names, in lower case, of the views it may read
   * @throws Refusal if it would read or do anything else
   * @throws AnalysisException if Spark cannot make sense of it
   */
  Dataset<Row> answer(Set<String> views) throws AnalysisException {
    return Dataset.ofRows(session, new ReadOnlyGuard.Check(session, views).analyse(plan));
  }
}
