"""The parts of a saved page that are not its report: menus, lists of headlines, bylines, stamps, references.

Nothing is removed from the text, so that every span stays valid: a sentence is narrowed to its prose or left out, and a
date that belongs to the page is set apart. Captions are prose and stay; they report what happened, with a date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.text.skipped import Skipped
from raidline.extract.text.teasers import other_reports, without
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_LONGEST_SENTENCE = 45  # words; a longer one may be a menu that ran into a sentence
_MOSTLY_PROSE = 0.75  # the share of a long sentence that makes all of it prose
_LONGEST_FULL_OF_NAMES = 70  # words
_MOST_NAMES = 6  # words in a row that are not lower case, without a comma; more may be a menu
_SMALL_AMONG_NAMES = 0.45  # the share of lower-case words in a sentence that names many people and places
_SMALL_AMONG_LONG_NAMES = 0.6  # where more names than that stand in a row
_FEWEST_SMALL = 5  # lower-case words, in a line without a full stop
_LIST = 12  # words; if fewer than a quarter are lower case, they are names and titles in a row
_SMALL_IN_PROSE = 0.25
_REPEATED = 6  # words; shorter sentences may well occur twice
# Prose consists of lower-case words with names between them; menus and lists are capitalised with small words between.
_SMALL, _CAPITAL, _MARK = 1.0, -1.25, -1.5
_LEAST_PROSE = 7.0  # about ten words of it
_DEEPEST_DROP = 8.0  # six names in a row no longer belong to a sentence
_LONGEST_OPENING = 4  # capitalised words that may open a sentence: "Travis County Sheriff Sally"

_WORD = re.compile(r"\S+")
_LEADING = "\"'“‘«([*_#"
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_STOPPED = re.compile(r"[.,:;|)\]]$")
_LINE_ENDS = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
# "... city on Tuesday Jan 26, 11:57 PM Navy admiral ...": headlines with their stamps, which prose writes "p.m."
_STAMP_OF_A_HEADLINE = re.compile(r"[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{1,2}:\d\d\s?[AP]M(?=\s+[A-Z])")
_UPDATE = re.compile(r"\b(?:UPDATE|Update)(?:\s+\d+)?\s*\([^)]*$")  # "UPDATE 2 (Friday, 8:05 a.m.): ..."
_RUNS_INTO = re.compile(r"\s+[A-Z\d“\"]|,?\s+(?:at\s+)?\d{1,2}:\d\d|\s*[/|•·]|\s+&")
_OF_A_PICTURE = re.compile(r"(?:,\s+\d{4})?,?\s+(?:file\s+)?(?:photo|photograph|picture|image|frame grab|screenshot)\b")
_BRACKETED = re.compile(r"\)\s*\.")
_LABEL = re.compile(r"\s?(?::|—|–)\s")
# "AUSTIN, Texas, May 9, 2031 —": where and when a report was filed
_FILED_AT = re.compile(r"[A-Z][\w.]*(?:,?\s+[A-Z][\w.]*){0,4},\s+")
_FILED = re.compile(r"\s*(?:–|—|--)")
_OF_THE_PAGE = "belongs to the page, not to the report"
_STEP = re.compile(r"(?:The\s+(?:next|following)|A)\s+(?:day|week|month|year)(?:\s+(?:later|after\s+that))?\b,?")
_INDENT = 12  # characters
_REACH = 40  # characters; the longest stamp


def prose(text: str, sentences: Sequence[Span], parts: Sequence[int] = ()) -> tuple[list[Span], list[Span]]:
    """Return the sentences that are prose, with run-on sentences narrowed to it, and the spans that are left out.

    A sentence that repeats an earlier one word for word is left out: captions and pull quotes do that. In each of the
    parts, which begin below the days of a chronicle, it tells of another day.
    """
    kept: list[Span] = []
    left_out: list[Span] = []
    seen: set[tuple[int, str]] = set()
    others = other_reports(text)
    left_out += others
    last = 0
    for start, end in without(others, sentences):
        words = text[start:end].split()
        told = (bisect_right(parts, start), text[start:end])
        if len(words) > _LONGEST_SENTENCE:
            pieces = _narrowed(list(_WORD.finditer(text, start, end)))
        elif (told in seen and not _steps_on(text, (start, end), last)) or _is_furniture(text, (start, end), words):
            pieces = []
        else:
            pieces = [(start, end)]
        last = end
        if len(words) >= _REPEATED:
            seen.add(told)
        kept += pieces
        at = start
        for piece_start, piece_end in (*pieces, (end, end)):
            if text[at:piece_start].strip():
                left_out.append((at, piece_start))
            at = piece_end
    return kept, sorted(left_out)


def _steps_on(text: str, sentence: Span, last: int) -> bool:
    """Whether a sentence that repeats another goes on to a later day in the same paragraph: "The next day, ..."."""
    return bool(_STEP.match(text, *sentence)) and "\n" not in text[last : sentence[0]]


def set_apart(text: str, sentence: Span, timexes: Sequence[Timex]) -> tuple[list[Timex], list[Skipped]]:
    """Return the dates that belong to their sentence, and those that stamp the page or a reference, with the reason."""
    kept: list[Timex] = []
    apart: list[Skipped] = []
    for timex in timexes:
        reason = _stamp(text, sentence, timex)
        if len(timexes) > 1 and _is_dateline(text, sentence, timex):
            reason = _OF_THE_PAGE
        if reason:
            apart.append(Skipped(timex.start, timex.end, f"'{timex.text}' {reason}"))
        else:
            kept.append(timex)
    return kept, apart


def _is_furniture(text: str, span: Span, words: Sequence[str]) -> bool:
    """Return whether it is a list of titles, or a separate line without a full stop: a heading, a menu, a stamp."""
    start, end = span
    if _teaser().match(text, start):
        return True
    closed = _CLOSED.search(text, start, end)
    if len(words) >= _LIST and _has_fewer_small(words, _SMALL_IN_PROSE * len(words)):
        return not closed or any(_weight(word) == _MARK for word in words)
    indent = text[max(0, start - _INDENT) : start].rpartition("\n")
    alone = start == 0 or (indent[1] and not indent[2].strip())
    return bool(alone and not closed and _has_fewer_small(words, _FEWEST_SMALL) and _LINE_ENDS.match(text, end))


def _has_fewer_small(words: Sequence[str], least: float) -> bool:
    """Whether fewer than so many words begin with a small letter; prose shows after a few that it has more."""
    small = 0
    for word in words:
        if word.lstrip(_LEADING)[:1].islower():
            small += 1
            if small >= least:
                return False
    return small < least


def _narrowed(words: Sequence[re.Match[str]]) -> list[Span]:
    """Return the prose in a run-on sentence: all of it if nearly all is prose, or if it is only full of names."""
    whole = (words[0].start(), words[-1].end())
    if _is_full_of_names(words):
        return [whole]
    pieces = list(_pieces(words))
    return [whole] if sum(b - a for a, b in pieces) > _MOSTLY_PROSE * (whole[1] - whole[0]) else pieces


def _is_full_of_names(words: Sequence[re.Match[str]]) -> bool:
    """Whether a sentence is closed and not too long, and has lower-case words between its names, as no menu has."""
    if len(words) > _LONGEST_FULL_OF_NAMES or not _CLOSED.search(words[-1][0]):
        return False
    small = row = longest = 0
    for word in words:
        is_small = _weight(word[0]) == _SMALL
        small += is_small
        row = 0 if is_small else row + 1
        longest = max(longest, row)
        row = 0 if word[0].endswith((",", ";")) else row
    return small >= (_SMALL_AMONG_NAMES if longest <= _MOST_NAMES else _SMALL_AMONG_LONG_NAMES) * len(words)


def _pieces(words: Sequence[re.Match[str]]) -> Iterator[Span]:
    """Yield the stretches that read like prose: those where the sum of the words' weights is highest."""
    first: int | None = None
    score = best = 0.0
    last = 0
    for index, word in enumerate(words):
        weight = _weight(word[0])
        if first is None:
            if weight > 0:
                first, last, score, best = index, index, weight, weight
            continue
        score += weight
        if score > best:
            best, last = score, index
        if score <= 0 or best - score > _DEEPEST_DROP:
            if best >= _LEAST_PROSE:
                yield _opening(words, first), words[last].end()
            first = None
    if first is not None and best >= _LEAST_PROSE:
        yield _opening(words, first), words[-1 if best - score < _DEEPEST_DROP / 2 else last].end()


def _weight(word: str) -> float:
    bare = word.lstrip(_LEADING)
    if bare[:1].islower():
        return _SMALL
    if bare[:1].isupper():
        return _CAPITAL
    return 0.0 if bare[:1].isdigit() else _MARK


def _opening(words: Sequence[re.Match[str]], first: int) -> int:
    """Return where the sentence begins whose first lower-case word is `first`."""
    begin = first
    while begin and first - begin < _LONGEST_OPENING:
        before = words[begin - 1][0]
        if not before.lstrip(_LEADING)[:1].isupper() or (_STOPPED.search(before) and len(before) > len("Sgt.")):
            break
        begin -= 1
    return words[begin].start()


@cache
def _teaser() -> re.Pattern[str]:
    """Match the beginning of a line that points to another report: "Read more: ..."."""
    return re.compile(rf"\W{{0,{_REACH}}}" + words_source(lexicon.load("boilerplate")["teasers"]) + r"\s*[:|»>]")


@cache
def _stamped() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{words_source(lexicon.load('boilerplate')['stamps']['words'])}|©|&copy;|Date:)\W*(?:at\s+)?$"
    )


@cache
def _note() -> WordList:
    """Match words on how the report itself was made: "This story was corrected on ..."."""
    return compile_words(lexicon.load("boilerplate")["notes"])


@cache
def _call() -> WordList:
    """Match words of a menu, or of an offer to readers: "Sign up for our newsletter"."""
    return compile_words(lexicon.load("boilerplate")["calls"])


@cache
def _introduced(name: str) -> re.Pattern[str]:
    days = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    return re.compile(words_source(lexicon.load("boilerplate")[name]) + rf"\s+(?:{days},?\s+)?$")


def _stamp(text: str, sentence: Span, timex: Timex) -> str | None:
    before = max(sentence[0], timex.start - _REACH)
    # "10:45 a.m.: Agents ...": an item of a live blog
    is_label = timex.type == "TIME" and text.endswith("\n", 0, timex.start) and _LABEL.match(text, timex.end)
    if (
        is_label
        or _OF_A_PICTURE.match(text, timex.end)
        or _stamped().search(text, before, timex.start)
        or _UPDATE.search(text, before, timex.start)
        or _is_of_a_headline(text, timex)
        or _note().search(text, sentence[0], timex.start)
        or _call().search(text, timex.end, sentence[1])
    ):
        return _OF_THE_PAGE
    is_above = timex.start == timex.end  # the hour of an entry: "18:45"
    if (
        not is_above
        and _CLOCK.fullmatch(timex.text)
        and not _introduced("before_a_clock").search(text, before, timex.start)
    ):
        return "is a length of time or a stamp, not a time of day"
    if not _YEAR.search(timex.text) or _introduced("before_a_date").search(text, before, timex.start):
        return None
    if _CLOCK.search(timex.text) or _RUNS_INTO.match(text, timex.end):
        return "stands apart from its sentence, as a stamp or in a list"
    if text[timex.start - 1 : timex.start] == "(" and _BRACKETED.match(text, timex.end):
        return "dates a reference"
    return None


def _is_dateline(text: str, sentence: Span, timex: Timex) -> bool:
    """Return whether a date tells when the report was filed; alone in its sentence, it dates what the report tells."""
    return bool(_FILED_AT.fullmatch(text, sentence[0], timex.start) and _FILED.match(text, timex.end))


def _is_of_a_headline(text: str, timex: Timex) -> bool:
    """Return whether a day or hour stamps a headline of a list that ran into the text."""
    begin, end = max(0, timex.start - _REACH), timex.end + _REACH
    if text.find("M", begin, end) < 0:  # spares time
        return False
    around = _STAMP_OF_A_HEADLINE.finditer(text, begin, end)
    return any(found.start() <= timex.start < found.end() for found in around)
