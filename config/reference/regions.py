"""The socio-economic regions: their rows, their provinces through time, what became of them.

No region keeps its key on 1/7/2025: the provinces were merged across the old boundaries, so that
even those that keep their name hold other land (Vĩnh Phúc left the Red River Delta, Bắc Giang
joined it; Long An left the Mekong Delta for the South East).
"""

from collections import defaultdict

from tables import HERE, KNOWN_FROM, TWO_TIERS, Row, read

_DECISIONS = {
    False: ("Nghị quyết 81/2023/QH15", "Nghị quyết 81/2023/QH15; vùng thống kê trước đó như vậy"),
    True: (
        "Nghị quyết 306/NQ-CP",
        "Nghị quyết 306/NQ-CP ngày 05/10/2025, dùng cho thống kê từ ngày có 34 tỉnh",
    ),
}


def _days(region: Row) -> tuple[str, str]:
    return region["region_key"].split("@")[1], region["valid_to"]


def units() -> list[Row]:
    """One row per region and validity."""
    found = []
    for region in read(HERE / "socio_economic_region.csv"):
        start, end = _days(region)
        decision, source = _DECISIONS[start == TWO_TIERS]
        found.append(
            {
                "region_key": region["region_key"],
                "code": region["region_key"].split("@")[0].removeprefix("R"),
                "name": region["name"],
                "short_name": region["short_name"],
                "unit_type": "vùng kinh tế - xã hội",
                "level": "socio_economic_region",
                "parent_key": "VN",
                "valid_from": start,
                "valid_to": end,
                "aliases": region["aliases"],
                "decision": decision,
                "source": source,
                "known_from": KNOWN_FROM,
            }
        )
    return found


def members(provinces: list[Row]) -> list[Row]:
    """In which region a province lay from when to when."""
    found = []
    for region in read(HERE / "socio_economic_region.csv"):
        start, end = _days(region)
        for province in provinces:
            if province["code"] not in region["provinces"].split("|"):
                continue
            first = max(start, province["valid_from"])
            last = min(filter(None, (end, province["valid_to"])), default="")
            if not last or first <= last:
                found.append(
                    {
                        "province_key": province["region_key"],
                        "socio_economic_region_key": region["region_key"],
                        "valid_from": first,
                        "valid_to": last,
                        "decision": _DECISIONS[start == TWO_TIERS][0],
                        "known_from": KNOWN_FROM,
                    }
                )
    return sorted(found, key=lambda row: (row["province_key"], row["valid_from"]))


def successions(membership: list[Row], events: list[Row]) -> list[Row]:
    """Old region → the regions in which its provinces lie since 1/7/2025.

    A region all of whose provinces came into one goes whole; of the others no share is known.
    """
    became = {
        e["predecessor_key"]: e["successor_key"] for e in events if e["event_date"] == TWO_TIERS
    }
    now = {
        m["province_key"]: m["socio_economic_region_key"]
        for m in membership
        if m["valid_from"] == TWO_TIERS
    }
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for member in membership:
        if member["valid_to"] == "2025-06-30":
            key = member["province_key"]
            targets[member["socio_economic_region_key"]].add(now[became.get(key, key)])
    return [
        _event(old, new, len(found) == 1)
        for old, found in sorted(targets.items())
        for new in sorted(found)
    ]


def _event(old: str, new: str, whole: bool) -> Row:
    decision = _DECISIONS[True][0]
    return {
        "event_id": f"{TWO_TIERS}/NQ306/{old[:2]}" + ("" if whole else f"-{new[:2]}"),
        "event_date": TWO_TIERS,
        "kind": "merge" if whole else "split",
        "predecessor_key": old,
        "successor_key": new,
        "share": "1" if whole else "",
        "share_basis": "whole" if whole else "undetermined",
        "decision": decision,
        "source": decision,
        "known_from": KNOWN_FROM,
    }
