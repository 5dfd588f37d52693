"""Readers of times of the day, with the day they belong to."""

from __future__ import annotations

from raidline.extract.timex import calendar, relative
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.periods import Period
from raidline.extract.timex.tense import sentence_start


def time(found: Found, context: Context) -> Meaning | None:
    """10 p.m. Wednesday, 2:58 PM ET, noon; on the day named beside it, or the publication day."""
    clock = _hours(found)
    if clock is None:
        return None
    day = _day(found, context)
    if day is None or day.period is None:
        named = day.value if day else "XXXX-XX-XX"
        return meaning(context, found, None, f"{named}T{clock}", "a time of an unknown day")
    result = meaning(context, found, day.period, "", f"at {clock}; the day: {day.how}", clock=clock)
    return result


def _day(found: Found, context: Context) -> Meaning | None:
    if found.has("m"):
        return calendar.date_(found, context)
    if found.has("wd"):
        return calendar.weekday(found, context)
    if found.has("when"):
        return relative.deictic(found, context)
    reference = context.reference
    if reference and reference.unit == "D" and context.reference_at >= sentence_start(found.tokens, found.start):
        return meaning(context, found, reference, "", "the day named before in the sentence")
    if context.anchor is None:
        return None
    return meaning(context, found, Period("D", context.anchor), "", "the publication day")


def _hours(found: Found) -> str | None:
    noon = found.value("noon", "noon")
    if noon:
        return noon
    if found.has("hhmm"):
        digits = found.word("hhmm")
        return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 and digits[:2] < "25" and digits[2:] < "60" else None
    hour_text, _, minutes = (found.word("clock") or found.word("hour")).partition(":")
    hour = int(hour_text)
    mark = "".join(c for c in found.word("ampm") if c.isalpha())
    if "afternoon" in mark or "evening" in mark or "night" in mark or mark.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif mark.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (minutes and int(minutes[:2]) > 59):
        return None
    return f"{hour:02}:{minutes or '00'}"
