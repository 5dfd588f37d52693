"""Streets that are named like towns: "at Alameda and Temple streets", "on Hanover" beside "Hanover Avenue"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym

_ON_IT = re.compile(r"\b(?:on|along|down|off|(?:corner|foot|end)\sof|at\s[A-Z][\w.]*\sand)\s$")
_CROSSED = re.compile(r"\sand\s[A-Z]")  # "at Hanover and Maxwell"
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?"
_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|(?:Fir|Seco|Thi|Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf)(?:st|nd|rd|th))"
_STREETS = r"\s(?:streets|avenues|roads|boulevards|drives|lanes|Streets|Avenues|Roads|Boulevards|Sts\.?|Aves\.?)\b"
_CORNER = r"\b(?:corner|intersection|junction)\sof\s"
_ONE_OF_TWO = re.compile(rf"\sand\s(?:{_NAME}{_STREETS}|{_ORDINAL}\b)")  # behind the first of two that cross
_OTHER_OF_TWO = re.compile(rf"(?:\bat\s|{_CORNER}){_ORDINAL}\s(?:[A-Z]\w+\s)?and\s$")
_AT_A_CORNER = re.compile(rf"{_CORNER}(?:{_NAME}\sand\s)?$")
_COUNTIES = re.compile(rf"\sand\s{_NAME}\s(?:counties|Counties)\b")
_BEFORE = ("on ", "along ", "down ", "off ", "of ", "and ", "at ", "near ")


def without_streets(text: str, toponyms: Iterable[Toponym]) -> Iterator[Toponym]:
    """Yield the toponyms but streets: those that cross, or that the article calls one by its full name elsewhere."""
    for one in toponyms:
        if not (
            _crosses(one)
            or (
                _is_where_a_street_is(one) and any(f"{one.text} {word}" in text for word in placewords.table("streets"))
            )
        ):
            yield one


def _crosses(one: Toponym) -> bool:
    """Whether two streets cross there: "Alameda and Temple streets", "the corner of Fresno and Fourth"."""
    if one.strength is Strength.SURE:
        return False
    if one.left.endswith("and "):
        if _OTHER_OF_TWO.search(one.left) or _AT_A_CORNER.search(one.left):
            return not one.right.startswith(" count")
        return re.match(_STREETS, one.right) is not None
    if not one.right.startswith(" and "):
        return False
    return bool(_ONE_OF_TWO.match(one.right) or _AT_A_CORNER.search(one.left)) and not _COUNTIES.match(one.right)


def _is_where_a_street_is(one: Toponym) -> bool:
    if one.strength is Strength.SURE or not one.left.endswith(_BEFORE):  # spares time
        return False
    is_crossed = one.left.endswith(("at ", "near ")) and _CROSSED.match(one.right)
    return bool(is_crossed or _ON_IT.search(one.left))
