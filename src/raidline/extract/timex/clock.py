"""Reader for times of day, with the day they belong to."""

from __future__ import annotations

from dataclasses import replace

from raidline.extract.timex import asides, days, relative, weekdays
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.cues import sentence_start
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.periods import Period

_REACH = 200  # tokens behind the name of a day in which a report still tells of it
_WEEK = 7  # days around publication, of which a report tells throughout
_HOURS_AND_MINUTES = 4  # figures of a time such as 1430 GMT


def time(found: Found, context: Context) -> Meaning | None:
    """Read 10 p.m. Wednesday, 2:58 PM ET, noon: on the day named beside it, else named before, else of writing."""
    clock = _clock(found)
    if clock is None:
        return None
    day = _day(found, context)
    if day is None or day.period is None:
        return unplaced(found, day.value if day else "XXXX-XX-XX", "a time of an unknown day", clock)
    read = meaning(context, found, day.period, f"at {clock}; the day: {day.how}", clock)
    return replace(read, edtf=day.period.edtf) if found.mod == "APPROX" else read  # "about 5 a.m. Monday" is on Monday


def _day(found: Found, context: Context) -> Meaning | None:
    if found.has("m"):
        return days.month_and_day(found, context)
    if found.has("d"):
        return days.day_of_month(found, context)
    if found.has("wd"):
        return weekdays.weekday(found, context)
    if found.has("when"):
        return relative.deictic(found, context)
    return _day_told(found, context)


def _day_told(found: Found, context: Context) -> Meaning | None:
    """Return the day named before, else that of publication; None if the text leaves open which one it is."""
    reference, named_at = _told_last(found, context)
    if reference is None or found.start - named_at > _REACH:
        return meaning(context, found, context.today, "the day of publication") if context.today else None
    sentence = sentence_start(found.tokens, found.start)
    if reference.unit == "D" and named_at >= sentence:
        return meaning(context, found, reference, "the day named before in the sentence")
    told_now = named_at >= sentence_start(found.tokens, max(0, sentence - 1))
    if reference.unit == "D" and (told_now or _same_paragraph(found, named_at) or _recent(reference, context)):
        return meaning(context, found, reference, "the day told of before")
    if reference.unit == "D" or told_now:  # a day long before, or a day of a month: which one, the text leaves open
        return None
    return meaning(context, found, context.today, "the day of publication") if context.today else None


def _told_last(found: Found, context: Context) -> tuple[Period | None, int]:
    """Return the date named last and where; of "He died Sunday, the jail said Wednesday" that of the act."""
    if len(context.named) > 1:
        act, words = context.named[-2:]
        later = words.at == context.reference_at < sentence_start(found.tokens, found.start)
        if later and act.period.unit == "D" and asides.is_attributed(found.tokens, act.at, words.at):
            return act.period, act.at
    return context.reference, context.reference_at


def _recent(day: Period, context: Context) -> bool:
    return context.anchor is None or abs((day.first - context.anchor).days) <= _WEEK


def _same_paragraph(found: Found, at: int) -> bool:
    tokens = found.tokens
    return "\n" not in tokens.text[tokens.starts[at] : tokens.starts[found.start]]


def _clock(found: Found) -> str | None:
    """Return hours and minutes; None if there is no such time."""
    if found.has("noon"):
        return found.value("noon", "noon")
    digits = found.word("hhmm")
    if digits and not (digits.isdecimal() and len(digits) == _HOURS_AND_MINUTES):
        return None
    text = f"{digits[:2]}:{digits[2:]}" if digits else found.word("clock") or f"{_hour(found)}:00"
    hour, minute = (int(part) for part in text.split(":")[:2])
    mark = "".join(c for c in found.word("ampm") if c.isalpha()) or found.word("ofday") or found.word("when")
    if hour < 12 and (mark.startswith("p") or mark.endswith(("afternoon", "evening", "night"))):
        hour += 12
    elif mark.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _hour(found: Found) -> str:
    return found.value("hour", "cardinal") or found.word("hour")
