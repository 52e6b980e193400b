"""make bench-pathway: persons followed and all indicators, built by us and by DuckDB, in one run.

A generated ministry in which every province reports persons is loaded once. Then, each a process
of its own:
- full: star and indicator tables from the clean ones, all for the first time;
- DuckDB: bridge_learner to tally and the sums of areas, by the same SQL (pathway_duck.py), over the
  clean tables at the version that was read;
- a night in which nothing came;
- one province-year corrected: a file of a register comes again without its last person, for each
  register in turn.

Tables are timed by ops.build. Both must have counted the same, or there are no figures. Aims of the
design, at scale 0.1 and ten years: full at most 3 x DuckDB; the night at most 10 s; a correction,
above the night, at most 5 % of the full time.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import deltalake
import duckdb

HOUSE = Path(__file__).resolve().parents[2]
BY_DUCKDB = re.compile(
    r"star\.(bridge_learner|fct_(recognition|application|schooling|training|spell|pathway))"
    r"|indicator\.(tally|observation)"
)
CORRECTED = ["graduate", "enrolment", "grade10_admission", "vocational_enrolment"]


class Run(NamedTuple):
    """What one process took, and what it said."""

    seconds: float
    processor: float
    megabytes: float
    said: str

    def __str__(self) -> str:
        """Without what it said."""
        return (
            f"{self.seconds:7.1f} s, {self.processor:7.1f} s of processor, {self.megabytes:5.0f} MB"
        )


def _process(*command: str | Path) -> Run:
    """Runs a command; findings (1) are no failure."""
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE)
    said = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {process.returncode}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(time.monotonic() - started, processor, usage.ru_maxrss / 1024, said)


def _asked(home: Path, table: str, sql: str) -> list[Any]:
    """Rows of a query over {table}, as it stands."""
    files = deltalake.DeltaTable(home / "tables" / table.replace(".", "/")).file_uris()
    source = f"read_parquet({files}, hive_partitioning = true)"
    return duckdb.connect().execute(sql.format(table=source)).fetchall()


def _builds(home: Path, before: int) -> list[Any]:
    """Table, seconds, rows and slices of each build but the first ones."""
    return _asked(
        home,
        "ops.build",
        "SELECT table_id, epoch_ms(finished_at - started_at) / 1000, rows_written, slices"
        f" FROM {{table}} ORDER BY finished_at OFFSET {before}",
    )


def _told(built: list[Any]) -> None:
    for table, seconds, rows, slices in sorted(built, key=lambda it: -it[1])[:25]:
        print(f"  {table:32} {seconds:7.1f} s {rows:12,} rows  {slices[:60]}", flush=True)


def _compare(ours: list[list[Any]], theirs: list[list[Any]]) -> None:
    """Tells each sum that is not the same: indicator, part, cohort, numerator, denominator."""
    here, there = ({tuple(row[:3]): row[3:] for row in rows} for rows in (ours, theirs))
    other = [key for key in sorted({*here, *there}) if here.get(key) != there.get(key)]
    if other:
        print(f"NOT THE SAME: {len(other)} of {len(there)} sums, ours and DuckDB's:")
    for key in other:
        print(f"  {key}: {here.get(key)} {there.get(key)}")


class Bench:
    """A home and the commands it is driven by."""

    def __init__(self, folder: Path) -> None:
        self.ministry = folder / "ministry"
        self.home = folder / "home"

    def _ours(self, *arguments: str | Path) -> Run:
        return _process(HOUSE / "phanluong", "--lang", "en", "--home", self.home, *arguments)

    def build(self, label: str) -> tuple[float, list[Any]]:
        """Builds what is due and tells how long it took."""
        before = len(_builds(self.home, 0)) if (self.home / "tables/ops/build").exists() else 0
        run = self._ours("build")
        built = _builds(self.home, before)
        tables = sum(each[1] for each in built)
        print(f"{label:38} {run}; {len(built)} tables {tables:.1f} s", flush=True)
        return run.seconds, built

    def load(self, scale: float, years: str, only: str) -> None:
        """Makes the country and takes its registers in."""
        if not self.ministry.exists():
            assumed: list[str | Path] = [
                option
                for year in (2021, 2022, 2023, 2024)
                for option in ("--assume", f"reports_persons_by:{year}=1")
            ]
            command: list[str | Path] = ["generate", self.ministry]
            command += ["--scale", str(scale), "--seed", "2026"]
            _process(HOUSE / "phanluong", *command, "--years", years, *assumed)
        if (self.home / "tables/raw/graduate").exists():
            return
        if not self.home.exists():
            self._ours("init")
        # So many names are more than one command line holds; a folder of links to them is one.
        registers = self.home.parent / "registers"
        files = [
            file
            for file in sorted(self.ministry.glob("files/**/*"))
            if file.is_file()
            and not re.search("exam_result|_count_", file.name)
            and re.search(only, file.name)
        ]
        for file in files:
            link = registers / file.relative_to(self.ministry / "files")
            link.parent.mkdir(parents=True, exist_ok=True)
            if not link.exists():
                link.hardlink_to(file)
        print(f"{len(files)} files loaded: {self._ours('load', registers)}", flush=True)

    def correct(self, dataset: str, year: int) -> None:
        """Sends the largest plain file that stands of a register and year without its last line."""
        # A list takes the place of what its reporter added to one before it, so the last is sent.
        rows = _asked(
            self.home,
            "ops.submission",
            "SELECT file_name[:10], split_part(reporter_code, '@', 1) FROM (SELECT * FROM {table}"
            f" WHERE dataset = '{dataset}' AND period = {year} AND status LIKE '%accepted%'"
            " AND coverage <> 'correction'"
            " QUALIFY sequence = max(sequence) OVER (PARTITION BY reporter_code))"
            " WHERE file_name LIKE '%.csv' AND coverage = 'full'"
            " ORDER BY rows_accepted DESC LIMIT 1",
        )
        # The ledger masks words of a file's name, but for its day.
        day, reporter = rows[0]
        (file,) = self.ministry.glob(f"files/**/{day}_{dataset}_{year}_{reporter}_*.csv")
        lines = file.read_bytes().rstrip().split(b"\n")
        again = self.home.parent / "again" / file.name
        again.parent.mkdir(exist_ok=True)
        again.write_bytes(b"\n".join(lines[:-1]) + b"\n")
        self._ours("load", again)

    def sums(self) -> list[list[Any]]:
        """Persons of every linked indicator and cohort, as the tally has them."""
        rows = _asked(
            self.home,
            "indicator.tally",
            "SELECT indicator_id, part, cohort_year::INT, sum(numerator)::BIGINT,"
            " sum(denominator)::BIGINT FROM {table} WHERE breakdown = '' AND method = 'linked'"
            " GROUP BY ALL ORDER BY ALL",
        )
        return [list(row) for row in rows]


def main() -> None:
    """One run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--scale", type=float, default=0.01)
    options.add_argument("--years", default="2021-2030")
    options.add_argument("--only", default="", help="files whose name matches: fewer provinces")
    options.add_argument("--anew", action="store_true", help="forget what an earlier run loaded")
    asked = options.parse_args()
    if asked.anew:
        shutil.rmtree(asked.folder, ignore_errors=True)
    asked.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(asked.folder)
    bench.load(asked.scale, asked.years, asked.only)
    _, built = bench.build("full")
    later = [each for each in built if each[0].startswith(("star.", "indicator."))]
    _told(later)
    full = sum(each[1] for each in later)
    same = sum(each[1] for each in later if BY_DUCKDB.fullmatch(each[0]))
    script = HOUSE / "config/bench/pathway_duck.py"
    run = _process(sys.executable, script, bench.home)
    duck = json.loads(run.said)
    theirs = sum(duck["seconds"].values())
    ours = bench.sums()
    _compare(ours, duck["sums"])
    steps = ", ".join(f"{name} {each:.1f}" for name, each in duck["seconds"].items())
    print(f"{'DuckDB':38} {run}; tables {theirs:.1f} s: {steps}")
    print(f"star and indicator {full:.1f} s; of these DuckDB's tables {same:.1f} s,", end=" ")
    print(f"ratio {same / theirs:.2f} (aim 3)")
    night, _ = bench.build("nothing came")
    year = (int(asked.years[:4]) + int(asked.years[-4:])) // 2
    for dataset in CORRECTED:
        bench.correct(dataset, year)
        seconds, built = bench.build(f"one province-year of {dataset}")
        _told(built)
        above = seconds - night
        print(
            f"  above the night {above:.1f} s, {above / full:.0%} of star and indicator (aim 5 %)"
        )


if __name__ == "__main__":
    main()
