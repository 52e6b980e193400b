"""The night's plan over the contracts of the repository, and over small broken ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from plan import LOAD, POOL, PUBLISH, STAGES, ExitCode, Outcome, PlanError, Retries, Task, plan

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.fixture(scope="module")
def night() -> list[Task]:
    return plan(SCHEMAS)


@cache
def declared_reads() -> dict[str, list[str]]:
    """Reads of each table that is made from others, read another way than the plan's."""
    reads = {}
    for path in SCHEMAS.glob("*/*.yml"):
        contract = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        custom = contract["schema"][0].get("customProperties", [])
        by_name = {it["property"]: it["value"] for it in custom}
        if path.parent.name not in ("raw", "vault", "ops") or "reads" in by_name:
            reads[contract["id"]] = by_name.get("reads", [])
    return reads


# The contracts of the repository.


def test_every_table_made_from_others_has_one_task(night: list[Task]) -> None:
    assert sorted(task.id for task in night) == sorted([*declared_reads(), LOAD, PUBLISH])


def test_edges_are_what_contracts_read(night: list[Task]) -> None:
    for task in night:
        if task.id in (LOAD, PUBLISH):
            continue
        expected = {
            read if read in declared_reads() else LOAD
            for read in declared_reads()[task.id]
            if not read.startswith("reference.")
        }
        assert task.upstream == expected, task.id


def test_run_in_sequence_every_upstream_comes_before(night: list[Task]) -> None:
    done: set[str] = set()
    for task in night:
        assert task.upstream <= done, task.id
        done.add(task.id)


def test_data_flows_one_way(night: list[Task]) -> None:
    for task in night:
        for upstream in task.upstream:
            source = upstream.partition(".")[0]
            is_reference = task.stage == "clean" and upstream.startswith("star.dim_")
            assert is_reference or STAGES.index(source) <= STAGES.index(task.stage), task.id


def test_the_night_begins_with_loading_and_ends_with_publishing(night: list[Task]) -> None:
    assert (night[0].id, night[-1].id) == (LOAD, PUBLISH)


def test_publishing_waits_for_every_table(night: list[Task]) -> None:
    by_id = {task.id: task for task in night}
    awaited: set[str] = set()
    waiting = [PUBLISH]
    while waiting:
        upstream = by_id[waiting.pop()].upstream - awaited
        awaited |= upstream
        waiting += upstream
    assert awaited == by_id.keys() - {PUBLISH}


def test_commands_are_those_of_the_command_line(night: list[Task]) -> None:
    by_id = {task.id: task.command for task in plan(SCHEMAS, Path("deliveries"))}
    assert by_id[LOAD] == ("load", "deliveries")
    assert by_id["star.fct_exam"] == ("build", "star.fct_exam")
    assert by_id["ops.obligation"] == ("build", "ops.obligation")
    assert by_id["vault.link"] == ("link",)
    assert by_id[PUBLISH] == ("publish",)


def test_every_task_has_the_pool_of_the_home_an_owner_and_retries(night: list[Task]) -> None:
    for task in night:
        assert task.pool == POOL
        assert task.owner
        assert task.retries == Retries()


def test_persons_are_bridged_after_linking(night: list[Task]) -> None:
    at = [task.id for task in night].index
    assert at("clean.graduate") < at("vault.link") < at("star.bridge_learner")


def test_the_same_contracts_give_the_same_plan(night: list[Task]) -> None:
    assert plan(SCHEMAS) == night


# Exit codes.

BUILD = Task("star.dim_subject", ("build", "star.dim_subject"), retries=Retries(2, 1))


@pytest.mark.parametrize(
    ("code", "attempt", "outcome"),
    [
        (ExitCode.DONE, 1, Outcome.DONE),
        (ExitCode.REJECTED, 1, Outcome.FAILED),
        (ExitCode.MISUSED, 1, Outcome.FAILED),
        (ExitCode.HELD, 2, Outcome.RETRY),
        (ExitCode.HELD, 3, Outcome.FAILED),
        (ExitCode.COULD_NOT, 1, Outcome.RETRY),
        (ExitCode.COULD_NOT, 2, Outcome.FAILED),
        (137, 1, Outcome.FAILED),
    ],
)
def test_only_a_held_home_and_the_environment_are_tried_again(
    code: int, attempt: int, outcome: Outcome
) -> None:
    assert BUILD.outcome(code, attempt) is outcome


def test_one_rejected_delivery_does_not_stop_the_night(night: list[Task]) -> None:
    on_rejection = {task.id: task.outcome(ExitCode.REJECTED, 1) for task in night}
    assert on_rejection.pop(LOAD) is Outcome.DONE_WITH_REJECTIONS
    assert set(on_rejection.values()) == {Outcome.FAILED}


# Small contracts, right and wrong.


def write(schemas: Path, table: str, reads: object = None, **changes: object) -> None:
    """Write a contract that says only what the plan reads."""
    stage, _, name = table.partition(".")
    custom = [] if reads is None else [{"property": "reads", "value": reads}]
    contract = {
        "id": table,
        "name": table,
        "schema": [{"name": name, "customProperties": custom}],
        **changes,
    }
    said = {key: value for key, value in contract.items() if value is not None}
    path = schemas / stage / f"{name}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(said), encoding="utf-8")


def problems_of(schemas: Path) -> list[str]:
    with pytest.raises(PlanError) as failure:
        plan(schemas)
    assert str(failure.value).startswith(
        f"Cannot plan the night: {len(failure.value.problems)} problems in {schemas}\n  - "
    )
    return failure.value.problems


def test_of_what_may_come_next_the_earlier_stage_comes_first(tmp_path: Path) -> None:
    write(tmp_path, "raw.exam")
    write(tmp_path, "star.dim_subject")
    write(tmp_path, "star.dim_area", ["star.dim_subject"])
    write(tmp_path, "clean.exam", ["raw.exam"])
    write(tmp_path, "clean.place", ["star.dim_area"])
    write(tmp_path, "indicator.mean", ["clean.place"])
    write(tmp_path, "star.dim_place", ["clean.place"])
    assert [task.id for task in plan(tmp_path)] == [
        LOAD,
        "clean.exam",
        "star.dim_subject",
        "star.dim_area",
        "clean.place",
        "star.dim_place",
        "indicator.mean",
        PUBLISH,
    ]


def test_reference_lists_and_shapes_are_no_tasks(tmp_path: Path) -> None:
    write(tmp_path, "raw.row", tags=["shape"])
    write(tmp_path, "star.dim_area", ["reference.area"])
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "area.csv").touch()
    assert [task.id for task in plan(tmp_path)] == [LOAD, "star.dim_area", PUBLISH]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "raw.row", tags=["shape"])
    write(tmp_path, "clean.exam", ["raw.exam", "raw.row", "ops.nothing"])
    write(tmp_path, "star.dim_area", ["reference.area"], name=None)
    write(tmp_path, "star.fct_exam", ["clean.exam", "indicator.mean"])
    write(tmp_path, "indicator.mean", ["indicator.rank"])
    write(tmp_path, "indicator.rank", ["star.fct_exam"])
    write(tmp_path, "indicator.self", ["indicator.self"])
    write(tmp_path, "published.mean", "indicator.mean", id="published.median")
    write(tmp_path, "published.rank", schema={"name": "rank"})
    (tmp_path / "published" / "text.yml").write_text("only text", encoding="utf-8")
    (tmp_path / "published" / "torn.yml").write_text("id: [", encoding="utf-8")
    problems = problems_of(tmp_path)
    cycles = [problem for problem in problems if " → " in problem]
    torn = [problem for problem in problems if "not YAML" in problem]
    assert sorted(set(problems) - {*cycles, *torn}) == [
        "clean.exam: reads ops.nothing, which is no table",
        "clean.exam: reads raw.exam, which is no table",
        "clean.exam: reads raw.row, which is no table",
        "published.mean: id is published.median, the file's place says published.mean",
        "published.mean: reads is not a list of tables",
        "published.rank: schema is not a list of one table with its properties",
        "published.text: not a contract",
        "star.dim_area: has no name",
        "star.dim_area: reads reference.area, which is no table",
    ]
    assert [set(cycle.partition(":")[0].split(" → ")) for cycle in sorted(cycles, key=len)] == [
        {"indicator.self"},
        {"star.fct_exam", "indicator.mean", "indicator.rank"},
    ]
    assert [problem.partition(":")[0] for problem in torn] == ["published.torn"]


def test_a_table_that_cannot_be_read_is_not_also_missing(tmp_path: Path) -> None:
    write(tmp_path, "star.fct_exam", ["star.torn"])
    (tmp_path / "star" / "torn.yml").write_text("", encoding="utf-8")
    assert problems_of(tmp_path) == ["star.torn: not a contract"]


def test_a_folder_without_contracts_is_no_empty_night(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == ["there is no contract"]
