"""Whether a text says of a name that its person was arrested, hurt or killed, or how old."""

from __future__ import annotations

import re
from functools import cache

from raidline.privacy.capitals import Run
from raidline.privacy.evidence.wording import any_around, any_of

_REACH = 48  # characters before a name, and behind it
AGE_BEHIND = re.compile(
    r"\s*[,(]\s*(?:aged?\s+)?\d{1,2}\b(?!\s*(?:percent|%|st\b|th\b|people|years\s+ago))\s*(?:[,;).]|$)"
    r"|,\s+an?\s+\d{1,2}[-\s]year|\s+(?:was|is|had\s+been)\s+\d{2}(?=\s+and\b|\s+when\b|\s*[.,;])(?!,\d)"
)
_APPOSED = re.compile(  # "Ann Vale, a lawyer who came to watch, was held", "Ann Vale, a clerk, taken in Reno"
    r",\s+(?!and\b)[^,;:.!?()]{2,70}(?=,\s+(?!who\b))(?:,(?=\s+(?:was|were|is|are|has|had|gets?|got)\b))?"
)
_HOME = re.compile(r",?\s+(?:of|from)\s+[A-Z][\w.’'-]*(?:\s[A-Z][\w.&’'-]*)*(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)?(?=,?\s)")
_NO_HARM = (  # what befalls people in office: "held in contempt", "charged with overseeing it"
    r"\s+(?:in\s+contempt|liable|accountable|responsible|to\s+account|with\s+(?:overseeing|leading|running|enforcing|carrying\s+out))\b"
)
_DEGREE = re.compile(r",\s+(?:(?:[A-Z][a-z]?\.){2,}|Esq\.|PhD|MD|JD|RN),(?=\s)")
WAS = r"(?:was|were|is|are|be|been|being|got|gets|has\s+been|had\s+been)\s+(?:\w+ly\s+)?"


def is_harmed(text: str, run: Run) -> bool:
    """Whether a person was arrested, hurt or killed, or is told by an age, as nobody in office is."""
    return harm_of(text, run) is not None


def harm_of(text: str, run: Run) -> re.Match[str] | None:
    """Return the words that say so: what was done, or the age."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[past_home(text, run) :][:_REACH]
    if found := AGE_BEHIND.match(behind) or _taken_before().search(before) or taken_behind().match(behind):
        return found
    apposed = _APPOSED.match(text, run.end)
    return taken_behind().match(text[apposed.end() :][:_REACH]) if apposed else None


def past_home(text: str, run: Run) -> int:
    """Return where what is said of a name begins: behind "of Reno, Nevada," and behind ", M.D.," too."""
    degree = _DEGREE.match(text, run.end)
    end = degree.end() if degree else run.end
    home = _HOME.match(text, end)
    return home.end() if home else end


@cache
def _taken_before() -> re.Pattern[str]:
    """Match an arrest right before a name."""
    released_by = rf"(?:{any_around('not_the_one_taken')})\b"  # "released by lawyer Ann Vale"
    title = r"(?:(?:Rev|Dr|Mr|Mrs|Ms|Prof)\.\s+)?"
    who = rf"(?:the\s+)?(?:(?:(?!{released_by})[\w-]+\s+){{0,2}}(?:{any_of('no_office')})\.?\s+)?{title}"
    done = f"{any_of('taken')}|{any_of('handled')}|(?:{any_of('harms')})\\s+of"
    return re.compile(rf"\b(?:{done})(?::\s+|\s+){who}$", re.IGNORECASE)


@cache
def taken_behind() -> re.Pattern[str]:
    """Match an arrest right behind a name, in full or as headlines have it: "Ann Vale detained at bus stop"."""
    return re.compile(
        rf"(?:,\s+|\s+)(?:who\s+)?{WAS}(?:{any_of('taken')})\b(?!{_NO_HARM})"
        rf"|,\s+(?:{any_of('bare')})\b(?!{_NO_HARM})|\s+(?:{any_of('bare')})\b(?!{_NO_HARM})(?=\s+(?:{any_around('after_harm')})\b|\s*[.,;:(–—-]|\s*$)|\s+(?:dies|died)\b",
        re.IGNORECASE,
    )
