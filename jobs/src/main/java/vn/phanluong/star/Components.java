package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * Nodes that links join, however many steps apart, under the least of them. A person has few codes,
 * so the least name reaches all of them in a few rounds; a pair that nothing else is linked to is
 * done at once, and almost all are such.
 */
record Components(Inputs in, String links) {

  /** Rows of {@code node} and {@code label}; a node without a row is its own label. */
  Dataset<Row> build() {
    in.sql(
            """
            SELECT node, count(*) AS links FROM (
              SELECT node FROM %1$s UNION ALL SELECT least_node FROM %1$s)
            GROUP BY node HAVING count(*) > 1
            """
                .formatted(links))
        .createOrReplaceTempView("component_branch");
    Dataset<Row> chained =
        in.sql(
                """
                SELECT least_node, pair.node, least.node IS NOT NULL OR other.node IS NOT NULL
                  AS is_chained
                FROM %1$s AS pair
                LEFT JOIN component_branch AS least ON least.node = least_node
                LEFT JOIN component_branch AS other ON other.node = pair.node
                """
                    .formatted(links))
            .localCheckpoint();
    return chained
        .where("NOT is_chained")
        .selectExpr("node", "least_node AS label")
        .union(labels(chained.where("is_chained")));
  }

  private static Dataset<Row> labels(Dataset<Row> links) {
    Dataset<Row> both =
        links
            .selectExpr("node", "least_node AS other")
            .union(links.selectExpr("least_node", "node"))
            .distinct()
            .localCheckpoint();
    Dataset<Row> labels =
        both.groupBy("node")
            .agg(min("other").as("least_other"))
            .select(col("node"), least(col("node"), col("least_other")).as("label"))
            .localCheckpoint();
    while (true) {
      Dataset<Row> next = spread(both, labels).localCheckpoint();
      boolean isDone =
          next.join(labels.withColumnRenamed("label", "earlier"), "node")
              .where(col("label").notEqual(col("earlier")))
              .isEmpty();
      labels = next;
      if (isDone) {
        return labels;
      }
    }
  }

  private static Dataset<Row> spread(Dataset<Row> both, Dataset<Row> labels) {
    Dataset<Row> others =
        labels.withColumnRenamed("node", "other").withColumnRenamed("label", "label_of_other");
    return labels
        .join(both, "node")
        .join(others, "other")
        .groupBy("node", "label")
        .agg(min("label_of_other").as("least_other"))
        .select(col("node"), least(col("label"), col("least_other")).as("label"));
  }
}
