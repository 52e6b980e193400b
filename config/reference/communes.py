"""The communes from 1/1/2017 to 30/6/2025, as far as eight lists tell.

Two neighbouring lists bound a change; `dating.csv` says which day it is given.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from districts import SAME_UNIT, by_code, day_before
from lists import Snapshot, database
from spelling import parts, same_tone, short, without_marks
from tables import HERE, KNOWN_FROM, RECORDED_FROM, TWO_TIERS, Row, read


@dataclass
class State:
    """What a code stood for from a day on."""

    start: str
    name: str
    district: str
    seen_in: str
    decision: str
    spellings: set[str] = field(default_factory=set)


@dataclass
class Life:
    """The states of a code, and the last day of the last one."""

    states: list[State]
    end: str = day_before(TWO_TIERS)
    end_decision: str = ""
    gone_in: str = ""


class Dating:
    """The day given to a change by the list that shows it first, its province and district."""

    def __init__(self, districts: list[Row]) -> None:
        self._days = {
            (r["seen_in"], r["province"], r["district"]): (r["event_date"], r["decision"])
            for r in read(HERE / "dating.csv")
        }
        self._spans = by_code(districts)

    def of(self, seen_in: str, district: str) -> tuple[str, str]:
        """Day and decision, of the most particular rule that fits."""
        province = self._spans[district][0]["parent_key"][1:3]
        keys = ((seen_in, province, district), (seen_in, province, ""), (seen_in, "", ""))
        return next(self._days[key] for key in keys if key in self._days)

    def move(self, after: Snapshot, old: str, new: str) -> tuple[str, str]:
        """Day of a move: that on which its district ended or another began, if one did."""
        day, decision = self.of(after.id, new)
        for row in self._spans[old]:
            if row["valid_to"] == day_before(TWO_TIERS):
                continue
            if row is self._spans[old][-1] and row["valid_to"] < after.listed_on:
                return _next_day(row["valid_to"]), decision
        first = self._spans[new][0]["valid_from"]
        return (first, decision) if first != RECORDED_FROM else (day, decision)


def _next_day(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1))


def mended(lists: list[Snapshot]) -> list[Snapshot]:
    """The lists without their known faults.

    What a list leaves out though the lists before and after it have it stands as in the later;
    `mend.csv` holds codes that were corrected in the list after.
    """
    found = [lists[0]]
    for at, snapshot in enumerate(lists[1:-1], start=1):
        before, after = found[-1].communes, lists[at + 1].communes
        communes = dict(snapshot.communes)
        for code in before.keys() & after.keys() - communes.keys():
            name, district = after[code]
            stays = before[code][1] in snapshot.districts
            communes[code] = (name, before[code][1] if stays else district)
        for row in read(HERE / "mend.csv"):
            if row["list"] == snapshot.id:
                communes.pop(row["code"], None)
                if row["name"]:
                    communes[row["code"]] = (row["name"], row["district"])
        found.append(Snapshot(snapshot.id, snapshot.listed_on, snapshot.districts, communes))
    return [*found, lists[-1]]


def lives(lists: list[Snapshot], dating: Dating) -> dict[str, Life]:
    """What each code stood for."""
    found = {
        code: Life([State(RECORDED_FROM, name, district, lists[0].id, "")])
        for code, (name, district) in lists[0].communes.items()
    }
    for before, after in pairwise(lists):
        for code, (_, district) in before.communes.items():
            if code not in after.communes:
                day, decision = dating.of(after.id, district)
                life = found[code]
                life.end, life.end_decision, life.gone_in = day_before(day), decision, after.id
        for code, (name, district) in after.communes.items():
            if code in before.communes:
                _step(found[code], (name, district), after, dating)
            else:
                day, decision = dating.of(after.id, district)
                found[code] = Life([State(day, name, district, after.id, decision)])
    return found


def _step(life: Life, unit: tuple[str, str], after: Snapshot, dating: Dating) -> None:
    name, district = unit
    state = life.states[-1]
    moved = district != state.district
    if not moved and without_marks(name) == without_marks(state.name):
        if name != state.name:
            state.spellings.add(name)
        return
    if moved:
        day, decision = dating.move(after, state.district, district)
    else:
        day, decision = dating.of(after.id, district)
    life.states.append(State(day, name, district, after.id, decision))


def rows(found: dict[str, Life], districts: list[Row]) -> Iterator[Row]:
    """One row per commune and validity; cut where its district ended otherwise than by a name."""
    spans = by_code(districts)
    for code, life in sorted(found.items()):
        ends = [day_before(state.start) for state in life.states[1:]] + [life.end]
        for state, end in zip(life.states, ends, strict=True):
            for start, last, parent in _cuts(spans[state.district], state.start, end):
                yield _row(code, state, (start, last), parent)


def _cuts(spans: list[Row], start: str, end: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    ended_by = {e["event_date"]: e["kind"] for e in _events(spans[0]["code"])}
    for span in spans:
        first, last = max(start, span["valid_from"]), min(end, span["valid_to"])
        if first > last:
            continue
        if found and ended_by.get(span["valid_from"]) in SAME_UNIT:
            found[-1] = (found[-1][0], last, found[-1][2])
        else:
            found.append((first, last, span["region_key"]))
    return found


def _events(code: str) -> list[Row]:
    return [e for e in read(HERE / "district_event.csv") if e["predecessor_code"] == code]


def _row(code: str, state: State, days: tuple[str, str], parent: str) -> Row:
    return {
        "region_key": f"C{code}@{days[0]}",
        "code": code,
        "name": state.name,
        "short_name": short(state.name),
        "unit_type": parts(state.name)[0].lower(),
        "level": "commune",
        "parent_key": parent,
        "valid_from": days[0],
        "valid_to": days[1],
        "aliases": "|".join(sorted(state.spellings)),
        "decision": state.decision,
        "source": state.seen_in,
        "known_from": KNOWN_FROM,
    }


def heirs(found: dict[str, Life], last: Snapshot) -> dict[str, str]:
    """The commune of the last list that bears a vanished one among its former names.

    Only inside its district or what that became, and only if one commune and one vanished name
    answer to it: the package writes former names without marks.
    """
    former: defaultdict[str, set[str]] = defaultdict(set)
    select = "SELECT wardCode, wardAlias FROM admin_units_legacy WHERE wardAlias <> ''"
    for code, names in database().execute(select):
        for name in json.loads(names):
            former[name].add(code)
    became = _became()
    gone = {code: life for code, life in found.items() if life.gone_in}
    wanted = {code: without_marks(life.states[-1].name) for code, life in gone.items()}
    shared = Counter((gone[code].states[-1].district, name) for code, name in wanted.items())
    result = {}
    for code, name in wanted.items():
        district = gone[code].states[-1].district
        fit = {c for c in former[name] if last.communes[c][1] in became(district)}
        if len(fit) == 1 and shared[district, name] == 1:
            result[code] = fit.pop()
    return result


class _Became:
    def __init__(self) -> None:
        self._next: defaultdict[str, set[str]] = defaultdict(set)
        for event in read(HERE / "district_event.csv"):
            self._next[event["predecessor_code"]].add(event["successor_code"])

    def __call__(self, code: str) -> set[str]:
        found, new = {code}, {code}
        while new:
            new = set().union(*(self._next[c] for c in new)) - found
            found |= new
        return found


def _became() -> _Became:
    return _Became()


def successions(found: dict[str, Life], units: list[Row], heir: dict[str, str]) -> Iterator[Row]:
    """The events until 30/6/2025; a commune with no known heir is abolished into nothing."""
    spans = by_code(units)
    merged = {(heir[code], _next_day(found[code].end)) for code in heir}
    for code, own in sorted(spans.items()):
        for old, new in pairwise(own):
            kind = _kind(old, new, merged)
            yield _event(
                kind, old, new["region_key"], (new["valid_from"], new["decision"], new["source"])
            )
        life = found[code]
        if not life.gone_in:
            continue
        day = _next_day(life.end)
        target = _standing(spans.get(heir.get(code, ""), []), day)
        # A: the successor is known by a former name alone.
        how = (day, life.end_decision, life.gone_in + (" A" if target else ""))
        yield _event("merge" if target else "abolish", own[-1], target, how)


def _kind(old: Row, new: Row, merged: set[tuple[str, str]]) -> str:
    if (new["code"], new["valid_from"]) in merged:
        return "merge"
    if same_tone(old["short_name"]) != same_tone(new["short_name"]):
        return "rename"
    return "transfer" if old["unit_type"] == new["unit_type"] else "change_of_status"


def _standing(spans: list[Row], day: str) -> str:
    keys = [row["region_key"] for row in spans if row["valid_from"] <= day <= row["valid_to"]]
    return keys[0] if keys else ""


def _event(kind: str, old: Row, successor: str, how: tuple[str, str, str]) -> Row:
    day, decision, seen_in = how
    return {
        "event_id": f"{day}/{old['code']}",
        "event_date": day,
        "kind": kind,
        "predecessor_key": old["region_key"],
        "successor_key": successor,
        "share": "1" if successor else "",
        "share_basis": "whole" if successor else "",
        "decision": decision,
        "source": seen_in,
        "known_from": KNOWN_FROM,
    }
