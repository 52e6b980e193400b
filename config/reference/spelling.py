"""Vietnamese names of units: type and short name, the two places of a tone mark, comparison."""

import re
import unicodedata

# Of a name that begins so; the type is what stands before the proper name.
TYPES = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Phường", "Huyện", "Quận", "Xã")

ABBREVIATIONS = {
    "Quận": ("Q.",),
    "Huyện": ("H.",),
    "Thị xã": ("TX", "TX."),
    "Thành phố": ("TP", "TP.", "Tp."),
}

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OPEN = re.compile(rf"(?<![qQ])([ou])([{_TONES}]?)([aey])([{_TONES}]?)$", re.IGNORECASE)


def clean(name: str) -> str:
    """NFC, single blanks, a straight apostrophe, and the type in the case the lists use."""
    text = " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split())
    for unit_type in TYPES:
        if text.lower().startswith(unit_type.lower() + " "):
            return unit_type + text[len(unit_type) :]
    return text


def parts(name: str) -> tuple[str, str]:
    """Type and proper name: «Thị xã Sa Pa» is («Thị xã», «Sa Pa»)."""
    for unit_type in TYPES:
        if name.startswith(unit_type + " "):
            return unit_type, name[len(unit_type) + 1 :]
    raise ValueError(f"no type of unit: {name}")


def short(name: str) -> str:
    """The proper name; a number is none by itself, so «Quận 1» stays whole."""
    proper = parts(name)[1]
    return name if proper.isdigit() else proper


def other_tone(name: str) -> str:
    """The name with the mark of open oa, oe, uy in its other place: Hòa, Hoà; Thủy, Thuỷ."""
    return " ".join(_moved(word) for word in name.split(" "))


def _moved(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    found = _OPEN.search(letters)
    # Of the pairs o-a, o-e, u-y alone the mark has two places.
    if not found or (found[1] + found[3]).lower() not in ("oa", "oe", "uy"):
        return word
    if not found[2] and not found[4]:
        return word
    first, second = (found[4], found[2])
    return unicodedata.normalize(
        "NFC", letters[: found.start()] + found[1] + first + found[3] + second
    )


def same_tone(name: str) -> str:
    """A form equal for names that differ by the place of the tone mark, case or hyphens only."""
    text = unicodedata.normalize("NFD", name.lower()).replace("-", " ").replace("'", "")
    words = []
    for word in text.split():
        tones = "".join(c for c in word if c in _TONES)
        words.append("".join(c for c in word if c not in _TONES) + tones)
    return " ".join(words)


def without_marks(name: str) -> str:
    """Letters and digits alone: «Xã Ea H'Leo» is «xaeahleo»."""
    text = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in text if c.isalnum())


def aliases(name: str) -> list[str]:
    """What a district is also called: the other place of the tone mark, the type abbreviated."""
    unit_type, proper = parts(name)
    other = other_tone(proper)
    spellings = [proper] if other == proper else [proper, other]
    found = [] if other == proper else [f"{unit_type} {other}", other]
    for spelling in spellings:
        found += [f"{mark} {spelling}" for mark in ABBREVIATIONS[unit_type]]
    return found
