"""Whether a text has a number that supports a count: one beside what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations, pairwise

from raidline import lexicon
from raidline.check.numbers.numbering import LARGE, Numeral, numerals
from raidline.check.numbers.persons import is_person
from raidline.check.reading import passages
from raidline.counts.agreement import figures_of, supports
from raidline.counts.spelled import SPELLED, spelled
from raidline.counts.value import Count
from raidline.lexicon.patterns import alternatives

_WORD = re.compile(r"[a-z]{3,}")
_STEM, _MOST_PARTS = 6, 5  # letters; terms of a sum
_NOTHING = re.compile(r"(?!)")
_ONE_AND = re.compile(rf"\b([a-z-]+[a-rt-z])\s+and\s+(?:{SPELLED}|\d+|a\s+dozen)\b")
_IN_TOWNS = re.compile(
    rf"\b({SPELLED}|\d{{1,3}})\s+in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?:,\s+(?:and\s+)?|\s+and\s+|(?=[.;]))"
)
_PARTIES = frozenset({"plaintiffs", "petitioners"})
_BODY_AND = re.compile(rf"\b[A-Z][\w’'-]*\s+and\s+({SPELLED}|\d{{1,2}})\s+[a-z]+s\b")  # "the ACLU and three residents"
_NO_NOUN = re.compile(r"\s+(?:were|was|are|is|had|have|has|who|others?|more|got|came|went)\b|\s*(?:[.,;:]|$)")
_HELD = ("arrested", "detained")  # reports use both words of the same people
_GROUPS = ({"arrested", "detained", "deported", "released", "charged"}, {"hurt", "dead"}, {"protesters"})
_VOTES = frozenset({"vote", "votes", "yes", "no", "against", "for", "ayes", "nays", "in favor", "in favour"})
_PEOPLE = frozenset({"people", "persons"})
_SURNAME = re.compile(r"[A-Z][\w’'-]+(?=,|\sand\b|\s*$)")
_FULL_NAME = r"(?:[A-Z][\w.’'-]*\s?){1,4}"
_VOTED = re.compile(  # the names behind an office, or of a list
    rf"(?P<names>{_FULL_NAME}(?:,\s{_FULL_NAME})*,?\s?and\s{_FULL_NAME})\s?(?:each\s|both\s|all\s)?(?:voted|cast)\s"
)
_EACH = re.compile(r"\beach\sof\s(?:the\s|its\s|their\s)?$")
_NO_NOUN_BEHIND = re.compile(
    r"\s(?:the|on|in|at|that|this|later|then|when|two|a|an|last|from|near)\b|\s*[,.;)]|\s[A-Z]"
)
_TIE = re.compile(r"(?<![\d-])(\d{1,2})(?:-|–|\sto\s)\1(?![\d-])")  # "it was 2-2, and the mayor broke the tie"
_ONE_NAY = re.compile(
    rf"\b({SPELLED}|\d{{1,2}})\s(?:nays?|no|noes|dissenting|against|opposed)\b[^.]{{0,60}}?\bof\s(?:the\s|its\s)?({SPELLED}|\d{{1,2}})\b"
)
_SUMS = frozenset({"dollars", "dollar", "money", "usd", "fine", "cost", "amount", "bond", "damages"})


def is_told(count: Count, name: str, text: str) -> bool:
    """Whether a text has a number that supports a count of what `name` names.

    A large number need only be there. A small one, a vague one and a sum are also chance: they need words for what is
    counted in their sentence or, if it counts what was done to people, people right behind them; and "dozens" says
    nothing beside a number of the same.
    Numbers of groups listed in one sentence are added up: "12 men and four women" has 12, 4 and 16.
    """
    if _is_written_out(count, text):
        return True
    if count.high == 0:
        return _nobody().search(text) is not None or (_sort(name) == "votes" and _nil().search(text) is not None)
    figures = (written for figure in figures_of(count) for written in (str(figure), f"{figure:,}"))
    short = passages(text, dict.fromkeys(figures))  # fast
    return any(_tells(count, name, part, is_whole=False) for part in short) or _tells(count, name, text, is_whole=True)


def adds_up(count: Count, said: Iterable[Count], text: str) -> bool:
    """Whether an exact count is one that a text tells of the same, and others of it: "six men and later five more"."""
    if count.low is None or count.low != count.high:
        return False
    others = [one.count.low for one in numerals(text, "things") if one.count.low == one.count.high and not one.is_sum]
    parts = [many for many in others if many][:_MOST_PARTS]
    known = {one.low for one in said}
    if count.low - 1 in known and any(is_person(found[1]) for found in _ONE_AND.finditer(text)):
        return True  # "the recruiter and a dozen workers"
    sets = (some for size in range(2, len(parts) + 1) for some in combinations(parts, size))
    return any(sum(some) == count.low and not known.isdisjoint(some) for some in sets)


def is_bare(count: Count, name: str, text: str) -> bool:
    """Whether a short text has an exact number with no noun and nothing done to others behind it: "two were home"."""
    found = numerals(text, "things") if count.low == count.high else ()
    bare = (one for one in found if one.count == count and not one.is_sum and _NO_NOUN.match(one.behind))
    return any(not (_is_done_to_people(name) and _done_otherwise(name).match(one.behind)) for one in bare)


def _is_written_out(count: Count, text: str) -> bool:
    """Whether a text has a large number right before people: "51 people". A fast check."""
    if count.low != count.high or (count.low or 0) < LARGE:
        return False
    return any(_of_people().match(text, at) for at in _places_of(str(count.low), text))


def _places_of(figure: str, text: str) -> Iterator[int]:
    at = text.find(figure)
    while at >= 0:
        if not (at and (text[at - 1].isalnum() or text[at - 1] in ".,-$£€")):
            yield at + len(figure)
        at = text.find(figure, at + 1)


@cache
def _of_people() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(lexicon.load('counting')['people'])})\b")


def _tells(count: Count, name: str, text: str, *, is_whole: bool) -> bool:
    found, words = _with_products(numerals(text, _sort(name))), _words_for(name)
    if any(_is_same(one, count) for one in found) or _is_told_in_parts(count, name, text):
        return True
    if _sort(name) == "votes":
        return any(supports(one.count, count) for one in found) or count.low in (*_voters(text), *_of_a_body(text))
    is_of_children = name.casefold() in lexicon.load("persons")["children"]
    if is_of_children and any(one.is_of_children and supports(one.count, count) for one in found):
        return True
    if not _is_known(name) and (named := [one for one in found if _head(name).match(one.behind)]):
        return any(supports(one.count, count) for one in named)
    beside = [one for one in found if words.search(one.sentence) or (name in _PEOPLE and one.is_of_people)]
    if _is_done_to_people(name):
        beside = [one for one in beside if not (one.is_of_things or _is_of_others(one, name))]
        others = _words_for_others(name)
        beside += [one for one in found if _is_of_nothing_else(one, name, others)]
        beside += _beside_people(found, others)
    elif is_whole:
        beside = [*beside, *_of_people_behind(found, name)] if beside else [one for one in found if not one.is_sum]
    plain = [one for one in beside if not one.is_vague] if count.low == count.high else []
    return any(supports(one.count, count) for one in (plain or beside))


def _is_told_in_parts(count: Count, name: str, text: str) -> bool:
    """Whether a text tells a count by its parts: a body and those who sue with it, or numbers of several towns."""
    if name.casefold() in _PARTIES and any(_with_one_more(part[1]) == count for part in _BODY_AND.finditer(text)):
        return True
    return count.low == count.high and _sum_of_towns(text) == count.low


@lru_cache(maxsize=64)
def _voters(text: str) -> frozenset[int]:
    """Return how many of a body a text names as of one mind: "Council members Ana Vale and Bo Real voted no"."""
    return frozenset(len(_SURNAME.findall(found["names"])) for found in _VOTED.finditer(text) if "vot" in text)


@lru_cache(maxsize=64)
def _sum_of_towns(text: str) -> int | None:
    """Return the sum of a list by towns: "9 in Woodburn, 6 in Gervais, 3 in Hubbard"."""
    told = [found[1].lower() for found in _IN_TOWNS.finditer(text)]
    return sum(int(one) if one.isdigit() else spelled(one) or 0 for one in told) if len(told) > 1 else None


def _with_one_more(number: str) -> Count:
    return Count.parse(str(1 + (int(number) if number.isdigit() else spelled(number.lower()) or 0)))


def _of_a_body(text: str) -> Iterator[int]:
    """Yield how many are left of a body of which some said no, "one nay out of five", or are more for a tie broken."""
    if "tie" in text:
        yield from (int(found[1]) + 1 for found in _TIE.finditer(text))
    for found in _ONE_NAY.finditer(text):
        some, every = (int(one) if one.isdigit() else spelled(one.lower()) or 0 for one in found.groups())
        yield every - some


def _with_products(found: Sequence[Numeral]) -> Sequence[Numeral]:
    """Return the numbers with those of which a text tells that each has so many: "thirty at each of three schools"."""
    more = []
    for one, other in pairwise(one for one in found if not one.is_sum and one.count.low and one.count.low > 1):
        if one.sentence == other.sentence and _EACH.search(other.before):
            more.append(replace(one, count=Count.parse(str((one.count.low or 0) * (other.count.low or 0)))))
    return (*found, *more)


def _beside_people(found: Iterable[Numeral], others: re.Pattern[str]) -> list[Numeral]:
    """Return the numbers without a noun in sentences that count people: "lost 11 men: seven at first, four later"."""
    counting = {one.sentence for one in found if one.is_of_people and not one.is_apart}
    bare = (one for one in found if one.sentence in counting and not one.is_sum and _NO_NOUN_BEHIND.match(one.behind))
    return [one for one in bare if not others.search(one.sentence)]


def _is_of_nothing_else(one: Numeral, name: str, others: re.Pattern[str]) -> bool:
    """Whether a number is of people of whom its sentence tells nothing that is done to others or by them."""
    is_of_people = not one.is_sum and one.is_of_people and not _is_of_others(one, name)
    return is_of_people and not others.search(one.sentence)


def _is_of_others(one: Numeral, name: str) -> bool:
    """Whether a number is of the children of one person, or of agents, lawyers and the like, whom nobody arrests."""
    return one.is_of_children or (_key(name) in _GROUPS[0] and one.is_apart)


@cache
def _nil() -> re.Pattern[str]:
    """Return how texts say that nobody voted against: "3-0", "unanimously"."""
    return re.compile(r"(?<![\d,.-])\d{1,3}\s?(?:-|–|to)\s?0(?![\d,.-]*\d)|\bunanimous", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.load('persons')['nobody'])})\b", re.IGNORECASE)


def _of_people_behind(found: Iterable[Numeral], name: str) -> list[Numeral]:
    """Return the numbers of people in sentences behind words for what is counted: "The attacks went on. Nine came."""
    if _is_known(name):
        return []
    return [one for one in found if one.is_of_people and _words_for(name).search(one.previous)]


def _is_same(one: Numeral, count: Count) -> bool:
    """Whether a text has a large number itself."""
    return not one.is_sum and max(figures_of(one.count) & figures_of(count), default=0) >= LARGE


def _sort(name: str) -> str:
    words = set(name.casefold().split())
    if words & _SUMS:
        return "money"
    if units := words & set(lexicon.load("not_counting")["behind"]):
        return min(units)
    return "votes" if words & _VOTES else "things"


def may_count(one: Numeral, name: str) -> bool:
    """Whether a number may be that of what `name` counts: it stands before that, or counts nothing else."""
    if one.is_sum or _is_of_others(one, name):
        return False
    if _is_done_to_people(name) or name.casefold() in lexicon.load("counting")["people"]:
        return not one.is_of_things
    return _head(name).match(one.behind) is not None


def is_of_money(name: str) -> bool:
    """Whether a name counts money: "dollars", "fine"."""
    return _sort(name) == "money"


@cache
def _words_for(name: str) -> re.Pattern[str]:
    """Return the words for what a name counts: those of the lexicon, else the words of the name itself."""
    data = lexicon.load("counting")
    keys = _HELD if _key(name) in _HELD else (_key(name),)
    listed = [word for key in keys for part in ("done_to", "nouns") for word in data[part].get(key, ())]
    listed += data["people"] if name == "people" else ()
    listed += [word for key in keys for word in lexicon.load("persons")["handled"].get(key, ())]
    own = [_stem(word) for word in _WORD.findall(name.casefold())]
    known = "|".join([rf"(?:{alternatives(listed)})\b"] * bool(listed) + [re.escape(word) for word in own])
    return re.compile(rf"\b(?:{known})", re.IGNORECASE)


def _stem(word: str) -> str:
    return word.removesuffix("s")[:_STEM]


@cache
def _head(name: str) -> re.Pattern[str]:
    """Return the last word of a name right behind a number, with at most three words between: "14 state senators"."""
    stem = next(iter(_stem(word) for word in reversed(_WORD.findall(name.casefold()))), "")
    return re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{re.escape(stem)}", re.IGNORECASE) if stem else _NOTHING


@cache
def _done_otherwise(name: str) -> re.Pattern[str]:
    """Return what was done to people other than what a name counts, right behind their number: "were released"."""
    done, own = lexicon.load("counting")["done_to"], (*_HELD, _key(name)) if _key(name) in _HELD else (_key(name),)
    others = [verb for key, verbs in done.items() if key not in own for verb in verbs]
    return re.compile(rf"\s+(?:(?:was|were|are|is)\s+)?(?:{alternatives(others)})\b")


@cache
def _words_for_others(name: str) -> re.Pattern[str]:
    """Return the words for what happens to other people than those a name counts: no one is arrested and marches."""
    done = lexicon.load("counting")["done_to"]
    own = next((group for group in _GROUPS if _key(name) in group), {_key(name)})
    others = [verb for key, verbs in done.items() if key not in own for verb in verbs]
    return re.compile(rf"\b(?:{alternatives(others)})\b")  # as written: in March nobody marches


def _key(name: str) -> str:
    """Return the name under which the lexicon has what is counted: "arrested" for "arrests", "hurt" for "injured"."""
    data, lower = lexicon.load("counting"), name.casefold()
    if lower in data["done_to"] or lower in data["nouns"]:
        return lower
    known = (*data["nouns"].items(), *data["done_to"].items())
    return next((key for key, words in known if lower in words), name)


def _is_known(name: str) -> bool:
    data = lexicon.load("counting")
    return _key(name) in data["done_to"] or _key(name) in data["nouns"]


def _is_done_to_people(name: str) -> bool:
    """Whether a name counts people by what was done to them: "arrested", not "jurisdictions"."""
    return _key(name) in lexicon.load("counting")["done_to"]
