"""The sentences of one entry of a log or a live page, which its day or hour dates together: the first tells the most.

"Aug. 8, 1115. Demonstration at the courthouse. Street reopened 1240." is one happening.
"""

from __future__ import annotations

import re

from raidline.extract.decide.drafts import Telling
from raidline.extract.events.public_acts import names_a_body
from raidline.models import Kind

_HOUR = re.compile(r"\d{1,2}(?::\d\d|\s?[ap]\.?m)|noon|midnight", re.IGNORECASE)
_MOST = 3  # sentences behind the first
_TAIL = 2  # characters behind a verb of speech that ends its sentence


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


def are_news_of_two_hours(one: Telling, two: Telling) -> bool:
    """Whether two reports are what was said at two hours of a live page."""
    said = (one.draft.happening, two.draft.happening)
    if any(happening.kind is not Kind.STATEMENT or happening.timex.start < happening.timex.end for happening in said):
        return False
    if not all(names_a_body(told.draft.article.text, told.draft.sentence) for told in (one, two)):
        return False  # "They had no sheet," she told us
    hours = [happening.timex.text for happening in said]
    return hours[0] != hours[1] and all(_HOUR.match(hour) for hour in hours)


def opens_entry(telling: Telling, other: Telling) -> bool:
    """Whether of two reports of one entry this one stands before the other."""
    return telling.draft.number < other.draft.number and is_of_one_entry(telling, other)


def _says_little(telling: Telling) -> bool:
    happening, (_, end) = telling.draft.happening, telling.draft.sentence
    if happening.trigger.role == "say" and end - happening.trigger.end <= _TAIL:
        return True  # "They went in with a ram, two tenants say."
    return bool(happening.doubt) or (
        happening.kind is Kind.OTHER and happening.trigger.role in ("verb", "light", "act")
    )
