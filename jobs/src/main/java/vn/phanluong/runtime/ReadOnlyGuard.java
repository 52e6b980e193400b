package vn.phanluong.runtime;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.ResolvedNamespace;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ObjectConsumer;
import org.apache.spark.sql.catalyst.plans.logical.ObjectProducer;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLogFileIndex;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.command.DescribeColumnCommand;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.DescribeTableCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.execution.command.ShowColumnsCommand;
import org.apache.spark.sql.execution.command.ShowNamespacesCommand;
import org.apache.spark.sql.execution.command.ShowViewsCommand;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.Product;
import scala.collection.immutable.Seq;
import scala.runtime.BoxedUnit;

/**
 * Lets a user's SQL read named views and nothing else. {@link UserStatement#answer} checks one
 * statement and needs no set-up. For a server, put this class into {@code spark.sql.extensions} and
 * {@link #confine} every session of the process. No setting turns a check off, so no {@code SET}
 * can.
 *
 * <p>What is not on a list of this class is refused, a plan class of a later Spark as well.
 */
public final class ReadOnlyGuard implements Function1<SparkSessionExtensions, BoxedUnit> {
  /** Plans that compute from their children, or from nothing. */
  private static final Set<String> QUERY_PLANS =
      words(
          """
          Aggregate CTERelationDef CTERelationRef Distinct Except Expand Filter Generate GlobalLimit
          Intersect Join LateralJoin LocalLimit LocalRelation Offset OneRowRelation PipeOperator
          Project Range RebalancePartitions Repartition RepartitionByExpression ResolvedHint Sample
          Sort SubqueryAlias Union UnionLoop UnionLoopRef Window WithCTE
          """);

  /** Built-in functions that call into the JVM, read a file or tell where files are. */
  private static final Set<String> CLOSED_FUNCTIONS =
      words(
          """
          CallMethodViaReflection FromProtobuf InputFileBlockLength InputFileBlockStart
          InputFileName PythonUDTF ToProtobuf TryReflect VariableReference
          """);

  private static volatile @Nullable Set<String> confinedTo;

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectCheckRule(session -> plan -> checkConfined(session, plan));
    return BoxedUnit.UNIT;
  }

  private static BoxedUnit checkConfined(
      org.apache.spark.sql.SparkSession session, LogicalPlan analysed) {
    Set<String> views = confinedTo;
    if (views != null && !isEngineOwn(analysed)) {
      new Check((SparkSession) session, views).accept(analysed);
    }
    return BoxedUnit.UNIT;
  }

  /**
   * From now on every statement of every session with this extension reads these views only, and a
   * {@link Refusal} comes at its analysis. Make the views first: nothing can be made afterwards.
   *
   * @param views full names, in lower case
   */
  public static void confine(Set<String> views) {
    confinedTo = Set.copyOf(views);
  }

  /** Ends {@link #confine}, for tests. */
  static void unconfine() {
    confinedTo = null;
  }

  /** What one statement may read. */
  record Check(SparkSession session, Set<String> views) {
    LogicalPlan analyse(LogicalPlan parsed) {
      LogicalPlan analysed =
          session.sessionState().executePlan(parsed, CommandExecutionMode.SKIP()).analyzed();
      accept(analysed);
      return analysed;
    }

    private void accept(LogicalPlan plan) {
      if (plan instanceof Command) {
        if (!tellsOfViews(plan)) {
          throw refused(plan);
        }
        return;
      }
      for (TreeNode<?> node : within(plan, this::isReadable)) {
        if (!(node instanceof Expression expression
            ? isOpen(expression)
            : isQueryPlan(node) || isOfViewText(node))) {
          throw refused(node);
        }
      }
    }

    private boolean tellsOfViews(LogicalPlan plan) {
      if (plan instanceof ExplainCommand explain) {
        return accepts(explain.logicalPlan());
      }
      if (plan instanceof DescribeQueryCommand describe) {
        return accepts(describe.plan());
      }
      if (plan instanceof DescribeTableCommand describe) {
        // The extended form would tell the location.
        return !describe.isExtended() && views.contains(dotted(describe.table()));
      }
      if (plan instanceof DescribeColumnCommand describe) {
        return !describe.isExtended() && views.contains(dotted(describe.table()));
      }
      if (plan instanceof ShowColumnsCommand show) {
        String schema = show.databaseName().getOrElse(() -> show.tableName().database().get());
        return views.contains((schema + "." + show.tableName().table()).toLowerCase(ROOT));
      }
      if (plan instanceof ShowTables show && show.child() instanceof ResolvedNamespace schema) {
        return isSchema(dotted(schema.namespace()));
      }
      if (plan instanceof ShowViewsCommand show) {
        return isSchema(show.databaseName());
      }
      return plan instanceof ShowNamespacesCommand;
    }

    /** Beforehand: EXPLAIN would turn a refusal into a row of its answer. */
    private boolean accepts(LogicalPlan inner) {
      analyse(inner);
      return true;
    }

    private boolean isSchema(String schema) {
      return views.stream().anyMatch(view -> view.startsWith(schema.toLowerCase(ROOT) + "."));
    }

    /** Options on a view would reach the table below it, and could ask for another version. */
    private boolean isReadable(TreeNode<?> node) {
      return node instanceof View view
          && !view.isTempView()
          && view.options().isEmpty()
          && views.contains(dotted(view.desc().identifier()));
    }
  }

  private static boolean isQueryPlan(TreeNode<?> node) {
    return QUERY_PLANS.contains(node.getClass().getSimpleName())
        && node.getClass().getName().startsWith("org.apache.spark.sql.catalyst.");
  }

  private static boolean isOpen(Expression expression) {
    return expression.getClass().getName().startsWith("org.apache.spark.sql.catalyst.")
        && !(expression instanceof UserDefinedExpression)
        && !CLOSED_FUNCTIONS.contains(expression.getClass().getSimpleName());
  }

  /**
   * Spark checks the text of a view by itself before it checks the statement that names the view.
   * The view's own node, which the statement then holds, is judged by its name.
   */
  private static boolean isOfViewText(TreeNode<?> node) {
    return !(node instanceof View) && node.origin().objectType().contains("VIEW");
  }

  /** Delta reads its log by queries of its own, with nodes that no SQL can name. */
  private static boolean isEngineOwn(LogicalPlan plan) {
    List<TreeNode<?>> nodes = within(plan, it -> false);
    return nodes.stream().anyMatch(ReadOnlyGuard::isOfEngineOnly)
        && nodes.stream().noneMatch(node -> node instanceof View || node instanceof Command)
        && nodes.stream()
            .filter(node -> node instanceof LeafNode)
            .allMatch(leaf -> isOfEngineOnly(leaf) || isQueryPlan(leaf));
  }

  private static boolean isOfEngineOnly(TreeNode<?> node) {
    return node instanceof LogicalRDD
        || node instanceof ObjectProducer
        || node instanceof ObjectConsumer
        || (node instanceof LogicalRelation relation
            && relation.relation() instanceof HadoopFsRelation files
            && files.location() instanceof DeltaLogFileIndex);
  }

  static Refusal refused(TreeNode<?> node) {
    return new Refusal(
        "Từ chối «%s»: chỉ được đọc bảng của bản phát hành. Dùng SELECT, SHOW, DESCRIBE, EXPLAIN."
            .formatted(node.nodeName()),
        "Refused \"%s\": only the release's tables can be read. Use SELECT, SHOW, DESCRIBE, EXPLAIN."
            .formatted(node.nodeName()));
  }

  static Set<String> words(String text) {
    return new Scanner(text).tokens().collect(toUnmodifiableSet());
  }

  /**
   * Every node that can be reached from the plan, wherever a node keeps it: children, subqueries,
   * {@code WITH}, the plan inside a command. Nothing at or below a trusted node is listed.
   */
  static List<TreeNode<?>> within(LogicalPlan plan, Predicate<TreeNode<?>> trusted) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<TreeNode<?>> found = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>(List.of(plan));
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof TreeNode<?> node) {
        if (seen.add(node) && !trusted.test(node)) {
          found.add(node);
          node.children().foreach(child -> open.add(child));
          node.innerChildren().foreach(child -> open.add(child));
          node.productIterator().filter(part -> part != null).foreach(part -> open.add(part));
        }
      } else if (next instanceof scala.collection.Iterable<?> parts) {
        parts.iterator().filter(part -> part != null).foreach(part -> open.add(part));
      } else if (next instanceof Product tuple && next.getClass().getName().startsWith("scala.")) {
        tuple.productIterator().filter(part -> part != null).foreach(part -> open.add(part));
      }
    }
    return found;
  }

  private static String dotted(TableIdentifier table) {
    return (table.database().getOrElse(() -> "") + "." + table.table()).toLowerCase(ROOT);
  }

  /** The session's own catalog may be named or not; it is the same table. */
  static String dotted(Seq<String> parts) {
    return parts.mkString(".").toLowerCase(ROOT).replaceFirst("^spark_catalog\\.", "");
  }
}
