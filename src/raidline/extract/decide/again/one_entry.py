"""The sentences of one entry of a log or a live page, which its day or hour dates together: the first tells the most.

"Aug. 8, 1115. Demonstration at the courthouse. Street reopened 1240." is one happening.
"""

from __future__ import annotations

from raidline.extract.decide.drafts import Telling
from raidline.models import Kind

_MOST = 3  # sentences behind the first


def is_of_one_entry(one: Telling, two: Telling) -> bool:
    """Whether the entry of one paragraph tells both, and one of them says little or the same kind of act."""
    a, b = one.draft, two.draft
    timexes = (a.happening.timex, b.happening.timex)
    if any(timex.start < timex.end for timex in timexes) or timexes[0].text != timexes[1].text:
        return False
    (first, second) = sorted((a.sentence, b.sentence))
    if abs(a.number - b.number) > _MOST or "\n" in a.article.text[first[1] : second[0]]:
        return False
    return a.happening.kind is b.happening.kind or _says_little(one) or _says_little(two)


def opens_entry(telling: Telling, other: Telling) -> bool:
    """Whether of two reports of one entry this one stands before the other."""
    return telling.draft.number < other.draft.number and is_of_one_entry(telling, other)


def _says_little(telling: Telling) -> bool:
    happening = telling.draft.happening
    return bool(happening.doubt) or (
        happening.kind is Kind.OTHER and happening.trigger.role in ("verb", "light", "act")
    )
