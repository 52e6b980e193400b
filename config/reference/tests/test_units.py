"""Laws of the files of administrative units, and counts and cases known from elsewhere."""

import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from tables import RECORDED_FROM, REFERENCE, Row, read

UNITS = read(REFERENCE / "region.csv") + read(REFERENCE / "commune.csv")
EVENTS = read(REFERENCE / "region_succession.csv") + read(REFERENCE / "commune_succession.csv")
MEMBERSHIP = read(REFERENCE / "region_membership.csv")
QUARANTINE = read(REFERENCE / "commune_quarantine.csv")

FOREVER = "9999-12-31"
KNOWN = [row for row in UNITS if not row["known_to"]]
BY_KEY = {row["region_key"]: row for row in KNOWN}
SAME_UNIT = ("change_of_status", "rename", "recode")
LETTER = {"socio_economic_region": "R", "province": "P", "district": "D", "commune": "C"}


def valid(row: Row, day: str) -> bool:
    return row["valid_from"] <= day <= (row["valid_to"] or FOREVER)


def count(level: str, day: str) -> int:
    return sum(row["level"] == level and valid(row, day) for row in KNOWN)


def next_day(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1))


@pytest.mark.parametrize(
    ("level", "day", "expected"),
    [
        ("province", "2017-01-01", 63),
        ("province", "2025-06-30", 63),
        ("province", "2025-07-01", 34),
        ("province", "2026-09-20", 34),
        ("socio_economic_region", "2017-01-01", 6),
        ("socio_economic_region", "2025-07-01", 6),
        ("district", "2017-01-01", 713),
        ("district", "2018-01-01", 713),
        ("district", "2019-12-31", 713),
        ("district", "2020-03-01", 707),
        ("district", "2021-01-01", 705),
        ("district", "2024-08-31", 705),
        ("district", "2024-09-01", 704),
        ("district", "2025-01-01", 696),
        ("district", "2025-06-30", 696),
        ("district", "2025-07-01", 0),
        ("commune", "2019-10-06", 11160),
        ("commune", "2021-07-10", 10599),
        ("commune", "2025-06-30", 10035),
        ("commune", "2025-07-01", 3321),
        ("commune", "2026-09-20", 3321),
    ],
)
def test_counts_are_the_official_ones(level: str, day: str, expected: int) -> None:
    assert count(level, day) == expected


@pytest.mark.parametrize(
    ("day", "types"),
    [
        ("2025-07-01", {"xã": 2621, "phường": 687, "đặc khu": 13}),
        ("2026-04-30", {"xã": 2611, "phường": 697, "đặc khu": 13}),
        ("2026-09-20", {"xã": 2599, "phường": 709, "đặc khu": 13}),
    ],
)
def test_communes_of_today_by_type(day: str, types: dict[str, int]) -> None:
    rows = [row for row in KNOWN if row["level"] == "commune" and valid(row, day)]
    assert Counter(row["unit_type"] for row in rows) == types


def test_keys_are_unique_and_say_code_and_first_day() -> None:
    assert len(BY_KEY) == len(KNOWN)
    for row in KNOWN:
        if row["level"] != "nation":
            letter = LETTER[row["level"]]
            assert row["region_key"] == f"{letter}{row['code']}@{row['valid_from']}"


def test_no_two_rows_of_a_code_on_one_day() -> None:
    spans: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in KNOWN:
        spans[row["level"], row["code"]].append(row)
    for rows in spans.values():
        rows.sort(key=lambda row: row["valid_from"])
        for one, other in pairwise(rows):
            assert one["valid_to"], one
            assert one["valid_to"] < other["valid_from"], other


def test_validity_is_a_span() -> None:
    for row in KNOWN:
        assert RECORDED_FROM <= row["valid_from"] <= (row["valid_to"] or FOREVER), row
        assert row["known_from"], row


def test_what_ends_has_an_event_and_what_begins_too() -> None:
    ended = {(e["predecessor_key"], e["event_date"]) for e in EVENTS}
    begun = {(e["successor_key"], e["event_date"]) for e in EVENTS}
    new = []
    for row in KNOWN:
        if row["valid_to"]:
            assert (row["region_key"], next_day(row["valid_to"])) in ended, row
        first = (row["region_key"], row["valid_from"])
        if row["valid_from"] != RECORDED_FROM and first not in begun:
            new.append(row["region_key"])
    # Made of parts of others that the lists do not tell.
    assert [key for key in new if key[0] != "C"] == []
    assert len(new) <= 10, new


def test_parents_stand_from_the_first_day_to_the_last() -> None:
    heir = {e["predecessor_key"]: e["successor_key"] for e in EVENTS if e["kind"] in SAME_UNIT}
    for row in KNOWN:
        if row["level"] == "nation":
            continue
        parent = BY_KEY[row["parent_key"]]
        assert valid(parent, row["valid_from"]), row
        while not valid(parent, row["valid_to"] or FOREVER):
            parent = BY_KEY[heir[parent["region_key"]]]


def test_a_predecessor_ends_the_day_before_and_a_successor_stands() -> None:
    ids = Counter((e["event_id"], e["predecessor_key"]) for e in EVENTS)
    assert max(ids.values()) == 1
    for event in EVENTS:
        old = BY_KEY[event["predecessor_key"]]
        assert next_day(old["valid_to"]) == event["event_date"], event
        if event["successor_key"]:
            new = BY_KEY[event["successor_key"]]
            assert valid(new, event["event_date"]), event
            standing = new["valid_from"] < event["event_date"]
            assert not standing or event["kind"] in ("merge", "split"), event


def test_successions_of_regions_stay_among_regions() -> None:
    keys = {row["region_key"] for row in read(REFERENCE / "region.csv")} | {""}
    for event in read(REFERENCE / "region_succession.csv"):
        assert {event["predecessor_key"], event["successor_key"]} <= keys, event


def test_shares_add_up_to_one_or_none_is_known() -> None:
    shares: defaultdict[str, list[str]] = defaultdict(list)
    for event in EVENTS:
        shares[event["predecessor_key"]].append(event["share"])
        basis = {"1": "whole", "": "undetermined" if event["successor_key"] else ""}
        assert event["share_basis"] == basis[event["share"]], event
        assert (event["kind"] == "abolish") == (not event["successor_key"]), event
    for key, parts in shares.items():
        assert parts == ["1"] or not any(parts), key


def test_quarantined_claims_are_no_successions() -> None:
    pairs = {(e["predecessor_key"], e["successor_key"]) for e in EVENTS}
    assert len(QUARANTINE) == 31
    for claim in QUARANTINE:
        pair = (claim["predecessor_key"], claim["claimed_successor_key"])
        assert {*pair} <= BY_KEY.keys()
        assert pair not in pairs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Two «Phường 4» of one new province, 91 km apart.
        ("C27691@2017-01-01", "Phường Long An"),
        ("C25462@2017-01-01", "Phường Tân Ninh"),
        ("C00001@2017-01-01", "Phường Hồng Hà"),
        ("D755@2017-01-01", "Đặc khu Côn Đảo"),
        ("D536@2017-01-01", "Đặc khu Lý Sơn"),
        ("D207@2017-01-01", "Đặc khu Cô Tô"),
        ("D204@2017-01-01", "Thành phố Hạ Long"),
        ("D151@2017-01-01", "Thành phố Hòa Bình"),
        ("D762@2017-01-01", "Thành phố Thủ Đức"),
        ("D526@2017-01-01", "Huyện Trà Bồng"),
        ("D405@2017-01-01", "Thành phố Thanh Hóa"),
        ("R5@2017-01-01", "Vùng Đông Nam Bộ"),
    ],
)
def test_went_whole(old: str, new: str) -> None:
    (event,) = (e for e in EVENTS if e["predecessor_key"] == old)
    assert event["share"] == "1"
    assert BY_KEY[event["successor_key"]]["name"] == new


def test_a_district_of_several_communes_has_no_heir() -> None:
    (event,) = (e for e in EVENTS if e["predecessor_key"] == "D794@2017-01-01")
    assert (event["kind"], event["successor_key"]) == ("abolish", "")


@pytest.mark.parametrize(
    ("day", "sizes"),
    [
        ("2017-01-01", [14, 11, 14, 5, 6, 13]),
        ("2024-12-31", [14, 11, 14, 5, 6, 13]),
        ("2025-06-30", [14, 11, 14, 5, 6, 13]),
        ("2025-07-01", [9, 6, 5, 6, 3, 5]),
        ("2026-09-20", [9, 6, 5, 6, 3, 5]),
    ],
)
def test_every_province_lies_in_one_region(day: str, sizes: list[int]) -> None:
    members = [row for row in MEMBERSHIP if valid(row, day)]
    provinces = [r["region_key"] for r in KNOWN if r["level"] == "province" and valid(r, day)]
    assert sorted(row["province_key"] for row in members) == sorted(provinces)
    per_region = Counter(row["socio_economic_region_key"] for row in members)
    assert [per_region[key] for key in sorted(per_region)] == sizes
    assert all(valid(BY_KEY[key], day) for key in per_region)


def test_a_membership_stays_within_its_province_and_region() -> None:
    for row in MEMBERSHIP:
        for key in (row["province_key"], row["socio_economic_region_key"]):
            assert valid(BY_KEY[key], row["valid_from"]), row
            assert valid(BY_KEY[key], row["valid_to"] or FOREVER), row


def test_names_are_nfc_and_begin_with_their_type() -> None:
    for row in KNOWN:
        text = row["name"] + row["aliases"]
        assert unicodedata.is_normalized("NFC", text)
        assert "  " not in text
        if row["level"] in ("district", "commune"):
            assert row["name"].lower().startswith(row["unit_type"].split(" thuộc")[0] + " "), row
            assert row["name"].endswith(row["short_name"])


def test_each_period_keeps_its_spelling() -> None:
    assert BY_KEY["D709@2020-02-01"]["name"] == "Thị xã Hòa Thành"
    assert BY_KEY["C25645@2025-07-01"]["name"] == "Phường Hoà Thành"
    assert BY_KEY["C25645@2025-07-01"]["aliases"] == "Phường Hòa Thành"
