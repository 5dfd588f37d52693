"""Whether a name is that of a publisher: by the site of a report, or by its words."""

from __future__ import annotations

from functools import cache

from raidline import lexicon

_SHORT = 3  # letters of a name that a site may have by chance
_MOST = 5  # words of a name
_FEWEST = 2  # letters of initials


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
    if len(words) > 1 and plain[-1] in _last_words():
        return True
    acronym = plain[0] if len(words) == 1 and name.isupper() else ""
    return any(
        len(one) >= _FEWEST and host.startswith(one) for one in (acronym, initials if len(words) > _FEWEST else "")
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(lexicon.load("outlets")["last"])
