"""Members of religious orders: "Father Ann Vale", "Sisters Ann Vale and Bo Reed", who are no relatives."""

from __future__ import annotations

import re
from collections.abc import Callable

_HIS_PARISH = re.compile(r"[\w-]+['’]s\s+(?:parish|church|congregation|diocese|flock)\b")
_BEFORE = 60  # characters before a name in which a title may stand
_LISTED = 100  # characters before a name in which its list may begin
_NAME = r"[A-ZÀ-Þ][\w’'-]*\.?(?:\s+(?:de\s+|la\s+)*[A-ZÀ-Þ][\w’'-]*\.?){1,3}"
_CLERIC = re.compile(
    r"(?<![\w’'-])(?<!\b[Ee]l )(?<!\b[Dd]el )(?<!\bal )"
    r"(Father|Mother|Sister|Brother|Fr\.|Br\.|Sr\.|Sor|Padre|Hna\.|Hno\.)"
    r"\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)  # and not "el Sr. Vale", who is a mister
_PADRE = re.compile(
    r"\b(?:[Ee]l|[Dd]el|[Aa]l)\s+padre\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)  # and not "su padre Ann Vale"
_CLERICS = re.compile(
    rf"\b(?P<order>Fathers|Sisters|Brothers)\s+(?P<names>{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})+)"
)
_JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_OF_FAITH = re.compile(  # what tells that brothers are monks
    r"\b(?:monks?|[Nn]uns?|friars?|monaster\w+|abbey|priory|convent|Franciscans?|Benedictines?|Jesuits?|Order\s+of|Mass|Masses|prayers?|rosary|vespers|chapel)\b"
)


def is_cleric(text: str, start: int, *, same_sentence: Callable[[str], str]) -> bool:
    """Whether "Father" or "Sister" before a name that ends with the word at `start` is a title.

    A capital makes it one within a sentence, or before a sentence with a stop. Several are of an order if each has a
    surname of her own: sisters by birth share one.
    """
    if _is_of_an_order(text, start) or _PADRE.search(text, max(0, start - _BEFORE), start):
        return True
    found = _CLERIC.search(text, max(0, start - _BEFORE), start)
    if found is None or (found[1] == "Mother" and not _OF_FAITH.search(text)):
        return False
    return (
        "." in found[1]
        or found[1] == "Mother"
        or bool(_HIS_PARISH.match(text, start))
        or bool(same_sentence(text[: found.start()]).strip())
        or text.rstrip().endswith(".")
    )


def _is_of_an_order(text: str, start: int) -> bool:
    for found in _CLERICS.finditer(text, max(0, start - _LISTED)):
        if found.start("names") <= start < found.end("names"):
            surnames = [name.split()[-1] for name in _JOINT.split(found["names"])]
            is_kin = len(set(surnames)) < len(surnames)
            return not is_kin and (found["order"] != "Brothers" or bool(_OF_FAITH.search(text)))
    return False
