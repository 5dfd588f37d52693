"""Whether a name is that of a publisher: by the site of a report, or by its words."""

from __future__ import annotations

from functools import cache

from raidline import lexicon
from raidline.importing.wording.bodies import is_person
from raidline.importing.wording.placenames import plain_place
from raidline.places.lookup import decided

_SHORT = 3  # letters of a name that a site may have by chance
_MOST = 5  # words of a name
_FEWEST = 2  # letters of initials
_LONG = 4  # letters of a word that titles in capitals write with one
_SMALL = ("of", "the", "and", "de", "del", "la", "el")


def is_called_like(name: str, site: str) -> bool:
    """Whether a site is called like a publisher: "The Oak Courier" and oakcourier.example."""
    plain = "".join(filter(str.isalnum, name.lower().removeprefix("the ")))
    return len(plain) > _SHORT and plain in "".join(filter(str.isalnum, site.lower()))


def may_publish(name: str, site: str) -> bool:
    """Whether a name beside a headline is its publisher's: it ends in a word for one, or its site is short for it.

    Each of its words begins with a capital; the site begins with their initials: "Oak Valley Bureau", ovbnews.example.
    """
    words = name.removeprefix("The ").split()
    if not 0 < len(words) <= _MOST or not all(word[:1].isupper() or word.lower() in ("of", "the") for word in words):
        return False
    host = "".join(filter(str.isalnum, site.lower().removeprefix("www.").rpartition(".")[0]))
    plain = ["".join(filter(str.isalnum, word.lower())) for word in words]
    initials = "".join(word[:1] for word in plain)
    if len(words) > 1 and plain[-1] in _words("last"):
        return True
    acronym = plain[0] if len(words) == 1 and name.isupper() else ""
    return any(
        len(one) >= _FEWEST and host.startswith(one) for one in (acronym, initials if len(words) > _FEWEST else "")
    )


def is_named_beside(name: str, headline: str) -> bool:
    """Whether of two texts one is a name in capitals and the other a headline in small letters.

    A name is of two words or more, or one that names of papers end in, and of no place and no person; "Live updates" is
    none either.
    """
    words = name.strip(" .,").split()
    capital = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    fewest = 1 if words and words[0].lower() in _words("last") else _FEWEST
    if not fewest <= len(words) <= _MOST or not capital or not _words("kickers").isdisjoint(map(str.lower, words)):
        return False
    small = [word for word in headline.split() if len(word) >= _LONG and word.isalpha() and word.islower()]
    return bool(small) and not is_person(name) and decided(plain_place(name.strip(" .,"))) is None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("outlets")[name])
