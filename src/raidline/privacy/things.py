"""Names of things: a school, a law, a body, a firm, a ship, a case in court, also if it is named for a person."""

from __future__ import annotations

import calendar
import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.places.gazetteer import codes_of
from raidline.places.names import normalise
from raidline.privacy.capitals import Run
from raidline.privacy.evidence.harm import AGE_BEHIND, is_harmed
from raidline.privacy.evidence.streets import is_street
from raidline.privacy.evidence.surnames import is_family_of_a_person
from raidline.privacy.evidence.telling import is_told
from raidline.privacy.listed import given_names, is_family, is_given, is_only_family, is_public_word, kin, trades
from raidline.privacy.registers import is_word, plain
from raidline.privacy.roles import offices

_REACH = 48  # characters before a name, and behind it
_CASE = re.compile(r"(?:,?\s+(?:et\s+al\.?|and\s+others),?)?\s+(?:v|vs|versus)\b")
_IN_CASE = re.compile(  # the short name of a case, where a clause ends: "an injunction in Vale Reed"
    r"\b(?:TRO|injunctions?|stay|arguments?|briefs?|rulings?|decisions?|opinions?|hearings?|orders?|appeals?|judgment|settlement|class|trial|"
    r"verdict|remand|rehearing|certiorari|petitions?|complaints?|plaintiffs?|defendants?|motions?)\s+(?:(?:filed|granted|denied|heard|"
    r"argued|issued|entered|held|lifted|stayed|extended|modified|vacated|upheld|reversed|expected|again|today)\s+){0,2}in\s+$",
    re.IGNORECASE,
)
_BY_ITS_CASE = re.compile(  # two surnames before it
    r"\s+(?:stay|order|opinion|appeal|remand|rehearing|en\s+banc|argument|habeas|TRO|injunction|decree|settlement|class|plaintiffs)\b"
    r"|:\s+(?:\d\w+,?\s+(?:and\s+)?)*(?:\d\w+|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|D\.C\.)\s+Cir"
    r"|:\s+(?:an?\s+|the\s+)?(?:(?:appeals|appellate|district|federal|supreme|full)\s+)?"
    r"(?:judge|court|justices|panel|ruling|order|TRO|injunction|hearing|briefs?|arguments?|class|settlement)\b"
)
_CITED = re.compile(  # cases that a court goes by: "Citing Vale Reed and Noon Hallam, she ruled"
    r"\b[Cc]it(?:ing|ed|es)\s+(?:(?:[A-Z][\w’'-]*,?\s+(?:v\.\s+)?){1,6}(?:and|&)\s+)?$"
)
_AUDITED = re.compile(r"\b(?:[Aa]udit(?:s|ed|ing)?|I-9s?)\s+(?:of\s+|at\s+)?$")  # only firms are
_AS_CITED = re.compile(r"\s*(?:,(?!\s+(?:an?|who|the|his|her)\b)|;|\.|$)|\s+and\s+[A-Z]")
_CASE_BEHIND = re.compile(r"\s+(?:case|class|precedent|applie[sd]|members)\b")
_OPENING_QUOTES = frozenset('“"«')
_CLOSING_QUOTES = frozenset('”"»')
_CALLED = re.compile(  # who or what somebody is called: 'booked as "Ann Vale"', 'the Star has "Ann Vale"'
    r"\b(?:has|have|had|prints|gives|reads|spells|wrote|as|by|is|named?|names|called|alias|aka|a\.k\.a\.|identified|signed|spelled)\W*$",
    re.IGNORECASE,
)
_IN_ITS_CASE = re.compile(r"\b(?:[Ii]n|[Uu]nder|[Ss]ince|[Bb]y)\s+$")
_COURT_BEHIND = re.compile(
    r",?\s+(?:the|a|an)?\s*(?:[A-Z]\w+\s+|(?:appeals|appellate|district|federal|supreme)\s+){0,2}(?:[Cc]ourt|[Jj]udges?|[Jj]ustices|[Pp]anel|[Cc]ircuit)\b"
)
_FIELD_ENDS = re.compile(r"\s*(?:[.,;(|/\n]|$)")
_LABEL = re.compile(  # of a column
    r"(?:^|[.;|/\n]\s*)(?:Facility|Location|Where|Site|Place|Jail|Prison|Center|Address|Venue|School|Agency|Employer|Company|"
    r"Business|Street|Neighborhood|Park|Church|Store|Hospital|County|Town|City):\s+$"
)
_OF_SOMEBODY = re.compile(r"\b([A-Z][\w’'-]+)\s+[A-Z][\w’'-]+\s+of\s+$")  # "Ann Vale of Reed Stone", a firm
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:)–—]|$)|\s+(?:is|was|are)\s+(?:cited|appealed|stayed|pending|followed|binding|settled)\b"
)
_HAS_SOMEBODY = re.compile(r"(?:['’]s|(?<=s)['’])\s+([A-Z][\w’'-]+)\s+[A-Z][\w’'-]+")  # a firm: "Vale Reed's Ann Noon"
_CASE_BEFORE = re.compile(r"\b(?:v|vs|versus)\.?\s+(?:the\s+)?$")
_THE = re.compile(r"\b[Tt]he\s+(?:(?:old|new|former|nearby)\s+)?$")
_EMPLOYS = re.compile(  # papers and stations: "a photographer for Vale Reed"
    r"\b(?:photog|photographer|reporter|writer|correspondent|freelancer|columnist|editor|stringer|cameraman|producer)s?\s+(?:for|at|with)\s+$"
)
_NAMED_FOR = re.compile(r"\b(?:re)?named\s+(?:for|after|in\s+honor\s+of)\s+$")  # "the school named for Ann Vale"
_OUTSIDE = re.compile(r"\b(?:[Oo]utside|[Ii]nside)\s+$")
_GOES_ON = re.compile(r",?\s+(?:and|&)\s+[A-Z]|['’]s,\s")  # behind a name in a list of firms
_VESSEL = re.compile(r"\b[MFRS]/$")  # "M/V Ann Vale"
_STREET = frozenset("NSEW")  # "arrests at S. Vale", a street
_AND_SONS = re.compile(
    r",?\s+(?:Inc|LLC|L\.L\.C|Ltd|Corp|LLP|LP|PLLC|P\.A|P\.C)\b|\s+(?:&|and)\s+(?:Sons?|Daughters?|Brothers?|Bros|Company|Co|Associates|Partners|Family\s+[A-Z])\b"
)
_POSSESSIVE = re.compile(
    r"['’]s\s+(?:is|was|has|had|will|closed|closes|opened|opens|reopened|reopens|shuts|posted|posts)\b(?!\s+been)"
)  # a shop's name
_DATELINE = re.compile(r"\s+[—–-]+\s")  # behind the place where a report was written
_DAYS = frozenset({*calendar.day_name, *calendar.month_name, *calendar.month_abbr})
_LAST = re.compile(r"([\w.’'-]+)\s+$")
_PSEUDONYMS = frozenset({"Doe", "Does", "Roe", "Roes"})  # "Jane Doe" names nobody
_ARTICLES = frozenset({"La", "El", "Los", "Las"})
_USUAL_ABBREVIATION = 2  # letters
_PAIR = 2  # words


def names_a_thing(text: str, run: Run) -> bool:
    """Whether a thing has the name: a school, a law, a body, a case in court, an operation."""
    said = text[max(0, run.start - _REACH) : run.start]
    return run.words[-1] in _PSEUDONYMS or bool(
        _has_a_part_of_one(text, run, said)
        or any(expression.match(text, run.end) for expression in (_CASE, _POSSESSIVE, _AND_SONS, _of_courts()))
        or _is_dateline(text, run)
        or (_IN_CASE.search(said) and _CLAUSE_ENDS.match(text, run.end))
        or _facility().match(text, run.end)
        or (_are_surnames(run) and (_BY_ITS_CASE.match(text, run.end) or _heard().search(said)))
        or (_are_only_surnames(run) and (_in_case().search(said) or _CASE_BEHIND.match(text, run.end)))
        or (_is_quoted_whole(text, run) and not _CALLED.search(said))
        or _goods().match(text, run.end)
        or _is_namesake(text, run)
        or _appealed().search(said)
        or (_NAMED_FOR.search(said) and not is_harmed(text, run))
        or _at_a_house().search(said)
        or (_OUTSIDE.search(said) and not is_told(text, run))
        or (_are_surnames(run) and _IN_ITS_CASE.search(said) and _COURT_BEHIND.match(text, run.end))
        or _EMPLOYS.search(said)
        or _AUDITED.search(said)
        or is_street(text, run)
        or (_is_listed_with_a_firm(text, run) and not (is_told(text, run) or is_harmed(text, run)))
        or (
            (found := _HAS_SOMEBODY.match(text, run.end)) and is_given(plain(found[1])) and not is_public_word(found[1])
        )
        or (text.startswith(":", run.end) and text[run.start : run.end].isupper() and not text.isupper())  # a label
        or (run.tokens[0][0] == "V" and _VESSEL.search(said))
        or (len(run.words) == 1 and run.tokens[0][0] in _STREET and not AGE_BEHIND.match(text, run.end))
        or (_CITED.search(said) and _AS_CITED.match(text, run.end))
        or (_LABEL.search(said) and _FIELD_ENDS.match(text, run.end))
        or ((found := _OF_SOMEBODY.search(said)) and is_given(plain(found[1])))
        or any(expression.search(said) for expression in (_CASE_BEFORE, _sort_of_thing(), _of_a_firm()))
        or bool(_THE.search(said) and _named_for().match(text, run.end))
    )


def _has_a_part_of_one(text: str, run: Run, said: str) -> bool:
    """Whether a word of a name, or one beside it, is only in names of things: "Vale Elementary", "Fort Vale"."""
    tails, openers = _words("name_tails"), _words("name_openers")
    if run.tokens[0][0] in _ARTICLES:
        second = run.words[1] if len(run.words) > 1 else ""
        if (
            second in openers or not _is_name(second) or (len(run.tokens) == _PAIR and not is_given(plain(second)))
        ):  # "El Valle"
            return True
    rest = run.words if len(run.tokens[0][0]) == 1 else run.words[1:]  # "U.S. Army"
    if is_family_of_a_person(text, run):
        rest = rest[:-1]
    has_tail = any({word, _titled(word)} & tails for word in (*rest, _tail(text, run)))
    if has_tail or _titled(run.words[0]) in openers:
        return True
    before = _LAST.search(said)
    if not before or run.words[-1] == "St":
        return run.words[-1] == "St"
    if _office_of().search(said):
        return True
    word, lower = before[1], plain(before[1])
    if word in openers - {"The"} or word == "Operation":
        return True
    is_told_by_trade = lower in kin() or lower in trades()
    is_body = is_public_word(word) and word not in _DAYS  # and not "on Thursday Ann Vale"
    return is_body and not is_told_by_trade and plain(run.words[0]) not in given_names()


def _is_dateline(text: str, run: Run) -> bool:
    """Whether a text opens with a place in capitals, and not with a person's given and family name in a list."""
    if run.start or text.isupper() or not (_DATELINE.match(text, run.end) and text[: run.end].isupper()):
        return False
    first, last = plain(run.words[0]), plain(run.words[-1])
    return not is_given(first) or is_word(last) or bool(codes_of(normalise(text[: run.end])))


def _is_name(word: str) -> bool:
    return is_given(plain(word)) or is_family(plain(word))


def _are_surnames(run: Run) -> bool:
    """Whether a name may be two family names: the first is no given name, or hardly ever one."""
    first = plain(run.words[0])
    return not is_given(first) or is_only_family(first)


def _is_namesake(text: str, run: Run) -> bool:
    """Whether somebody whom everybody knows has the name, and nothing is told of a private person."""
    words = run.words
    begins = {" ".join(words[:number]) for number in range(2, len(words) + 1)}
    return not (_words("namesakes").isdisjoint(begins) or is_told(text, run) or is_harmed(text, run))


def _are_only_surnames(run: Run) -> bool:
    return len(run.words) == len(run.tokens) > 1 and all(is_only_family(plain(word)) for word in run.words)


def _is_quoted_whole(text: str, run: Run) -> bool:
    """Whether a name stands in quotes alone, as titles of songs and plays do."""
    behind = text[run.end : run.end + 2].lstrip(".,")
    return text[max(0, run.start - 1) : run.start] in _OPENING_QUOTES and behind[:1] in _CLOSING_QUOTES


def _is_listed_with_a_firm(text: str, run: Run) -> bool:
    """Whether a list has a name beside one of a firm: "Vale Foods, Ann Reed and", "Ann Reed and Vale Foods"."""
    before, behind = _firms()
    if behind.match(text, run.end):
        return True
    found = before.search(text, max(0, run.start - 2 * _REACH), run.start)
    return found is not None and (bool(found["more"]) or bool(_GOES_ON.match(text, run.end)))


def _titled(word: str) -> str:
    """Return a word of a text in capitals alone as titles have it."""
    return word.capitalize() if word.isupper() and len(word) > _USUAL_ABBREVIATION else word


def _tail(text: str, run: Run) -> str:
    """Return the word behind a name that may tell what has it, past words of public bodies: "Federal Building"."""
    behind = re.match(r"(?:\s+[\w’'-]+){1,3}", text[run.end : run.end + _REACH])
    words = behind[0].split() if behind else []
    while len(words) > 1 and is_public_word(words[0]) and words[0] not in _words("name_tails"):
        words.pop(0)
        words[0] = words[0].capitalize()  # "the Ann Vale Human Rights center"
    return words[0] if words else ""


@cache
def _named_for() -> re.Pattern[str]:
    """Match what a thing is that has a person's name: "the Ann Vale ruling", "the Ann Vale Catholic Worker"."""
    public = "|".join(sorted(word for word in lexicon.load("showing")["public"] if word not in _DAYS))
    return re.compile(rf"\s+(?:(?i:{words_source(lexicon.load('privacy')['named_for'])})|(?:{public})\b)")


@cache
def _office_of() -> re.Pattern[str]:
    """Match an office and "of", behind which its field or its place stands: "secretary of", "alcalde de"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(offices())))})\s+(?:of|de|del)\s+$", re.IGNORECASE)


@cache
def _facility() -> re.Pattern[str]:
    """Match what is named for somebody, right behind the name in small letters: "at Ann Vale field house"."""
    return re.compile(rf"\s+{words_source(lexicon.load('privacy')['facilities'])}(?-i:\b)")


@cache
def _of_courts() -> re.Pattern[str]:
    """Match what only courts have, behind the name of a case: "the Ann Vale consent decree"."""
    return re.compile(rf"\s+{words_source(lexicon.load('privacy')['of_courts'])}")


@cache
def _at_a_house() -> re.Pattern[str]:
    """Match who is at a school, a hospital or a hall, right before its name: "students at", "walkout outside"."""
    people = words_source(lexicon.load("privacy")["at_houses"])
    return re.compile(rf"{people}\s+(?:at|from|outside|inside)\s+$")


@cache
def _goods() -> re.Pattern[str]:
    """Match what firms make or have, behind the name of one, or of one listed before: "Ann Vale, Bo Reed jackets"."""
    others = r"(?:(?:,|,?\s+(?:and|&|or))\s+[A-Z][\w.’'-]*\s+[A-Z][\w.’'-]*)"
    return re.compile(rf"{others}{{0,3}}\s+(?-i:{words_source(lexicon.load('privacy')['goods'])})")


@cache
def _firms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match a firm in a list before a name, and one behind it."""
    name = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2}"
    ends = "|".join(lexicon.load("privacy")["firms"])
    firm = rf"(?:(?:[A-Z][\w.’'-]*\s+){{1,2}}(?:{ends})\b\.?|[A-Z][a-z]+\s+&\s+[A-Z][a-z]+)"
    return (
        re.compile(rf"\b{firm},\s+(?P<more>(?:{name},?\s+(?:and\s+|&\s+)?)*)$"),
        re.compile(rf"(?:,?\s+(?:and|&)\s+|,\s+(?:{name},?\s+and\s+)?){firm}(?=\s+[a-z]|[.,;]|\s*$)"),
    )


@cache
def _in_case() -> re.Pattern[str]:
    """Match who is in a case, right before its short name: "the judge in Vale Reed", "the class in Vale Reed and"."""
    sides = words_source(lexicon.load("privacy")["in_case"])
    return re.compile(rf"{sides}\s+(?:\w+\s+)?in\s+(?:the\s+)?(?:(?:[A-Z][\w’'-]*\s+){{1,3}}and\s+)?$")


@cache
def _appealed() -> re.Pattern[str]:
    """Match what only courts of appeal do with a case, right before its short name: "First Circuit weighs"."""
    hear = words_source(lexicon.load("privacy")["hear"])
    return re.compile(rf"\b(?:Circuit|SCOTUS|BIA|Supreme\s+Court)\s+(?:(?:will|to)\s+)?{hear}\s+$")


@cache
def _heard() -> re.Pattern[str]:
    """Match what courts do with a case, right before its short name: "Second Circuit hears"."""
    courts, hear = (words_source(lexicon.load("privacy")[key]) for key in ("courts", "hear"))
    return re.compile(rf"{courts}\s+(?:(?:will|to)\s+)?{hear}\s+$")


@cache
def _sort_of_thing() -> re.Pattern[str]:
    """Match what a thing is called, right before its name: "the law firm", "the cutter", "Matter of"."""
    return re.compile(rf"{words_source(lexicon.load('privacy')['sorts'])}\s+$")


@cache
def _of_a_firm() -> re.Pattern[str]:
    """Match what firms have, right before the name of one: "employees of", "workers at Vale Foods and at"."""
    another = r"(?-i:(?:(?:[A-Z][\w.&’'-]*\s+){1,4}and\s+(?:(?:of|at|from)\s+)?)?)"
    return re.compile(
        rf"(?:{words_source(lexicon.load('privacy')['of_firms'])})\s+(?:of|at|to|from|by)\s+{another}$", re.IGNORECASE
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("privacy")[name])
