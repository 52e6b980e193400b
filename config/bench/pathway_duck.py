"""The tables of persons and their tallies, made by DuckDB with the SQL of the builders themselves.

The text blocks of the Java sources are translated by sqlglot, one by one. Written by hand here is
what Java does with rows: codes joined over several steps, the unit of 31 May, the school as the
register has it. Not made: coverage, changes, ranks, outlooks, status of targets.
"""

import json
import re
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

import deltalake
import duckdb
import sqlglot
import yaml

HOUSE = Path(__file__).resolve().parents[2]
SOURCES = HOUSE / "jobs/src/main/java/vn/phanluong"
COUNTING = HOUSE / "schemas/indicator/counting"
REGISTERS = [
    "graduate",
    "enrolment",
    "grade10_admission",
    "vocational_enrolment",
    "higher_enrolment",
]


def _blocks(source: str) -> list[str]:
    text = (SOURCES / f"{source}.java").read_text()
    return [
        block
        for block in re.findall(r'"""\n(.*?)"""', text, re.S)
        if re.match(r"\s*(WITH|SELECT)", block)
    ]


def _duck(sql: str) -> str:
    return sqlglot.transpile(sql, read="spark", write="duckdb")[0]


class Duck:
    """One database in memory, over the clean tables of a home as they stand."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.connection = duckdb.connect()
        names = [f"clean.{it}" for it in [*REGISTERS, "vocational_institution", "school"]]
        star = ["dim_school", "bridge_region_boundary", "bridge_institution"]
        for name in [*names, *(f"star.{it}" for it in star), "ops.submission"]:
            files = deltalake.DeltaTable(home / "tables" / name.replace(".", "/")).file_uris()
            view = name.split(".")[1] if name.startswith("star") else name.replace(".", "_")
            self.run(
                f"CREATE VIEW {view} AS SELECT * FROM read_parquet({files},"
                " hive_partitioning = true, hive_types_autocast = true, union_by_name = true)"
            )
        self.run(
            "CREATE VIEW pathway_window AS SELECT * FROM"
            f" read_csv('{HOUSE}/schemas/reference/window.csv', all_varchar = true)"
        )

    def run(self, sql: str) -> duckdb.DuckDBPyConnection:
        """Runs a statement."""
        return self.connection.execute(sql)

    def table(self, name: str, sql: str) -> None:
        """Makes a table of a query in DuckDB's words."""
        self.run(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def told(self, name: str, register: str) -> None:
        """Rows of a register with the person each tells of."""
        self.table(
            name,
            f"""SELECT told.* EXCLUDE (learner_key, identity_key), sequence, is_synthetic,
              person.learner_key, link_method
            FROM clean_{register} AS told JOIN ops_submission USING (submission_id)
            JOIN bridge_learner AS person USING (submission_id, row_number)
            WHERE person.dataset = '{register}'""",
        )

    def learners(self) -> None:
        """One key for all codes that rows tie together."""
        known, identified, _, node, link = _blocks("star/BridgeLearner")
        likeness = re.findall(
            r'"(\w+)",\s*List\.of\(([^)]*)\)', (SOURCES / "star/LearnerRecords.java").read_text()
        )
        parts = []
        for register, columns in likeness:
            cells = [f"coalesce(CAST({it} AS STRING), '')" for it in re.findall(r"\w+", columns)]
            parts.append(
                f"""SELECT '{register}' AS dataset, period, submission_id, row_number,
                  learner_key AS code, identity_key AS number, sex, birth_year,
                  if(coalesce(learner_key, identity_key) IS NULL,
                    concat_ws('|', {", ".join(cells)}), NULL) AS likeness
                FROM clean_{register}"""
            )
        self.table("learner_record", " UNION ALL ".join(parts))
        self._contradicting()
        self.table("learner_node", _duck(node))
        self.table("learner_link", _duck(link))
        self._components()
        self.table(
            "learner_identity",
            "SELECT NULL AS dataset, NULL AS submission_id, NULL AS row_number,"
            " NULL AS graduate_submission_id, NULL AS graduate_row_number WHERE false",
        )
        self.table("learner_known", _duck(known))
        self.table("bridge_learner", _duck(identified))

    def _contradicting(self) -> None:
        """Codes of several persons: the builder's text compares sexes by a hash of Spark's own."""
        carried = "unnest(list_distinct([{}, {}])) AS token, sex, birth_year"
        self.run(
            f"""CREATE OR REPLACE VIEW learner_contradicting AS
            SELECT token FROM (SELECT education_level, cohort_year,
              {carried.format("learner_key", "identity_key")} FROM clean_graduate)
            WHERE token IS NOT NULL GROUP BY token, education_level, cohort_year
            HAVING count(DISTINCT sex) > 1 OR count(DISTINCT birth_year) > 1
            UNION SELECT token FROM (SELECT {carried.format("code", "number")} FROM learner_record)
            WHERE token IS NOT NULL GROUP BY token
            HAVING count(DISTINCT sex) > 1 AND count(DISTINCT birth_year) > 1"""
        )

    def _components(self) -> None:
        self.table(
            "edge",
            "SELECT node, least_node AS other FROM learner_link"
            " UNION SELECT least_node, node FROM learner_link",
        )
        self.table(
            "learner_person",
            "SELECT node, least(node, min(other)) AS label FROM edge GROUP BY node",
        )
        while True:
            self.table(
                "spread",
                """SELECT node, least(any_value(mine.label), min(theirs.label)) AS label
                FROM edge JOIN learner_person AS mine USING (node)
                JOIN learner_person AS theirs ON theirs.node = edge.other GROUP BY node""",
            )
            moved = self.run(
                "SELECT count(*) FROM spread JOIN learner_person AS p USING (node)"
                " WHERE spread.label <> p.label"
            ).fetchone()
            self.table("learner_person", "FROM spread")
            if moved == (0,):
                return

    def placed(self, name: str, source: str, unit: str, year: str, province: str) -> None:
        """The rows with a unit taken back to 31 May of its year, and its province."""
        self.table(
            name,
            f"""SELECT told.* EXCLUDE ({unit}), own.unit_then AS {unit}, province AS {province}
            FROM {source} AS told LEFT JOIN as_was AS own
              ON own.unit = told.{unit} AND told.{year} BETWEEN cohort_from AND cohort_to""",
        )

    def places(self) -> None:
        """Where units lay on 31 May of each cohort."""
        self.table(
            "as_was",
            """SELECT region_key AS unit, cohort_from, cohort_to,
              coalesce(any_value(area_key) FILTER (area_key = region_key),
                any_value(area_key) FILTER (level = unit_level AND share = 1),
                if(count(*) FILTER (level = 'province') = 1,
                  any_value(area_key) FILTER (level = 'province'), NULL)) AS unit_then,
              if(count(*) FILTER (level = 'province') = 1,
                any_value(area_key) FILTER (level = 'province'), NULL) AS province
            FROM bridge_region_boundary WHERE boundary = 'as_was' GROUP BY ALL""",
        )
        self.table(
            "divided",
            """SELECT region_key AS unit, cohort_from, cohort_to FROM bridge_region_boundary
            WHERE boundary = 'today' GROUP BY ALL
            HAVING NOT coalesce(bool_or(level = 'commune' AND share = 1), false)""",
        )
        self.run("CREATE VIEW school_run_of_years AS FROM dim_school")
        self.table("registered", _duck(_blocks("star/Learners")[0]))
        self.run(
            "CREATE VIEW placed_told AS SELECT told.*, sequence"
            " FROM clean_vocational_institution AS told JOIN ops_submission USING (submission_id)"
        )
        self.run("CREATE VIEW placed_institution AS FROM bridge_institution")
        self.table("institution_stood", _duck(_blocks("star/AtInstitution")[0]))

    def at_school(self, name: str, source: str, year: str) -> None:
        """The rows with unit and province of their school, then of their residence."""
        self.table(
            f"{name}_school",
            f"""SELECT told.*, school.ownership, school.school_type,
              registered_region_key, registered_today_key,
              told.region_key AS school_region_key
            FROM {source} AS told LEFT JOIN registered AS school
              ON school.school_code = told.school_code
                AND {year} - 1 BETWEEN held_from AND held_to""",
        )
        self.placed(f"{name}_told", f"{name}_school", "school_region_key", year, "told_province")
        self.placed(f"{name}_both", f"{name}_told", "registered_region_key", year, "other_province")
        self.table(
            f"{name}_in",
            f"""SELECT * EXCLUDE (school_region_key),
              coalesce(school_region_key, registered_region_key, region_key) AS school_region_key,
              coalesce(told_province, other_province) AS school_province_key FROM {name}_both""",
        )
        self.table(
            f"{name}_at",
            f"""SELECT placed.*, if(unit IS NULL, NULL, registered_today_key)
              AS school_today_region_key
            FROM {name}_in AS placed LEFT JOIN divided ON unit = school_region_key
              AND {year} BETWEEN cohort_from AND cohort_to""",
        )
        self.placed(name, f"{name}_at", "residence_region_key", year, "residence_province_key")

    def persons(self) -> None:
        """The tables of the star that tell of persons."""
        self.told("graduate_told", "graduate")
        self.table("recognition_last", _duck(_blocks("star/FctRecognition")[0]))
        self.at_school("recognition_placed", "recognition_last", "cohort_year")
        self.table(
            "fct_recognition",
            "SELECT *, school_province_key = residence_province_key AS is_at_home"
            " FROM recognition_placed",
        )
        self.told("application_told", "grade10_admission")
        self.table("fct_application", _duck(_blocks("star/FctApplication")[0]))
        self.told("enrolment_told", "enrolment")
        years, followed = _blocks("star/FctSchooling")
        self.table("schooling_told", _duck(years))
        self.at_school("schooling_placed", "schooling_told", "school_year")
        self._ahead()
        self.horizon("schooling", "clean_enrolment", "school_year")
        self.telling("schooling_entry_told", "enrolment", "school_year", "entry_kind")
        self.telling("schooling_exit_told", "enrolment", "school_year", "left_on")
        self.telling("schooling_application_told", "grade10_admission", "admission_year", "period")
        self.table(
            "schooling_decision_told",
            """SELECT DISTINCT cohort_year, education_level,
              coalesce(school_province_key, school_region_key) AS province_key,
              unnest(['', coalesce(school_code, '')]) AS school_code
            FROM fct_recognition""",
        )
        self.run("CREATE VIEW schooling_recognition AS FROM fct_recognition")
        self.run("CREATE VIEW schooling_application AS FROM fct_application")
        self.table("fct_schooling", _duck(followed))
        self._higher()
        self._training()
        self.run("CREATE VIEW spell_schooling AS FROM fct_schooling")
        self._spell_places()
        self.table("fct_spell", _duck(_blocks("star/FctSpell")[0]))

    def horizon(self, name: str, source: str, year: str) -> None:
        """The last year that a table tells of."""
        self.table(f"{name}_horizon", f"SELECT max({year}) AS last_year FROM {source}")

    def telling(self, name: str, register: str, year: str, filled: str) -> None:
        """The years and provinces of a register in which a column is filled at all."""
        self.table(
            "telling",
            f"""SELECT DISTINCT {year} AS year, region_key FROM clean_{register}
            WHERE {filled} IS NOT NULL""",
        )
        self.run("CREATE OR REPLACE VIEW telling_boundary AS FROM bridge_region_boundary")
        told = _duck(_blocks("star/Tellings")[0])
        self.table(name, f"SELECT DISTINCT * FROM ({told}) WHERE province_key IS NOT NULL")

    def _ahead(self) -> None:
        """Pupils with the years they move up and are due in, and their place in each."""
        self.table(
            "schooling_0",
            """SELECT *, school_region_key AS next_region_key, school_region_key AS due_region_key,
              school_year + 1 AS next_year,
              school_year + if(education_level = 'THCS', 4, 3) AS due_year
            FROM schooling_placed""",
        )
        for at, (year, name) in enumerate([("next", "schooling_1"), ("due", "schooling_year")]):
            unit, province = f"{year}_region_key", f"{year}_province_key"
            self.placed(name, f"schooling_{at}", unit, f"{year}_year", province)

    def at_institution(self, name: str, source: str, place: str, year: str) -> None:
        """The rows with unit and province of their institution, as registers have it."""
        self.table(
            f"{name}_told",
            f"""SELECT told.*, {place}_region_key AS told_key,
              if({place}_region_key IS NULL, NULL, stood.region_key) AS registered_key
            FROM {source} AS told LEFT JOIN institution_stood AS stood
              ON stood.institution_code = told.institution_code
                AND told.{year} - 1 BETWEEN held_from AND held_to""",
        )
        self.placed(f"{name}_own", f"{name}_told", f"{place}_region_key", year, "told_province")
        self.placed(f"{name}_both", f"{name}_own", "registered_key", year, "registered_province")
        self.table(
            name,
            f"""SELECT * EXCLUDE ({place}_region_key, told_province, registered_province, told_key,
                registered_key),
              coalesce({place}_region_key, registered_key, told_key) AS {place}_region_key,
              coalesce(told_province, registered_province) AS {place}_province_key
            FROM {name}_both""",
        )

    def _higher(self) -> None:
        """Entries to higher education, and where their institutions stood."""
        self.told("higher_told", "higher_enrolment")
        self.table(
            "training_higher",
            """SELECT * REPLACE (coalesce(enrolled_on,
                if(prior_year = year, make_date(year, 9, 5), NULL)) AS enrolled_on),
              region_key AS institution_region_key
            FROM higher_told WHERE enrolled_on IS NOT NULL OR prior_year = year""",
        )

    def _spell_places(self) -> None:
        """Training and higher education, each where its institution stood on the 31 May before."""
        entries = {
            "training": "SELECT * EXCLUDE (institution_province_key) FROM fct_training",
            "higher": "SELECT *, enrolled_on AS start_date FROM training_higher",
        }
        for name, sql in entries.items():
            self.table(
                f"{name}_dated",
                "SELECT *, CAST(year(start_date - INTERVAL 5 MONTH) AS SMALLINT) AS cohort_year"
                f" FROM ({sql})",
            )
            self.at_institution(f"spell_{name}", f"{name}_dated", "institution", "cohort_year")

    def _training(self) -> None:
        self.told("training_told", "vocational_enrolment")
        self.horizon("training", "clean_vocational_enrolment", "period")
        self.run("CREATE VIEW training_institution AS FROM clean_vocational_institution")
        self.run("CREATE VIEW training_schooling AS FROM fct_schooling")
        courses, followed = _blocks("star/FctTraining")
        self.table("training_0", _duck(courses))
        self.at_institution("training_1", "training_0", "institution", "intake_year")
        self.placed(
            "training_2",
            "training_1",
            "residence_region_key",
            "intake_year",
            "residence_province_key",
        )
        self.at_institution("training_course", "training_2", "completed", "completed_year")
        self.telling("training_end_told", "vocational_enrolment", "intake_year", "end_date")
        self.table("fct_training", _duck(followed))

    def ways(self) -> None:
        """Where each completer went."""
        for view in ["recognition", "spell", "application"]:
            self.run(f"CREATE VIEW pathway_{view} AS FROM fct_{view}")
        self.run("CREATE VIEW pathway_decision AS FROM fct_recognition")
        self.run("CREATE VIEW pathway_known AS FROM fct_recognition")
        self.run("CREATE VIEW pathway_entry AS FROM fct_spell")
        self.horizon("pathway", "fct_schooling", "school_year")
        slots, strays, ways = _blocks("star/FctPathway")
        self.table("pathway_slots", _duck(slots))
        self.table("pathway_stray", _duck(strays))
        self.table("fct_pathway", _duck(ways))

    def tallies(self) -> None:
        """Persons followed, counted by every definition, and summed to areas of both boundaries."""
        counting = yaml.safe_load((COUNTING / "populations.yml").read_text())
        named = yaml.safe_load((COUNTING / "parameters.yml").read_text())["parameters"]
        definitions = [
            yaml.safe_load(file.read_text())
            for file in sorted((COUNTING.parent / "definitions").glob("*.yml"))
        ]
        made: list[str] = []
        for population in counting["populations"]:
            asked: dict[str, list[dict[str, Any]]] = {}
            for it in definitions:
                if it.get("linked", {}).get("population") == population["name"]:
                    chosen = json.dumps(it["linked"].get("parameters", {}), sort_keys=True)
                    asked.setdefault(chosen, []).append(it)
            for chosen, group in asked.items():
                made.append(f"tally_{len(made)}")
                sql = _tally(population, counting["groups"], group, _Answers(named, chosen))
                self.run(f"CREATE OR REPLACE VIEW asked AS FROM {population['table'][5:]}")
                self.table(made[-1], sql)
        valid = ", ".join(
            f"('{it['id']}', {it['valid_cohorts']['from']}, {it['valid_cohorts'].get('to', 9999)})"
            for it in definitions
        )
        union = " UNION ALL BY NAME ".join(f"FROM {it}" for it in made)
        self.table(
            "tally",
            f"""SELECT told.* FROM ({union}) AS told
            JOIN (VALUES {valid}) AS valid (id, first_cohort, last_cohort)
              ON id = indicator_id AND cohort_year BETWEEN first_cohort AND last_cohort""",
        )
        self.table(
            "observation",
            """SELECT indicator_id, version, part, method, cohort_year, basis, breakdown, member,
              boundary, level, area_key, sum(numerator * share) AS numerator,
              sum(denominator * share) AS denominator, sum(unknown * share) AS unknown,
              sum(disputed * share) AS disputed, bool_or(tally.is_synthetic) AS is_synthetic
            FROM (
              SELECT tally.*, boundary, level, area_key, share
              FROM tally JOIN bridge_region_boundary AS area USING (region_key)
              WHERE cohort_year BETWEEN cohort_from AND cohort_to
                AND (today_region_key = '' OR (boundary, level) <> ('today', 'commune'))
              UNION ALL BY NAME
              SELECT *, 'today' AS boundary, 'commune' AS level, today_region_key AS area_key,
                1 AS share
              FROM tally WHERE today_region_key <> ''
            ) AS tally GROUP BY ALL""",
        )


class _Answers:
    """What the open questions are answered by, for definitions that choose alike."""

    def __init__(self, named: list[dict[str, Any]], chosen: str) -> None:
        wanted = json.loads(chosen)
        self.sql = {}
        for it in named:
            answer = wanted.get(it["name"], it["default"])
            self.sql[it["name"]] = next(
                each["sql"] for each in it["answers"] if each["answer"] == answer
            )

    def put_in(self, sql: Any, part: str = "") -> str:
        """An expression with the answers in it."""
        text = str(sql).lower() if isinstance(sql, bool) else str(sql).replace("${part}", part)
        return re.sub(r"\$\{(\w+)\}", lambda name: f"({self.sql[name[1]]})", text)


def _tally(
    population: dict[str, Any],
    groups: dict[str, str],
    asked: list[dict[str, Any]],
    answers: _Answers,
) -> str:
    questions: list[str] = []
    names: list[str] = []
    position = count()
    for it in asked:
        rate = it["linked"]
        parts = rate.get("parts")
        for value in parts["values"] if parts else [""]:
            of, counts, disputed, unknown = (
                answers.put_in(rate.get(each, False), value)
                for each in ("of", "counts", "disputed", "unknown")
            )
            if parts:
                is_part = f"({parts['by']}) = '{value}'"
                if parts["of"] == "denominator":
                    of = f"({of}) AND {is_part}"
                else:
                    counts = f"({counts}) AND {is_part}"
            questions.append(
                f"CASE WHEN NOT coalesce({of}, false) THEN 'n' WHEN coalesce({counts}, false)"
                f" THEN if(coalesce({disputed}, false), 'd', 'c')"
                f" WHEN coalesce({unknown}, false) THEN 'u' ELSE 'o' END"
            )
            bounds = str(rate.get("has_bounds", True)).lower()
            names.append(
                f"({next(position)}, '{it['id']}', '{it['version']}', '{value}', {bounds})"
            )
    cells = []
    for basis, place in population["places"].items():
        cells.append((basis, place["unit"], place.get("today", "NULL"), "", "''"))
        unit = place["unit"]
        province = f"coalesce({place['province']}, if({unit} LIKE 'P%', {unit}, NULL))"
        cells += [(basis, province, "NULL", name, group) for name, group in groups.items()]
    structs = ", ".join(
        f"named_struct('basis', '{basis}', 'region_key', {unit}, 'today_region_key',"
        f" coalesce(CAST({today} AS STRING), ''), 'breakdown', '{breakdown}', 'member', {member})"
        for basis, unit, today, breakdown, member in cells
    )
    text = _blocks("indicator/LinkedTally")[-1]
    for at, value in enumerate(
        [
            population["year"],
            f"array({structs})",
            f"concat({', '.join(questions)})",
            answers.put_in(population.get("where", "true")),
            "true",
        ],
        start=1,
    ):
        text = text.replace(f"%{at}$s", str(value))
    listed = ", ".join(names)
    question = f"(VALUES {listed}) AS question(position, indicator_id, version, part, has_bounds)"
    return _duck(text.replace("CROSS JOIN question", f"CROSS JOIN {question}"))


def main() -> None:
    """Prints seconds of each step, and the sums by which results are compared."""
    duck = Duck(Path(sys.argv[1]))
    seconds = {}
    for step in (duck.places, duck.learners, duck.persons, duck.ways, duck.tallies):
        started = time.monotonic()
        step()
        seconds[step.__name__] = time.monotonic() - started
    sums = duck.run(
        "SELECT indicator_id, part, cohort_year::INT, sum(numerator)::BIGINT,"
        " sum(denominator)::BIGINT FROM tally WHERE breakdown = '' GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    print(json.dumps({"seconds": seconds, "sums": sums}))


if __name__ == "__main__":
    main()
