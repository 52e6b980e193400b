"""Old communes to new ones on 1/7/2025, and the claims of the conversion table that fail.

The table names the members of a new commune by name inside its new province. Where two old
communes of one province bear one name («Phường 4» of Tân An and of Tây Ninh), it gives each the
targets of both. Such a claim needs a second source, or must lie near.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fetch import folder
from lists import Units, database, second_source
from spelling import same_tone
from tables import HERE, KNOWN_FROM, TWO_TIERS, Row, read

_DECISION = "Quyết định 19/2025/QĐ-TTg"

# Kilometres: a claim on one of several namesakes that lies further from all other targets of its
# district is not believed. Of undivided communes 99 in 100 lie within 19 km of their target.
_FAR = 15.0


@dataclass(frozen=True)
class Old:
    """A commune of 30/6/2025: code, names of itself, district and province, old district code."""

    code: str
    name: str
    district: str
    province: str
    district_code: str


@dataclass(frozen=True)
class Claim:
    """A pair of the table; distance in km to the nearest sure target of the old district."""

    old: Old
    target: str
    namesakes: int
    distance: float | None
    confirmed: bool | None


class Table:
    """The conversion table by codes."""

    def __init__(self) -> None:
        base = database()
        self.points: dict[str, tuple[float, float]] = {}
        self.names: dict[str, tuple[str, str]] = {}
        self._new: dict[tuple[str, str], str] = {}
        for code, name, province, province_key, key, lat, lon in base.execute(
            "SELECT wardCode, ward, province, provinceKey, wardKey, wardLat, wardLon"
            " FROM admin_units"
        ):
            self.points[code] = (lat, lon)
            self.names[code] = (province, name)
            self._new[province_key, key] = code
        self.old: dict[str, Old] = {}
        self.islands: dict[str, str] = {}
        for row in base.execute(
            "SELECT provinceKey || '_' || districtKey || '_' || coalesce(wardKey, ''),"
            " wardCode, ward, district, province, districtCode FROM admin_units_legacy"
        ):
            key, code, name, district, province, district_code = row
            self.old[key] = Old(code or "", name or "", district, province, district_code)
        self.targets = self._targets()

    def _targets(self) -> dict[Old, list[str]]:
        (row,) = (row for row in read(HERE / "snapshot.csv") if row["id"] == "L25")
        root = folder(row["package"], row["version"]) / "vietnamadminunits" / "data"
        text = json.loads((root / "converter_2025.json").read_text(encoding="utf-8"))
        found: defaultdict[Old, list[str]] = defaultdict(list)
        for province, communes in text["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for key, members in communes.items():
                for member in members:
                    found[self.old[member]].append(self._new[province, key])
        for province, divided in text["DICT_PROVINCE_WARD_DIVIDED"].items():
            for member, parts in divided.items():
                found[self.old[member]] += [self._new[province, p["newWardKey"]] for p in parts]
        for old in [old for old in found if not old.code]:
            self.islands[old.district_code] = found.pop(old)[0]
        return found

    def claims(self) -> dict[Old, list[Claim]]:
        """Every pair with what speaks for it."""
        named = second_source()
        province_of = {old: self.names[t[0]][0] for old, t in self.targets.items()}
        namesakes = Counter((p, same_tone(old.name)) for old, p in province_of.items())
        sure: defaultdict[str, set[str]] = defaultdict(set)
        for old, targets in self.targets.items():
            if len(targets) == 1:
                sure[old.district_code].add(targets[0])
        found = {}
        for old, targets in self.targets.items():
            key = (same_tone(old.province), same_tone(old.district), same_tone(old.name))
            seen = named.get(key)
            count = namesakes[province_of[old], same_tone(old.name)]
            found[old] = [
                Claim(
                    old,
                    target,
                    count,
                    self._distance(target, sure[old.district_code]),
                    None if seen is None else self._name(target) in seen,
                )
                for target in targets
            ]
            if len(targets) == 1 and seen is not None and seen != {self._name(targets[0])}:
                found[old] = [Claim(old, targets[0], count, None, False)]
        return found

    def _name(self, code: str) -> tuple[str, str]:
        province, name = self.names[code]
        return same_tone(province), same_tone(name)

    def _distance(self, target: str, others: set[str]) -> float | None:
        # Of an undivided commune's own target the distance is nought, and rightly so.
        return min((kilometres(self.points[target], self.points[o]) for o in others), default=None)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (degrees north, east)."""
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def fails(claim: Claim, rivals: list[Claim]) -> str:
    """Why a pair of a divided commune is not believed, or nothing.

    rivals: the pairs of its namesakes with the same target.
    """
    if claim.namesakes < 2 or claim.confirmed:  # noqa: PLR2004
        return ""
    if any(rival.confirmed for rival in rivals):
        return "namesake"
    if claim.distance is not None and claim.distance > _FAR:
        return "namesake-far"
    nearer = [r.distance for r in rivals if r.distance is not None]
    if claim.distance is not None and nearer and min(nearer) < claim.distance:
        return "namesake-nearer"
    return ""


REASONS = {
    "namesake": "Nguồn thứ hai ghi cho xã trùng tên. A second source names its namesake, not it.",
    "namesake-far": "Trùng tên, cách xa các xã mới của huyện cũ. A namesake's, and far away.",
    "namesake-nearer": "Trùng tên; xã trùng tên ở gần hơn. Its namesake lies nearer.",
    "unconfirmed": "Còn một xã mới nhưng nguồn thứ hai không xác nhận. The one target left is"
    " not confirmed.",
}


def judged(
    claims: dict[Old, list[Claim]],
) -> tuple[dict[Old, list[Claim]], list[tuple[Claim, str]]]:
    """The pairs believed, and those not with the reason."""
    by_target: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for pairs in claims.values():
        for claim in pairs:
            by_target[claim.target, same_tone(claim.old.name)].append(claim)
    kept: dict[Old, list[Claim]] = {}
    failed: list[tuple[Claim, str]] = []
    for old, pairs in claims.items():
        if len(pairs) == 1:
            kept[old] = pairs
            continue
        good = []
        for claim in pairs:
            rivals = [c for c in by_target[claim.target, same_tone(old.name)] if c.old != old]
            reason = fails(claim, rivals)
            if reason:
                failed.append((claim, reason))
            else:
                good.append(claim)
        if len(good) == 1 and not good[0].confirmed:
            failed.append((good.pop(), "unconfirmed"))
        if good:
            kept[old] = good
    return kept, failed


def is_whole(pairs: list[Claim]) -> bool:
    """True if all went to one commune and the second source does not say otherwise."""
    return len(pairs) == 1 and pairs[0].confirmed is not False


def successions(kept: dict[Old, list[Claim]], keys: dict[str, Row], new: Units) -> Iterator[Row]:
    """The events of 1/7/2025; keys: the row of 30/6/2025 by code."""
    sizes = Counter(pair.target for pairs in kept.values() for pair in pairs)
    for old, pairs in sorted(kept.items(), key=lambda item: item[0].code):
        whole = is_whole(pairs)
        for claim in pairs:
            row = keys[old.code]
            alone = whole and sizes[claim.target] == 1
            yield {
                "event_id": f"{TWO_TIERS}/{old.code}" + ("" if whole else f"-{claim.target}"),
                "event_date": TWO_TIERS,
                "kind": _kind(row["name"], new[claim.target][0], whole, alone),
                "predecessor_key": row["region_key"],
                "successor_key": f"C{claim.target}@{TWO_TIERS}",
                "share": "1" if whole else "",
                "share_basis": "whole" if whole else "undetermined",
                "decision": _DECISION,
                "source": "C2" if claim.confirmed else "C1",
                "known_from": KNOWN_FROM,
            }


def _kind(old: str, new: str, whole: bool, alone: bool) -> str:
    if not whole:
        return "split"
    if not alone:
        return "merge"
    if same_tone(old) == same_tone(new):
        return "transfer"
    bare = [same_tone(name).split(" ", 1)[1] for name in (old, new)]
    return "change_of_status" if bare[0] == bare[1] else "rename"


def quarantine(failed: list[tuple[Claim, str]], keys: dict[str, Row]) -> Iterator[Row]:
    """The pairs not believed, for `commune_quarantine.csv`."""
    for claim, reason in sorted(failed, key=lambda item: (item[0].old.code, item[0].target)):
        yield {
            "predecessor_key": keys[claim.old.code]["region_key"],
            "claimed_successor_key": f"C{claim.target}@{TWO_TIERS}",
            "distance_km": "" if claim.distance is None else f"{claim.distance:.1f}",
            "reason_code": reason,
            "reason": REASONS[reason],
            "source": "C1",
            "known_from": KNOWN_FROM,
        }


def whole_districts(kept: dict[Old, list[Claim]], table: Table) -> dict[str, str]:
    """Old district → key of the one new commune that took all of it."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for old in table.targets:
        pairs = kept.get(old, [])
        targets[old.district_code] |= {p.target for p in pairs} if is_whole(pairs) else {"", "?"}
    for district, target in table.islands.items():
        targets[district] = {target}
    return {d: f"C{min(t)}@{TWO_TIERS}" for d, t in targets.items() if len(t) == 1}
