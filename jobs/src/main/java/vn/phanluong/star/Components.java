package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * Nodes that links join, however many steps apart, under the least of them. A person has few codes,
 * so the least name reaches all of them in a few rounds.
 */
record Components(Inputs in, String links) {

  /** Rows of {@code node} and {@code label}, of every node that is linked. */
  Dataset<Row> build() {
    Dataset<Row> both =
        in.sql(
                """
                SELECT node, least_node AS other FROM %1$s
                UNION SELECT least_node, node FROM %1$s
                """
                    .formatted(links))
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
