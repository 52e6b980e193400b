"""make bench-boundaries: counting school facts in areas, on one boundary and on both, in one run.

Ten cohorts of 14,000 schools that lie in the communes of their time are joined with
star.bridge_region_boundary and summed on every level; the two take turns. Printed are medians of
wall seconds and their ratio. The facts are random, the units are those of the reference.
"""

import statistics
import sys
import time

from pyspark.sql import DataFrame, SparkSession, Window, functions

ROUNDS = 21
SCHOOLS = 14_000
FIRST, LAST = 2017, 2026


def _summed(facts: DataFrame, areas: DataFrame) -> float:
    started = time.monotonic()
    holds = facts.cohort_year.between(areas.cohort_from, areas.cohort_to)
    (
        facts.join(functions.broadcast(areas), (facts.unit == areas.region_key) & holds)
        .groupBy("cohort_year", "boundary", "level", "area_key")
        .agg(*(functions.sum(facts[name] * areas.share).alias(name) for name in ("all", "some")))
        .write.format("noop")
        .mode("overwrite")
        .save()
    )
    return time.monotonic() - started


def main(bridge: str) -> None:
    """Times both on a bridge table written once, as Parquet."""
    spark = SparkSession.builder.master("local[*]").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.shuffle.partitions", 4)
    areas = spark.read.parquet(bridge).cache()
    by_key = Window.orderBy("region_key", "cohort_from")
    communes = (
        spark.read.parquet(bridge)
        .where("unit_level = 'commune'")
        .select("region_key", "cohort_from", "cohort_to")
        .distinct()
        .withColumn("place", functions.row_number().over(by_key))
        .cache()
    )
    schools = communes.count()
    facts = (
        spark.range(FIRST, LAST + 1)
        .withColumnRenamed("id", "cohort_year")
        .crossJoin(spark.range(SCHOOLS).withColumnRenamed("id", "school"))
        .withColumn("place", functions.col("school") * 7919 % schools + 1)
        .join(communes, "place")
        .where("cohort_year BETWEEN cohort_from AND cohort_to")
        .selectExpr("cohort_year", "region_key AS unit", "90 + school % 50 AS all", "30 AS some")
        .cache()
    )
    print(f"{facts.count():,} facts, {areas.count():,} rows of areas")
    one = areas.where("boundary = 'as_was'").cache()
    one.count()
    _summed(facts, areas)
    _summed(facts, one)
    times = [(_summed(facts, one), _summed(facts, areas)) for _ in range(ROUNDS)]
    single, both = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"one boundary {single:.2f} s, both {both:.2f} s, ratio {both / single:.2f} (aim 1.3)")


if __name__ == "__main__":
    main(sys.argv[1])
