package vn.phanluong.runtime;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What users may ask, with the answer of release R1, and what they must not. One case a line. */
final class UserSqlCases {
  private UserSqlCases() {}

  static Stream<String> attacks(String folder) {
    return ATTACKS.lines().map(it -> it.replace("{folder}", folder));
  }

  static Stream<Arguments> questions() {
    return QUESTIONS.lines().map(it -> it.split(" => ?", 2)).map(it -> arguments(it[0], it[1]));
  }

  private static final String ATTACKS =
      """
      SELECT * FROM csv.`{folder}/secret.csv`
      SELECT * FROM text.`/etc/hostname`
      SELECT * FROM delta.`{folder}/star_sale`
      SELECT * FROM delta.`{folder}/star_sale@v1`
      SELECT * FROM delta.`{folder}/star_sale` VERSION AS OF 1
      SELECT * FROM parquet.`{folder}/star_sale`
      SELECT * FROM binaryFile.`/etc/hostname`
      SELECT * FROM text.`{folder}/star_sale/_delta_log`
      sElEcT /* SELECT * FROM star.sale */ * fRoM TeXt.`/etc/hostname` -- star.sale
      SELECT * FROM hidden.sale
      SELECT * FROM spark_catalog.hidden.sale
      SELECT * FROM hidden.peek
      SELECT * FROM peek
      TABLE hidden.sale
      FROM hidden.sale SELECT *
      FROM hidden.sale |> SELECT id
      FROM star.sale |> SELECT id |> UNION ALL SELECT id FROM hidden.sale
      FROM star.sale |> WHERE reflect('java.lang.System', 'getenv', 'PATH') IS NOT NULL
      SELECT (SELECT count(*) FROM hidden.sale)
      SELECT * FROM star.sale WHERE id IN (SELECT id FROM hidden.sale)
      SELECT * FROM star.sale s WHERE EXISTS (SELECT 1 FROM text.`/etc/hostname` WHERE s.id = 1)
      SELECT * FROM star.place p, LATERAL (SELECT * FROM hidden.sale s WHERE s.place = p.place)
      SELECT * FROM star.sale UNION ALL SELECT *, '' FROM hidden.sale
      SELECT * FROM (SELECT * FROM (SELECT * FROM hidden.sale))
      SELECT CASE WHEN (SELECT max(n) FROM hidden.sale) > 0 THEN 1 END
      SELECT array((SELECT max(n) FROM hidden.sale))[0] FROM star.sale
      WITH t AS (SELECT * FROM csv.`{folder}/secret.csv`) SELECT 1
      WITH t AS (SELECT * FROM peek) SELECT * FROM t
      (WITH peek AS (SELECT 1 AS id) SELECT * FROM peek) UNION ALL SELECT id FROM peek
      WITH RECURSIVE t(i) AS (SELECT id FROM hidden.sale UNION ALL SELECT i + 1 FROM t WHERE i < 4) TABLE t
      SELECT * FROM IDENTIFIER('hidden.sale')
      SELECT * FROM IDENTIFIER('hid' || 'den.sale')
      SELECT * FROM table_changes('hidden.sale', 0)
      SELECT * FROM table_changes_by_path('{folder}/star_sale', 0)
      SELECT * FROM star.sale VERSION AS OF 1
      SELECT * FROM star.sale TIMESTAMP AS OF '2100-01-01'
      SELECT * FROM star.`sale@v1`
      SELECT * FROM star.sale WITH ('path' = '{folder}/secret.csv')
      SELECT reflect('java.lang.System', 'getenv', 'PATH')
      SELECT java_method('java.lang.System', 'getenv', 'PATH')
      SELECT try_reflect('java.lang.System', 'getenv', 'PATH')
      SELECT * FROM star.sale ORDER BY java_method('java.lang.System', 'getenv', 'PATH')
      SELECT DISTINCT input_file_name() FROM star.sale
      SELECT input_file_block_start(), input_file_block_length()
      SELECT leak('x')
      SELECT * FROM star.sale WHERE leak(place) = 'leaked'
      SELECT TRANSFORM (id) USING 'cat' AS (x) FROM star.sale
      FROM (FROM star.sale MAP id USING 'cat' AS (x)) SELECT x
      EXECUTE IMMEDIATE 'SELECT * FROM hidden.sale'
      EXECUTE IMMEDIATE 'SELECT reflect(''java.lang.System'', ''getenv'', ''PATH'')'
      BEGIN SELECT * FROM hidden.sale; END
      BEGIN DECLARE x INT DEFAULT 1; SET x = 2; SELECT x, n FROM hidden.sale; END
      DECLARE x INT DEFAULT 1
      DECLARE VARIABLE y STRING DEFAULT 'y'
      SET VARIABLE x = 1
      SET
      SET -v
      SET spark.sql.variable.substitute = true
      SET TIME ZONE 'Asia/Ho_Chi_Minh'
      RESET
      RESET spark.sql.ansi.enabled
      USE hidden
      ADD JAR '{folder}/secret.csv'
      ADD FILE '{folder}/secret.csv'
      ADD ARCHIVE '{folder}/secret.csv'
      LIST JARS
      LIST FILES
      CREATE TEMP VIEW v AS SELECT 1
      CREATE OR REPLACE VIEW star.sale AS SELECT * FROM hidden.sale
      CREATE TEMP VIEW v USING csv OPTIONS (path '{folder}/secret.csv')
      CREATE TABLE hidden.t USING csv OPTIONS (path '{folder}/secret.csv')
      CREATE TABLE hidden.t AS SELECT 1 AS a
      CREATE TEMPORARY FUNCTION f AS 'java.lang.System'
      CREATE TEMPORARY FUNCTION f() RETURNS INT RETURN 1
      CREATE SCHEMA other
      ALTER VIEW star.sale AS SELECT 1
      ALTER TABLE hidden.sale ADD COLUMNS (z INT)
      DROP VIEW star.sale
      DROP TABLE hidden.sale
      TRUNCATE TABLE hidden.sale
      INSERT INTO hidden.sale SELECT 9, 'x', 9
      INSERT OVERWRITE hidden.sale SELECT 9, 'x', 9
      INSERT OVERWRITE DIRECTORY '{folder}/out' USING csv SELECT * FROM star.sale
      FROM star.sale INSERT OVERWRITE DIRECTORY '{folder}/out' USING csv SELECT *
      WITH t AS (SELECT 9, 'x', 9) INSERT INTO hidden.sale SELECT * FROM t
      UPDATE hidden.sale SET n = 0
      DELETE FROM hidden.sale
      MERGE INTO hidden.sale USING star.sale ON false WHEN NOT MATCHED THEN INSERT *
      LOAD DATA INPATH '{folder}/secret.csv' INTO TABLE hidden.sale
      ALTER VIEW star.sale SET TBLPROPERTIES ('a' = 'b')
      CACHE TABLE star.sale
      CACHE TABLE c AS SELECT * FROM hidden.sale
      UNCACHE TABLE star.sale
      CLEAR CACHE
      ANALYZE TABLE hidden.sale COMPUTE STATISTICS
      REFRESH TABLE star.sale
      REFRESH '/etc'
      MSCK REPAIR TABLE hidden.sale
      VACUUM hidden.sale
      OPTIMIZE hidden.sale
      OPTIMIZE delta.`{folder}/star_sale`
      RESTORE TABLE hidden.sale TO VERSION AS OF 0
      CONVERT TO DELTA parquet.`{folder}/star_sale`
      DESCRIBE HISTORY hidden.sale
      DESCRIBE HISTORY delta.`{folder}/star_sale`
      DESCRIBE DETAIL hidden.sale
      DESCRIBE DETAIL delta.`{folder}/star_sale`
      DESCRIBE EXTENDED star.sale
      DESCRIBE FORMATTED star.sale
      DESCRIBE EXTENDED star.sale AS JSON
      DESCRIBE EXTENDED star.sale id
      DESCRIBE hidden.sale
      DESCRIBE hidden.sale id
      DESCRIBE delta.`{folder}/star_sale`
      DESCRIBE QUERY SELECT * FROM hidden.sale
      DESCRIBE SELECT * FROM csv.`{folder}/secret.csv`
      DESCRIBE SCHEMA EXTENDED star
      SHOW CREATE TABLE star.sale
      SHOW TBLPROPERTIES star.sale
      SHOW TABLE EXTENDED IN star LIKE '*'
      SHOW TABLES IN hidden
      SHOW TABLES
      SHOW VIEWS IN hidden
      SHOW VIEWS
      SHOW COLUMNS IN hidden.sale
      SHOW PARTITIONS hidden.sale
      EXPLAIN SELECT * FROM hidden.sale
      EXPLAIN EXTENDED SELECT * FROM csv.`{folder}/secret.csv`
      EXPLAIN EXPLAIN SELECT * FROM hidden.sale
      EXPLAIN DROP TABLE hidden.sale
      EXPLAIN SHOW TABLES IN hidden
      EXPLAIN SELECT reflect('java.lang.System', 'getenv', 'PATH')
      """;

  private static final String QUESTIONS =
      """
      SELECT id, place, n, release FROM star.sale ORDER BY id => [1,Huế,7,R1][2,Huế,4,R1][3,Vinh,9,R1]
      select Sum(N) from STAR.Sale => [20]
      SELECT count(*) FROM spark_catalog.star.sale -- hidden.sale => [3]
      TABLE star.place ORDER BY place => [Huế,centre,R1][Vinh,north,R1]
      FROM star.sale SELECT max(id) => [3]
      FROM star.sale |> WHERE n > 4 |> AGGREGATE sum(n) AS s GROUP BY place |> ORDER BY s => [Huế,7][Vinh,9]
      SELECT area, sum(n) FROM star.sale JOIN star.place USING (place) GROUP BY area ORDER BY area => [centre,11][north,9]
      SELECT p.place FROM star.place p LEFT ANTI JOIN star.sale s ON s.place = p.place AND n > 8 => [Huế]
      SELECT count(*) FROM star.sale CROSS JOIN star.place => [6]
      SELECT /*+ BROADCAST(p) */ s.id FROM star.sale s JOIN star.place p ON s.place = p.place WHERE area = 'north' => [3]
      SELECT count(*) FROM star.sale NATURAL JOIN summary.sale => [3]
      WITH big AS (SELECT * FROM star.sale WHERE n > 5) SELECT count(*) FROM big a JOIN big b ON a.id = b.id => [2]
      WITH peek AS (SELECT 1 AS a) SELECT * FROM peek => [1]
      WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 4) SELECT sum(i) FROM t => [10]
      SELECT place FROM star.sale UNION SELECT place FROM star.place ORDER BY 1 => [Huế][Vinh]
      SELECT n FROM star.sale INTERSECT SELECT n FROM summary.sale ORDER BY n => [4][7][9]
      SELECT id FROM star.sale EXCEPT SELECT 1 ORDER BY id => [2][3]
      SELECT id, rank() OVER (PARTITION BY place ORDER BY n DESC) FROM star.sale ORDER BY id => [1,1][2,2][3,1]
      SELECT id, sum(n) OVER w FROM star.sale WINDOW w AS (ORDER BY id ROWS UNBOUNDED PRECEDING) ORDER BY id => [1,7][2,11][3,20]
      SELECT id FROM star.sale QUALIFY row_number() OVER (PARTITION BY place ORDER BY n) = 1 ORDER BY id => [2][3]
      SELECT n - (SELECT avg(n) FROM star.sale) FROM star.sale WHERE id = 1 => [0.33333333333333304]
      SELECT id FROM star.sale WHERE place IN (SELECT place FROM star.place WHERE area = 'centre') ORDER BY id => [1][2]
      SELECT area FROM star.place p WHERE EXISTS (SELECT 1 FROM star.sale s WHERE s.place = p.place AND n = 4) => [centre]
      SELECT id FROM star.sale s WHERE n = (SELECT max(n) FROM star.sale x WHERE x.place = s.place) ORDER BY id => [1][3]
      SELECT id, twice FROM star.sale, LATERAL (SELECT n * 2 AS twice) WHERE id = 2 => [2,8]
      SELECT word FROM star.place LATERAL VIEW explode(split(area, 'n')) t AS word WHERE place = 'Huế' => [ce][tre]
      SELECT explode(sequence(1, 3)) => [1][2][3]
      SELECT * FROM range(2, 4) => [2][3]
      SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(i, s) => [1,a][2,b]
      SELECT * FROM (SELECT place, n FROM star.sale) PIVOT (sum(n) FOR place IN ('Huế', 'Vinh')) => [11,9]
      SELECT k, v FROM star.sale UNPIVOT (v FOR k IN (id, n)) WHERE release = 'R1' ORDER BY k, v LIMIT 2 => [id,1][id,2]
      SELECT place, count(*) FROM star.sale GROUP BY ROLLUP (place) ORDER BY ALL => [null,3][Huế,2][Vinh,1]
      SELECT place, collect_list(n), percentile(n, 0.5) FROM star.sale GROUP BY place HAVING count(*) = 1 => [Vinh,ArraySeq(9),9.0]
      SELECT count(DISTINCT place) FILTER (WHERE n > 5), max_by(place, n) FROM star.sale => [2,Vinh]
      SELECT DISTINCT upper(place) FROM star.sale ORDER BY 1 LIMIT ALL OFFSET 1 => [VINH]
      SELECT aggregate(transform(array(1, 2), x -> x + 1), 0, (a, x) -> a + x), from_json('{"a":1}', 'a INT').a => [5,1]
      SELECT count(*) FROM star.sale TABLESAMPLE (100 PERCENT) => [3]
      SELECT id FROM star.sale WHERE n > 8 DISTRIBUTE BY place SORT BY id DESC LIMIT 1 => [3]
      SELECT try_cast('x' AS INT), date_trunc('year', DATE '2025-07-01') = DATE '2025-01-01', 1 <=> NULL => [null,true,false]
      SHOW TABLES IN star => [star,place,false][star,sale,false]
      SHOW TABLES IN star LIKE 's*' => [star,sale,false]
      SHOW VIEWS IN summary => [summary,sale,false]
      SHOW COLUMNS IN star.place => [place][area][release]
      SHOW COLUMNS FROM place IN star => [place][area][release]
      DESCRIBE star.place => [place,string,null][area,string,null][release,string,null]
      DESCRIBE star.sale n => [col_name,n][data_type,int][comment,NULL]
      DESCRIBE QUERY SELECT n FROM star.sale => [n,int,null]
      """;
}
