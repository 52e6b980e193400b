-- What is owed, by whom, what is late, as of a day. `./phanluong owed` runs it; so does
-- `./phanluong sql --working` with a day such as 2026-01-15 in place of :as_of.
--
-- An obligation holds for a period if its due day (without one, its as-of day) falls into its validity. Reporters are
-- those on the register on that day. Where a unit came of others since 31 May of the period, their deliveries serve for
-- its own once all have come. Only full deliveries of the first round count, and the first of them decides.
WITH region AS (SELECT * FROM star.dim_region WHERE known_to IS NULL),
rule AS (
  SELECT o.*, y.period,
    make_date(y.period + o.as_of_year_offset, o.as_of_month, o.as_of_day) AS as_of_date,
    make_date(y.period + o.due_year_offset, o.due_month, o.due_day) AS due_date
  FROM ops.obligation o
  CROSS JOIN (SELECT CAST(id AS INT) AS period FROM range(2017, year(DATE ':as_of') + 1)) y
),
owed AS (
  SELECT *, coalesce(due_date, as_of_date) AS held_on,
    CASE reporter_type WHEN 'so_gddt' THEN 'province' WHEN 'so_ldtbxh' THEN 'province'
      WHEN 'phong_gddt' THEN 'district' WHEN 'commune' THEN 'commune' END AS level
  FROM rule
  WHERE coalesce(due_date, as_of_date) BETWEEN valid_from AND coalesce(valid_to, DATE '9999-12-31')
    AND as_of_date <= DATE ':as_of'
),
reporter AS (
  SELECT o.obligation_id, o.period, r.region_key AS reporter_code, r.name AS reporter
  FROM owed o
  JOIN region r
    ON r.level = o.level
    AND o.held_on BETWEEN r.valid_from AND coalesce(r.valid_to, DATE '9999-12-31')
    AND (o.region_key IS NULL OR o.region_key IN (r.region_key, r.parent_key))
  UNION ALL
  SELECT o.obligation_id, o.period, c.council_code, c.name
  FROM owed o
  JOIN star.dim_exam_council c
    ON o.reporter_type = 'exam_council'
    AND o.period BETWEEN c.valid_from_year AND coalesce(c.valid_to_year, 9999)
  UNION ALL
  -- A type without a register is said so once a rule; a province whose districts are not on the register too.
  SELECT obligation_id, period, NULL, region_key FROM owed WHERE level IS NULL AND reporter_type <> 'exam_council'
  UNION ALL
  SELECT o.obligation_id, o.period, NULL, p.name
  FROM owed o
  JOIN region p
    ON o.level = 'district' AND o.region_key IS NULL AND p.level = 'province'
    AND o.held_on BETWEEN p.valid_from AND coalesce(p.valid_to, DATE '9999-12-31')
  LEFT ANTI JOIN (
    SELECT above.code, above.today_key FROM region d JOIN region above ON above.region_key = d.parent_key
    WHERE d.level = 'district'
  ) h ON h.code = p.code AND h.today_key = p.today_key
),
sender AS (
  SELECT obligation_id, period, reporter_code, reporter_code AS sender_code FROM reporter
  UNION ALL
  SELECT w.obligation_id, w.period, w.reporter_code, before.region_key
  FROM reporter w
  JOIN region now ON now.region_key = w.reporter_code
  JOIN region before
    ON before.today_key = now.today_key AND before.level = now.level AND before.valid_to < now.valid_from
    AND make_date(w.period, 5, 31) BETWEEN before.valid_from AND before.valid_to
),
arrival AS (
  SELECT dataset, period, subperiod, reporter_code, min_by(submission_id, sequence) AS submission_id,
    min(to_date(from_utc_timestamp(received_at, 'Asia/Ho_Chi_Minh'))) AS received_on
  FROM ops.submission
  WHERE status <> 'rejected' AND coverage = 'full' AND round = 1
    AND to_date(from_utc_timestamp(received_at, 'Asia/Ho_Chi_Minh')) <= DATE ':as_of'
  GROUP BY dataset, period, subperiod, reporter_code
),
delivered AS (
  SELECT s.obligation_id, s.period, s.reporter_code,
    max(CASE WHEN s.sender_code = s.reporter_code THEN a.submission_id END) AS own_id,
    max(CASE WHEN s.sender_code = s.reporter_code THEN a.received_on END) AS own_on,
    bool_and(s.sender_code = s.reporter_code OR a.submission_id IS NOT NULL) AS have_all_come,
    max_by(a.submission_id, a.received_on) AS last_id, max(a.received_on) AS last_on
  FROM sender s
  JOIN owed o ON o.obligation_id = s.obligation_id AND o.period = s.period
  LEFT JOIN arrival a
    ON a.dataset = o.dataset AND a.period = s.period AND a.subperiod = o.subperiod AND a.reporter_code = s.sender_code
  GROUP BY s.obligation_id, s.period, s.reporter_code
),
answered AS (
  SELECT o.*, w.reporter_code, w.reporter,
    coalesce(d.own_id, CASE WHEN d.have_all_come THEN d.last_id END) AS submission_id,
    coalesce(d.own_on, CASE WHEN d.have_all_come THEN d.last_on END) AS received_on
  FROM reporter w
  JOIN owed o ON o.obligation_id = w.obligation_id AND o.period = w.period
  LEFT JOIN delivered d
    ON d.obligation_id = w.obligation_id AND d.period = w.period AND d.reporter_code = w.reporter_code
)
SELECT reporter_type, reporter_code, reporter, dataset, concat(period, '-', subperiod) AS period, receiver, due_date,
  CASE
    WHEN reporter_code IS NULL THEN 'register not loaded'
    WHEN submission_id IS NOT NULL AND due_date IS NULL THEN 'delivered'
    WHEN submission_id IS NOT NULL AND received_on <= due_date THEN 'delivered on time'
    WHEN submission_id IS NOT NULL THEN 'delivered late'
    WHEN due_date IS NULL THEN 'owed, no day stated'
    WHEN due_date >= DATE ':as_of' THEN 'due'
    ELSE 'overdue'
  END AS state,
  received_on, submission_id, basis, source
FROM answered
ORDER BY period DESC, due_date, obligation_id, reporter_code, reporter
