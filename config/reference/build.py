"""Writes the files of units in `schemas/reference` from the packages and the hand-kept files.

`region.csv` and `region_succession.csv`: nation and provinces are hand-kept there, their other
rows written anew. The four others are written whole.
"""

import communes
import conversion
import districts
import lists
import regions
from spelling import other_tone, parts, short
from tables import EVENT, HERE, KNOWN_FROM, REFERENCE, TWO_TIERS, UNIT, Row, read, write

MEMBERSHIP = (
    *("province_key", "socio_economic_region_key", "valid_from", "valid_to", "decision"),
    *("known_from", "known_to"),
)
QUARANTINE = (
    *("predecessor_key", "claimed_successor_key", "distance_km", "reason_code", "reason"),
    *("source", "known_from", "known_to"),
)
_HAND_KEPT = ("nation", "province")


def communes_of_today(provinces: list[Row]) -> tuple[list[Row], list[Row]]:
    """The communes since 1/7/2025 with their changes of status, and those events."""
    later = {row["code"]: row for row in read(HERE / "amendment.csv")}
    rows: list[Row] = []
    events: list[Row] = []
    for code, (name, province) in sorted(lists.two_tiers().items()):
        parent = districts.on(provinces, province, TWO_TIERS)["region_key"]
        row = _today(code, name, TWO_TIERS, parent)
        rows.append(row)
        if code not in later:
            continue
        change = later[code]
        day, decision = change["event_date"], change["decision"]
        row["valid_to"] = districts.day_before(day)
        parent = districts.on(provinces, province, day)["region_key"]
        new = _today(code, change["name"], day, parent) | {"decision": decision}
        rows.append(new)
        events.append(
            {
                "event_id": f"{day}/{code}",
                "event_date": day,
                "kind": "change_of_status",
                "predecessor_key": row["region_key"],
                "successor_key": new["region_key"],
                "share": "1",
                "share_basis": "whole",
                "decision": decision,
                "source": decision,
                "known_from": KNOWN_FROM,
            }
        )
    return rows, events


def _today(code: str, name: str, day: str, parent: str) -> Row:
    unit_type = parts(name)[0]
    other = other_tone(parts(name)[1])
    return {
        "region_key": f"C{code}@{day}",
        "code": code,
        "name": name,
        "short_name": short(name),
        "unit_type": unit_type.lower(),
        "level": "commune",
        "parent_key": parent,
        "valid_from": day,
        "aliases": "" if f"{unit_type} {other}" == name else f"{unit_type} {other}",
        "decision": "Quyết định 19/2025/QĐ-TTg",
        "source": "N25",
        "known_from": KNOWN_FROM,
    }


def main() -> None:
    """Writes the six files."""
    snapshots = communes.mended(lists.three_tiers())
    kept = [row for row in read(REFERENCE / "region.csv") if row["level"] in _HAND_KEPT]
    provinces = [row for row in kept if row["level"] == "province"]
    events = [
        r for r in read(REFERENCE / "region_succession.csv") if r["predecessor_key"][0] == "P"
    ]
    district_rows = districts.units(snapshots)

    lives = communes.lives(snapshots, communes.Dating(district_rows))
    old = list(communes.rows(lives, district_rows))
    heirs = communes.heirs(lives, snapshots[-1])
    new, status = communes_of_today(provinces)
    last = {row["code"]: row for row in old if row["valid_to"] == districts.day_before(TWO_TIERS)}
    table = conversion.Table()
    believed, failed = conversion.judged(table.claims())
    write(REFERENCE / "commune.csv", UNIT, old + new)
    converted = conversion.successions(believed, last, lists.two_tiers())
    earlier = communes.successions(lives, old, heirs)
    whole = conversion.whole_districts(believed, table)
    of_districts = districts.successions(district_rows, whole, table.islands)
    # The level of the successor decides the file: the keys of each resolve in the list beside it.
    into_communes = [row for row in of_districts if row["successor_key"].startswith("C")]
    write(
        REFERENCE / "commune_succession.csv",
        EVENT,
        [*earlier, *converted, *into_communes, *status],
    )
    rows = conversion.quarantine(failed, last)
    write(REFERENCE / "commune_quarantine.csv", QUARANTINE, rows)

    membership = regions.members(provinces)
    write(REFERENCE / "region_membership.csv", MEMBERSHIP, membership)
    region_rows = [*kept[:1], *regions.units(), *provinces, *district_rows]
    write(REFERENCE / "region.csv", UNIT, [_known(row) for row in region_rows])
    events += [row for row in of_districts if row not in into_communes]
    events += regions.successions(membership, events)
    events.sort(key=lambda row: (row["event_date"], row["event_id"]))
    write(REFERENCE / "region_succession.csv", EVENT, [_known(row) for row in events])


def _known(row: Row) -> Row:
    return row | {"known_from": row.get("known_from") or KNOWN_FROM}


if __name__ == "__main__":
    main()
