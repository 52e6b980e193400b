"""The districts of 1/1/2017 to 30/6/2025 and what became of them.

The list of 2019 and `district_event.csv` give the rows; the later lists must agree with them.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from lists import Snapshot
from spelling import aliases, parts, same_tone, short
from tables import HERE, KNOWN_FROM, RECORDED_FROM, TWO_TIERS, Row, read

LIST = "Danh mục hành chính của Cục Thống kê (danhmuchanhchinh.gso.gov.vn)"
_FIRST = "Quyết định 124/2004/QĐ-TTg"
_UNCHANGED = f"{_FIRST} và các lần cập nhật danh mục"
_ABOLITION = "Luật 72/2025/QH15; Nghị quyết 203/2025/QH15"

# A unit that is followed by another in one of these ways remains the parent of its communes.
SAME_UNIT = ("change_of_status", "rename", "recode")


def day_before(day: str) -> str:
    """The last day of what ends when `day` begins."""
    return str(date.fromisoformat(day) - timedelta(days=1))


def on(rows: Iterable[Row], code: str, day: str) -> Row:
    """The row of a code on a day. Raises LookupError if there is none."""
    for row in rows:
        last = row["valid_to"] or "9999-12-31"
        if row["code"] == code and row["valid_from"] <= day <= last:
            return row
    raise LookupError(f"{code} on {day}")


def units(lists: list[Snapshot]) -> list[Row]:
    """One row per district and validity, by province, code and day."""
    first = lists[0]
    events = read(HERE / "district_event.csv")
    names: dict[str, list[tuple[str, str, str]]] = {}
    provinces = {code: province for code, (_, province) in first.districts.items()}
    for code, (name, _) in first.districts.items():
        early = [e["name_before"] for e in events if e["predecessor_code"] == code]
        names[code] = [(RECORDED_FROM, next(filter(None, early), name), "")]
    ends: dict[str, str] = {}
    for event in events:
        old, new = event["predecessor_code"], event["successor_code"]
        if event["name"]:
            provinces.setdefault(new, provinces[old])
            step = (event["event_date"], event["name"], event["decision"])
            names.setdefault(new, [])
            if step not in names[new]:
                names[new].append(step)
        if old != new and not _goes_on(old, event, events):
            ends[old] = day_before(event["event_date"])
    rows = [
        row
        for code, steps in names.items()
        for row in _rows(code, provinces[code], steps, ends.get(code, day_before(TWO_TIERS)))
    ]
    for row in rows:
        row["aliases"] = "|".join([*aliases(row["name"]), *_spellings(row, lists)])
    return sorted(rows, key=lambda row: (row["parent_key"][1:3], row["code"], row["valid_from"]))


def _spellings(row: Row, lists: list[Snapshot]) -> list[str]:
    """How a list spells the name otherwise than by the place of the tone mark: «Quy Nhơn»."""
    known = {same_tone(row["name"])}
    found = []
    for snapshot in lists:
        if not row["valid_from"] <= snapshot.listed_on <= row["valid_to"]:
            continue
        name = snapshot.districts.get(row["code"], (row["name"], ""))[0]
        if same_tone(name) not in known:
            known.add(same_tone(name))
            found += [name, short(name)]
    return found


def _goes_on(code: str, event: Row, events: list[Row]) -> bool:
    """True if the code stands also after an event that gives part of it to another code."""
    return any(
        other["event_date"] == event["event_date"]
        and other["predecessor_code"] == other["successor_code"] == code
        for other in events
    )


def _rows(code: str, province: str, steps: list[tuple[str, str, str]], end: str) -> list[Row]:
    found = []
    for index, (start, name, decision) in enumerate(steps):
        last = day_before(steps[index + 1][0]) if index + 1 < len(steps) else end
        whole_time = start == RECORDED_FROM and last == day_before(TWO_TIERS)
        found.append(
            {
                "region_key": f"D{code}@{start}",
                "code": code,
                "name": name,
                "short_name": short(name),
                "unit_type": _type(name, province),
                "level": "district",
                "parent_key": _province_key(province, start),
                "valid_from": start,
                "valid_to": last,
                "decision": decision or (_UNCHANGED if whole_time else _FIRST),
                "source": LIST,
                "known_from": KNOWN_FROM,
            }
        )
    return found


def _type(name: str, province: str) -> str:
    unit_type = parts(name)[0].lower()
    if unit_type != "thành phố":
        return unit_type
    under = "thành phố trực thuộc trung ương" if province in ("31", "79") else "tỉnh"
    return f"thành phố thuộc {under}"


def _province_key(province: str, day: str) -> str:
    # Huế became a city on 1/1/2025; no other province changed while there were districts.
    if province == "46" and day >= "2025-01-01":
        return "P46@2025-01-01"
    return f"P{province}@{RECORDED_FROM}"


def successions(rows: list[Row], whole: dict[str, str], bare: Iterable[str]) -> list[Row]:
    """The events of the districts.

    `whole` names, for districts that went whole into one commune on 1/7/2025, its key. A
    district without communes is that commune by another status.
    """
    found = []
    events = read(HERE / "district_event.csv")
    for event in events:
        day = event["event_date"]
        old = on(rows, event["predecessor_code"], day_before(day))
        new = on(rows, event["successor_code"], day)
        number = event["decision"].removeprefix("Nghị quyết ").split("/")[0]
        tail = "" if event["kind"] != "split" else f"-{event['successor_code']}"
        found.append(
            {
                "event_id": f"{day}/NQ{number}/{old['code']}{tail}",
                "event_date": day,
                "kind": event["kind"],
                "predecessor_key": old["region_key"],
                "successor_key": new["region_key"],
                "share": "" if event["kind"] == "split" else "1",
                "share_basis": "undetermined" if event["kind"] == "split" else "whole",
                "decision": event["decision"],
                "source": LIST,
                "known_from": KNOWN_FROM,
            }
        )
    last = [row for row in rows if row["valid_to"] == day_before(TWO_TIERS)]
    for row in last:
        kind = "change_of_status" if row["code"] in bare else "merge"
        found.append(_end(row, whole.get(row["code"], ""), kind))
    return found


def _end(row: Row, successor: str, kind: str) -> Row:
    return {
        "event_id": f"{TWO_TIERS}/L72/{row['code']}",
        "event_date": TWO_TIERS,
        "kind": kind if successor else "abolish",
        "predecessor_key": row["region_key"],
        "successor_key": successor,
        "share": "1" if successor else "",
        "share_basis": "whole" if successor else "",
        "decision": _ABOLITION,
        "source": LIST,
        "known_from": KNOWN_FROM,
    }


def by_code(rows: list[Row]) -> dict[str, list[Row]]:
    """The rows of each code, by day."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["code"]].append(row)
    return found
