"""Which pairs of the conversion table are believed."""

import pytest
from conversion import Claim, Old, fails, is_whole, judged

HERE = Old("00001", "Phường 4", "Thành phố Tân An", "Tỉnh Long An", "794")
THERE = Old("00002", "Phường 4", "Thành phố Tây Ninh", "Tỉnh Tây Ninh", "703")


def claim(
    old: Old, target: str, confirmed: bool | None, distance: float | None = 1.0, names: int = 2
) -> Claim:
    return Claim(old, target, names, distance, confirmed)


@pytest.mark.parametrize(
    ("pair", "rivals", "reason"),
    [
        (claim(HERE, "a", True, 90.0), [], ""),
        (claim(HERE, "a", False, 90.0, names=1), [], ""),
        (claim(HERE, "a", False), [claim(THERE, "a", True)], "namesake"),
        (claim(HERE, "a", None, 15.1), [], "namesake-far"),
        (claim(HERE, "a", None, 15.0), [], ""),
        (claim(HERE, "a", False, 5.0), [claim(THERE, "a", False, 4.9)], "namesake-nearer"),
        (claim(HERE, "a", False, 5.0), [claim(THERE, "a", False, 5.1)], ""),
        (claim(HERE, "a", False, None), [claim(THERE, "a", None, None)], ""),
    ],
)
def test_a_namesake_needs_a_second_source_or_nearness(
    pair: Claim, rivals: list[Claim], reason: str
) -> None:
    assert fails(pair, rivals) == reason


def test_namesakes_that_share_their_targets_are_told_apart() -> None:
    claims = {
        HERE: [claim(HERE, "a", True), claim(HERE, "b", False, 91.0)],
        THERE: [claim(THERE, "a", False, 91.0), claim(THERE, "b", True)],
    }
    kept, failed = judged(claims)
    assert {old: [c.target for c in pairs] for old, pairs in kept.items()} == {
        HERE: ["a"],
        THERE: ["b"],
    }
    assert all(is_whole(pairs) for pairs in kept.values())
    assert sorted((c.old.code, c.target, why) for c, why in failed) == [
        ("00001", "b", "namesake"),
        ("00002", "a", "namesake"),
    ]


def test_one_target_left_without_a_second_source_is_not_believed() -> None:
    claims = {HERE: [claim(HERE, "a", None), claim(HERE, "b", None, 91.0)]}
    kept, failed = judged(claims)
    assert kept == {}
    assert sorted((c.target, why) for c, why in failed) == [
        ("a", "unconfirmed"),
        ("b", "namesake-far"),
    ]


def test_an_undivided_commune_is_whole_unless_contradicted() -> None:
    assert is_whole([claim(HERE, "a", None)])
    assert not is_whole([claim(HERE, "a", False)])
    assert not is_whole([claim(HERE, "a", True), claim(HERE, "b", True)])
