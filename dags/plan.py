"""The night's plan: one task for each table to build, with the edges its contract declares.

Knows ``schemas/`` and ``./phanluong``, not Airflow; a binding makes an operator of each task.
"""

from __future__ import annotations

import enum
import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

STAGES = ("raw", "clean", "vault", "star", "indicator", "published", "ops")
"""The stages in flow order; of the vault, what linking makes of clean tables."""

LOAD = "raw.load"
"""Takes deliveries in: writes the tables of ``raw`` and the ledgers that later tables look into."""

PUBLISH = "ops.publish"
"""Audits all tables and, if every audit holds, makes the next release of them."""

POOL = "phanluong_home"
"""Airflow pool of one slot, since a home has one writer at a time."""

OWNER = "data-engineering"

_READS_NOTHING: Mapping[str, Any] = {"schema": [{}]}


class ExitCode(enum.IntEnum):
    """What ``./phanluong`` says when it ends."""

    DONE = 0
    REJECTED = 1
    MISUSED = 2
    HELD = 3
    COULD_NOT = 4


class Outcome(enum.Enum):
    """What becomes of a task after an attempt."""

    DONE = "done"
    DONE_WITH_REJECTIONS = "done, and somebody must look at what was rejected"
    RETRY = "try again"
    FAILED = "failed for good"


class PlanError(Exception):
    """The contracts give no plan; ``problems`` is everything that is wrong with them."""

    def __init__(self, schemas: Path, problems: list[str]) -> None:
        self.problems = problems
        lines = "".join(f"\n  - {problem}" for problem in problems)
        super().__init__(f"Cannot plan the night: {len(problems)} problems in {schemas}{lines}")


@dataclass(frozen=True)
class Retries:
    """Attempts after the first, by kind of failure. Wrong data and wrong use have none."""

    held: int = 6
    could_not: int = 2

    def after(self, code: int) -> int:
        """How often a task that ended with ``code`` may be tried again."""
        by_code: Mapping[int, int] = {
            ExitCode.HELD: self.held,
            ExitCode.COULD_NOT: self.could_not,
        }
        return by_code.get(code, 0)


@dataclass(frozen=True)
class Task:
    """One step of the night, run when all of ``upstream`` are done.

    ``command`` is what follows ``./phanluong``.
    """

    id: str
    command: tuple[str, ...]
    upstream: frozenset[str] = frozenset()
    goes_on_with_rejections: bool = False
    retries: Retries = field(default_factory=Retries)
    pool: str = POOL
    owner: str = OWNER

    @property
    def stage(self) -> str:
        """The task group."""
        return _stage(self.id)

    def outcome(self, code: int, attempt: int) -> Outcome:
        """What follows when attempt ``attempt``, counted from 1, ended with exit code ``code``."""
        if code == ExitCode.DONE:
            return Outcome.DONE
        if code == ExitCode.REJECTED and self.goes_on_with_rejections:
            return Outcome.DONE_WITH_REJECTIONS
        return Outcome.RETRY if attempt <= self.retries.after(code) else Outcome.FAILED


def plan(schemas: Path, inbox: Path = Path("inbox")) -> list[Task]:
    """Give the night's tasks, each after its upstream; the same contracts give the same list.

    Raises PlanError, with all problems at once, if a contract cannot be read or does not bear the
    name of its file, reads what is not there, or waits for itself.
    """
    problems: list[str] = []
    contracts = dict(_contracts(schemas, problems))
    reads = {table: _reads(table, contract, problems) for table, contract in contracts.items()}
    problems += _unknown_reads(schemas, reads)
    made = {table for table, found in reads.items() if _is_made(table, found)}
    edges = {
        table: {read if read in made else LOAD for read in reads[table] if read in reads}
        for table in reads
        if table in made
    }
    problems += [f"{' → '.join(cycle)}: a table waits for itself" for cycle in _cycles(edges)]
    if problems:
        raise PlanError(schemas, problems)

    tasks = [Task(LOAD, ("load", str(inbox)), goes_on_with_rejections=True)]
    tasks += [Task(table, _command(table), frozenset(edges[table])) for table in edges]
    awaited = frozenset[str]().union(*(task.upstream for task in tasks))
    last = frozenset(task.id for task in tasks) - awaited
    tasks.append(Task(PUBLISH, ("publish",), last))
    return _in_order(tasks)


def _contracts(schemas: Path, problems: list[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the contracts of all tables by the id their place gives them."""
    paths = [path for stage in STAGES for path in sorted((schemas / stage).glob("*.yml"))]
    if not paths:
        problems.append("there is no contract")
    for path in paths:
        table = f"{path.parent.name}.{path.stem}"
        contract = _contract(path, table, problems)
        if "shape" not in (contract.get("tags") or []):
            yield table, contract


def _contract(path: Path, table: str, problems: list[str]) -> Mapping[str, Any]:
    """Read one contract; of one that cannot be read, only that there is such a table is known."""
    try:
        contract = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        problems.append(f"{table}: not YAML, {' '.join(str(error).split())}")
        return _READS_NOTHING
    if not isinstance(contract, dict):
        problems.append(f"{table}: not a contract")
        return _READS_NOTHING
    for key in ("id", "name"):
        said = contract.get(key)
        if said is None:
            problems.append(f"{table}: has no {key}")
        elif said != table:
            problems.append(f"{table}: {key} is {said}, the file's place says {table}")
    return contract


def _reads(table: str, contract: Mapping[str, Any], problems: list[str]) -> list[str]:
    """Return the custom property ``reads`` of the contract's one table; empty if it has none."""
    try:
        properties = contract["schema"][0].get("customProperties", [])
        reads = [it["value"] for it in properties if it["property"] == "reads"]
    except (AttributeError, IndexError, KeyError, TypeError):
        problems.append(f"{table}: schema is not a list of one table with its properties")
        return []
    if not reads:
        return []
    if not isinstance(reads[0], list) or not all(isinstance(read, str) for read in reads[0]):
        problems.append(f"{table}: reads is not a list of tables")
        return []
    return reads[0]


def _unknown_reads(schemas: Path, reads: Mapping[str, list[str]]) -> Iterator[str]:
    for table, found in reads.items():
        for read in found:
            stage, _, name = read.partition(".")
            is_reference = stage == "reference" and (schemas / stage / f"{name}.csv").is_file()
            if not is_reference and read not in reads:
                yield f"{table}: reads {read}, which is no table"


def _is_made(table: str, reads: list[str]) -> bool:
    """Whether a task of its own makes the table: loading fills ``raw``, identities and ledgers.

    A table of the vault or of ``ops`` that reads others is made from them.
    """
    stage = _stage(table)
    return stage != "raw" and (stage not in ("vault", "ops") or bool(reads))


def _command(table: str) -> tuple[str, ...]:
    """Return what makes the table; what is made inside the vault has a command of its name."""
    stage, _, name = table.partition(".")
    return (name,) if stage == "vault" else ("build", table)


def _stage(table: str) -> str:
    return table.partition(".")[0]


def _cycles(edges: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Yield cycles until none is left, each cut where it was found."""
    left = {table: set(upstream) for table, upstream in edges.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            cycle: list[str] = error.args[1]
            yield cycle
            left[cycle[1]].discard(cycle[0])
        else:
            return


def _in_order(tasks: list[Task]) -> list[Task]:
    """Sort tasks after their upstream; of those that may come next, by stage and name."""
    by_id = {task.id: task for task in tasks}
    sorter = TopologicalSorter({task.id: task.upstream for task in tasks})
    sorter.prepare()
    ready: list[tuple[int, str]] = []
    ordered = []
    while sorter.is_active():
        for found in sorter.get_ready():
            heapq.heappush(ready, (STAGES.index(_stage(found)), found))
        _, following = heapq.heappop(ready)
        ordered.append(by_id[following])
        sorter.done(following)
    return ordered
