"""Spelling of names of units."""

import pytest
import spelling


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("Hoà Bình", "Hòa Bình"),
        ("Bình Thuỷ", "Bình Thủy"),
        ("Lóe", "Loé"),
        ("Quý", "Quý"),
        ("Hoàng Hoa", "Hoàng Hoa"),
        ("Tây Mỗ", "Tây Mỗ"),
    ],
)
def test_the_mark_of_an_open_pair_has_two_places(name: str, other: str) -> None:
    assert spelling.other_tone(name) == other
    assert spelling.same_tone(name) == spelling.same_tone(other)


def test_a_number_is_no_name_by_itself() -> None:
    assert spelling.short("Quận 1") == "Quận 1"
    assert spelling.short("Thị xã Sa Pa") == "Sa Pa"


def test_types_and_apostrophes_are_set_right() -> None:
    assert spelling.clean("Thị Xã  Việt Yên") == "Thị xã Việt Yên"
    assert spelling.clean("Xã Ea H’Leo") == "Xã Ea H'Leo"


def test_names_that_differ_by_a_mark_stay_apart() -> None:
    assert spelling.same_tone("Minh Quán") != spelling.same_tone("Minh Quân")
    assert spelling.same_tone("Tân Thành") != spelling.same_tone("Tân Thạnh")
    assert spelling.without_marks("Đắk R'lấp") == "dakrlap"
    assert spelling.without_marks("Xã Minh Quán") == spelling.without_marks("Xã Minh Quân")


def test_a_district_is_also_called_by_its_abbreviations() -> None:
    assert spelling.aliases("Huyện Mộc Hóa") == [
        *("Huyện Mộc Hoá", "Mộc Hoá", "H. Mộc Hóa", "H. Mộc Hoá"),
    ]
    assert spelling.aliases("Thị xã Sơn Tây") == ["TX Sơn Tây", "TX. Sơn Tây"]
