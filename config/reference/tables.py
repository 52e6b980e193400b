"""Reads and writes the CSV of `schemas/reference`: UTF-8, LF, header, RFC 4180 quoting."""

import csv
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REFERENCE = ROOT / "schemas" / "reference"
PACKAGES = ROOT / "build" / "reference"

# The day on which the rows of a file came to be known: that of the release which first held them.
KNOWN_FROM = "2026-11-21"

# Nothing is recorded before this day; it stands for «recorded from», not «founded on».
RECORDED_FROM = "2017-01-01"

# Since this day a commune lies in a province, and there are no districts.
TWO_TIERS = "2025-07-01"

UNIT = (
    *("region_key", "code", "name", "short_name", "unit_type", "level", "parent_key"),
    *("valid_from", "valid_to", "aliases", "decision", "source", "known_from", "known_to"),
)
EVENT = (
    *("event_id", "event_date", "kind", "predecessor_key", "successor_key", "share"),
    *("share_basis", "decision", "source", "known_from", "known_to"),
)

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """The rows of a file as text by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Writes the columns named, in their order; a row without one has it blank."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
