"""Notebooks run on a small home made from the contracts, and on the demo home if there is one."""

from __future__ import annotations

import ast
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import nbformat
import pyarrow as pa
import pytest
import yaml
from deltalake import write_deltalake
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "build" / "demo"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
QUESTIONS = ROOT / "notebooks" / "first_questions.ipynb"

LIBRARIES = {"deltalake", "pandas"}
FIGURES = ["by_district", "mathematics", "nation"]
REAL = "số thật · real"
SYNTHETIC = "mô phỏng · synthetic"

Row = dict[str, Any]

ARROW: dict[str, tuple[pa.DataType, object]] = {
    "string": (pa.string(), "any"),
    "smallint": (pa.int16(), 0),
    "int": (pa.int32(), 0),
    "bigint": (pa.int64(), 0),
    "double": (pa.float64(), 0.0),
    "decimal(9,4)": (pa.decimal128(9, 4), Decimal(0)),
    "decimal(27,12)": (pa.decimal128(27, 12), Decimal(0)),
    "boolean": (pa.bool_(), False),
    "date": (pa.date32(), date(2017, 1, 1)),
}
"""Types of the contracts, and what a required column holds that a case says nothing of."""

LONG_AN = {"region_key": "P80@2017-01-01", "name": "Tỉnh Long An", "valid_to": date(2025, 6, 30)}
TAY_NINH = {"region_key": "P80@2025-07-01", "name": "Tỉnh Tây Ninh"}
REGIONS: list[Row] = [
    {**LONG_AN, "code": "80", "level": "province"},
    {**TAY_NINH, "code": "80", "level": "province", "valid_from": date(2025, 7, 1)},
    {"region_key": "D1", "name": "Huyện A", "level": "district", "parent_key": "P80@2017-01-01"},
    {"region_key": "D2", "name": "Huyện B", "level": "district", "parent_key": "P80@2017-01-01"},
    {"region_key": "D3", "name": "Huyện C", "level": "district", "parent_key": "P80@2017-01-01"},
    {"region_key": "D4", "name": "Huyện D", "level": "district", "parent_key": "P80@2025-07-01"},
    {
        "region_key": "D5",
        "name": "Huyện E",
        "level": "district",
        "parent_key": "P80@2017-01-01",
        "valid_to": date(2022, 12, 31),
    },
]

SHOWN = {"target_year": 2023, "target_printed": "27,92", "suppression": "shown"}
TARGETS: list[Row] = [
    {**SHOWN, "region_key": "D1", "status": "met", "value": 28.37, "gap": 0.45},
    {**SHOWN, "region_key": "D2", "status": "suppressed", "suppression": "suppressed"},
    {**SHOWN, "region_key": "D3", "status": "no_data", "is_synthetic": True},
    {**SHOWN, "region_key": "D4", "status": "met", "value": 90.0},
    {**SHOWN, "region_key": "D5", "status": "met", "value": 90.0},
    {**SHOWN, "region_key": "D1", "status": "met", "value": 90.0, "target_year": 2022},
    {**SHOWN, "region_key": "D1", "status": "met", "value": 90.0, "valid_to": date(2022, 2, 28)},
]

NATION = {"level": "nation", "cohort_year": 2023, "indicator_id": "I", "suppression": "shown"}
OBSERVATIONS: list[Row] = [
    {**NATION, "boundary": "as_was", "denominator": 100, "is_synthetic": True},
    {**NATION, "boundary": "today", "denominator": 100},
]


def exam(boundary: str, area: str, **figures: object) -> Row:
    """Give one row of mathematics in 2023; what is said of figures comes last."""
    return {
        "exam_year": 2023,
        "subject_code": "toan",
        "area_type": "nation" if area == "VN" else "province",
        "area_key": area,
        "area_name": area,
        "boundary": boundary,
        "reporting_status": "reported",
        "coverage": 1.0,
        **figures,
    }


STATISTICS: list[Row] = [
    exam("today", "VN", n=50, mean=6.0, is_synthetic=True),
    exam("as_was", "VN", n=50, mean=6.0, is_synthetic=True),
    exam("as_was", "A1", n=20),
    exam("as_was", "A2", n=30),
    exam("today", "A", n=50, mean=6.0, reporting_status="partial", coverage=0.5, is_synthetic=True),
    exam("today", "B", mean=None, n=None, reporting_status="not_reported", coverage=0.0),
    {**exam("today", "A", n=9, mean=1.0), "subject_code": "ngu_van"},
]

RELEASE: dict[str, list[Row]] = {
    "region": REGIONS,
    "target_status": TARGETS,
    "observation": OBSERVATIONS,
    "exam_statistic": STATISTICS,
    "indicator": [{"indicator_id": "I"}],
}


def table(name: str, rows: list[Row]) -> pa.Table:
    """Give the rows the columns and types of their contract; a case names only what matters."""
    path = ROOT / "schemas" / "published" / f"{name}.yml"
    columns = yaml.safe_load(path.read_text(encoding="utf-8"))["schema"][0]["properties"]
    unknown = {key for row in rows for key in row} - {column["name"] for column in columns}
    assert not unknown, f"published.{name} has no {unknown}"
    fields, values = [], []
    for column in columns:
        kind, default = ARROW[column["physicalType"]]
        required = column.get("required", False)
        fields.append(pa.field(column["name"], kind, nullable=not required))
        values.append([row.get(column["name"], default if required else None) for row in rows])
    return pa.table(values, schema=pa.schema(fields))


def write_release(home: Path, tables: dict[str, list[Row]]) -> Path:
    """Write a home with one release. Every table holds a superseded version of each row."""
    published = {}
    for name, rows in tables.items():
        place = f"releases/R0001/published/{name}"
        published[f"published.{name}"] = place
        (home / place).mkdir(parents=True)
        write_deltalake(home / place, table(name, rows))
        write_deltalake(home / place, table(name, rows), mode="overwrite")
    manifest = {"name": "R0001", "published": published, "tables": {"star.fct_exam": 1}}
    release = home / "releases" / "R0001" / "release.json"
    release.write_text(json.dumps(manifest), encoding="utf-8")
    (home / "releases" / "CURRENT").write_text("R0001\n", encoding="utf-8")
    return home


def answers(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Row]]:
    """Run the notebook on a home; give the rows of each of its frames."""
    monkeypatch.setenv("PHANLUONG_HOME", str(home))
    notebook = nbformat.read(QUESTIONS, as_version=4)
    frames = ", ".join(f'"{name}": {name}.to_dict("records")' for name in FIGURES)
    tell = f"print(json.dumps({{{frames}}}, default=str))"
    notebook.cells.append(nbformat.v4.new_code_cell(tell))
    client = NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": ROOT / "notebooks"}}
    )
    client.execute()
    told: dict[str, list[Row]] = json.loads(notebook.cells[-1].outputs[0].text)
    return told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    home = write_release(tmp_path_factory.mktemp("home"), RELEASE)
    with pytest.MonkeyPatch.context() as monkeypatch:
        return answers(home, monkeypatch)


def only(rows: list[Row], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_districts_are_those_of_the_province_of_the_time(told: dict[str, list[Row]]) -> None:
    assert only(told["by_district"], "district", "target", "value", "gap", "status", "data") == [
        ("Huyện A", "27,92", "28.37", "0.45", "met", REAL),
        ("Huyện B", "27,92", "suppressed", "suppressed", "suppressed", "-"),
        ("Huyện C", "27,92", "no_data", "no_data", "no_data", SYNTHETIC),
    ]


def test_a_province_that_sent_nothing_is_not_reported(told: dict[str, list[Row]]) -> None:
    columns = ("year", "province", "mean", "coverage", "status", "data")
    assert only(told["mathematics"], *columns) == [
        (2023, "A", "6.00", 0.5, "partial", SYNTHETIC),
        (2023, "B", "not_reported", 0.0, "not_reported", "-"),
    ]


def test_the_nation_is_the_same_on_both_boundaries(told: dict[str, list[Row]]) -> None:
    rows = [row for row in told["nation"] if row["figure"] in ("n", "denominator")]
    assert only(rows, "series", "figure", "what", "as_was", "today", "data") == [
        ("I any any any any 2023", "denominator", "nation", 100, 100, SYNTHETIC),
        ("toan 2023", "n", "nation", 50, 50, SYNTHETIC),
        ("toan 2023", "n", "sum of provinces", 50, 50, SYNTHETIC),
    ]
    assert all(row["equal"] for row in told["nation"])  # figures that nobody has, too


def test_sums_that_differ_stop_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = [*STATISTICS, exam("as_was", "A3", n=1)]
    home = write_release(tmp_path, {**RELEASE, "exam_statistic": lost})
    with pytest.raises(CellExecutionError, match="Sums differ") as failure:
        answers(home, monkeypatch)
    assert "sum of provinces" in str(failure.value)


def test_a_release_without_figures_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write_release(tmp_path, {name: [] for name in RELEASE})
    assert answers(home, monkeypatch) == {name: [] for name in FIGURES}


@pytest.mark.skipif(not (DEMO / "releases" / "CURRENT").exists(), reason="no build/demo: make demo")
def test_the_demo_home_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    told = answers(DEMO, monkeypatch)
    for name in FIGURES:
        assert told[name], name
        assert {row["data"] for row in told[name]} <= {REAL, SYNTHETIC, "-"}, name
    assert len({row["district"] for row in told["by_district"]}) == 15  # districts of Long An


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_stripped(path: Path) -> None:
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    run = [cell.id for cell in cells if cell.outputs or cell.execution_count is not None]
    assert not run, f"Strip the outputs of cells {run}: nbstripout {path.relative_to(ROOT)}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_import_nothing_of_ours(path: Path) -> None:
    imported = set()
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.Import):
                    imported |= {name.name.partition(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom):
                    imported.add((node.module or ".").partition(".")[0])
    assert imported <= LIBRARIES | sys.stdlib_module_names
