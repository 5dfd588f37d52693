"""How place names are written: one spelling for comparison, and what the words around a name say."""

from __future__ import annotations

import re
import string
import unicodedata

from raidline.memo import remembered

# Apostrophes and full stops are dropped, as in "O'Fallon" and "D.C."; other punctuation separates words.
_PUNCTUATION = str.maketrans({**dict.fromkeys(string.punctuation + "–—", " "), **dict.fromkeys("'’‘ʻʼ`.", "")})
_WHOLE_WORDS = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "twp": "township",
    "co": "county",
}

_COMPASS = {"n": "north", "no": "north", "s": "south", "so": "south", "e": "east", "w": "west"}
_LEADING = re.compile(
    r"(?P<what>city and county|city and borough|city|town|village|borough|township|county"
    r"|parish|municipality|municipio|state|commonwealth|territory)(?: of| de)(?: the)? (?P<name>.+)"
)
_TRAILING = re.compile(
    r"(?P<name>.+) (?P<what>city and county|city and borough|city|town|village|borough|township"
    r"|municipality|cdp|state)"
)


@remembered(8192)
def normalise(name: str) -> str:
    """Return the spelling for comparing names: lower case, no diacritics or punctuation, "saint" for "St."."""
    if name.isascii():
        if name.isalpha():
            return _WHOLE_WORDS.get(name.lower(), name.lower())
    else:
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = name.lower().translate(_PUNCTUATION).split()
    return " ".join([_WHOLE_WORDS.get(word, word) for word in words])


def rewordings(key: str) -> tuple[tuple[str, str], ...]:
    """Return what a normalised name may mean, as (name, designation): a city for "city of austin".

    The name itself comes first, with no designation; "county of travis" is "travis county", "n las vegas" is
    "north las vegas".
    """
    readings = [(key, "")]
    if match := _LEADING.fullmatch(key):
        name, what = match["name"], match["what"]
        readings.append((f"{name} {what}", "") if what in ("county", "parish") else (name, what))
    elif match := _TRAILING.fullmatch(key):
        readings.append((match["name"], match["what"]))
    first, _, rest = key.partition(" ")
    if rest and (compass := _COMPASS.get(first)):
        readings.append((f"{compass} {rest}", ""))
    if key.startswith("the "):
        readings.append((key[4:], ""))
    else:
        readings.append((f"the {key}", ""))
    return tuple(readings)
