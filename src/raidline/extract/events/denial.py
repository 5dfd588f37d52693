"""Denial: whether a sentence says that enforcement did not happen.

A word of denial reaches only so far: to the verb of its own clause ("did not help detain"), to the object of its verb
("made no arrests"), or to what is told in the clause below it ("denied that it raided"). Each reach is one function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList

_REACH = 110  # characters before the words for the act
_PASSIVE = re.compile(r"(?:was|were|is|are|been|being)\s+")
_BE = r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been|got)\s+"
_ADVERBS = r"(?:[a-z]+ly\s+)?"
_WORD = r"[\w.’'-]+\s+"
_OBJECT = re.compile(r"\s+(?:any|anyone|anybody|an?|the|his|her|their)\b")
_DOING = re.compile(r"\s(?:\w+ing|from|in|to|with|by|at|on|for|under)\s")
# What each denial has: a word of one of these lists, one of these words, or a short form.
_TOLD_BY = (
    *("nouns", "nots", "playing", "unreal nouns", "short of", "escaping", "hindering", "unreal", "fronted", "subjects"),
    *("traces", "unaware", "seeming", "dispelling", "denials", "unknowing", "nobody", "untrue", "alarms"),
)
_NEGATIONS = ("not", "no", "nor", "none", "zero", "never", "neither", "without", "whether", "if", "took")
_SHORT_FORMS = ("n't", "n’t", "-n")  # and what stands behind a hyphen
_INSERTED = re.compile(r",\s[^,;:]{1,48},\s")


@cache
def _words(name: str) -> str:
    """Return an expression for the words of one list of the lexicon."""
    return words_source(_listed(name))


def _listed(name: str) -> Sequence[str]:
    found: Sequence[str] = (lexicon.load("denial").get(name) or lexicon.load("negation")[name])["words"]
    return found


@cache
def _compiled(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def _few(most: int = 5) -> str:
    """Return up to a few words of which none begins another clause."""
    return rf"(?:(?!{_words('linking')}){_WORD}){{0,{most}}}?"


@cache
def _signs() -> WordList:
    """Match a word of which each denial has one, the longest of each phrase; most sentences have none."""
    phrases = [phrase for name in _TOLD_BY for phrase in _listed(name)]
    words = {max((word for word in phrase.split() if word != "..."), key=len) for phrase in phrases}
    return WordList(re.compile("", re.IGNORECASE), [*_NEGATIONS, *words])


def _may_be_denied(text: str, sentence: Span) -> bool:
    said = text[slice(*sentence)].lower()
    return any(mark in said for mark in _SHORT_FORMS) or _signs().search(text, *sentence) is not None


def is_denied(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether a sentence denies an act: "did not arrest", "no one was held", "rumors of a raid were false"."""
    return _may_be_denied(text, sentence) and _is_denied(text, sentence, trigger)


def _is_denied(text: str, sentence: Span, trigger: Trigger) -> bool:
    passive = _PASSIVE.match(text, trigger.start, trigger.end)
    start = passive.end() if passive else trigger.start
    before = _INSERTED.sub(" ", text[max(sentence[0], start - _REACH) : start])
    takes = not trigger.text.endswith("s") and _OBJECT.match(text, trigger.end, sentence[1])  # "arrest anyone"
    of = trigger.role == "light" and text.startswith(" of ", trigger.end)  # "did not approve of the raid"
    names, acts = not trigger.is_verb and not takes, (trigger.is_verb and not of) or takes
    none = of and _nobody_was().search(before)  # "no sign of a raid"
    return (
        bool(none)
        or bool(names and _noun_denied().search(before))
        or bool(acts and _verb_is_denied(before))
        or (trigger.text.endswith("ing") and before.rstrip().lower().endswith("without"))
        or _is_untold(before, names=names)
        or bool(_with_nobody().search(before))
        or bool(_behind().match(text, trigger.end, sentence[1]))
        or bool(_inside().search(text, trigger.start, trigger.end))
        or _is_untrue(text, sentence, trigger)
        or (trigger.role == "light" and bool(_unlike().search(text, *sentence)))
    )


def is_only_denied(text: str, sentence: Span, trigger: Trigger, acts: Sequence[Trigger]) -> bool:
    """Whether a sentence names enforcement only to deny it, in the `acts` it names or else in what it dates."""
    if not _may_be_denied(text, sentence):
        return False
    if acts:
        return all(_is_denied(text, sentence, act) for act in acts)
    return _is_denied(text, sentence, trigger) or bool(_unlike().search(text, *sentence))


def _verb_is_denied(before: str) -> bool:
    """Whether the words before a verb deny it: "did not help", "at no time did agents", "nobody from here was"."""
    return bool(_auxiliary().search(before) or _fronted().search(before) or _nobody_was().search(before))


@cache
def _auxiliary() -> re.Pattern[str]:
    """Return a denial of a verb, and what may stand between; and what comes short of it: "failed to"."""
    denied = rf"(?:\b{_words('nots')}|\w+n['’]t)\s+(?!only\b|just\b|merely\b)"
    between = rf"(?:(?:{_words('between')}|[a-z]+ly)\s+){{0,4}}(?:{_words('carry out')}\s+(?:(?:any|an?)\s+)?)?"
    hindered = (
        rf"(?<!\bnot\s)(?<!n['’]t\s)(?<!\bnever\s)(?<!\bnothing\s)\b{_words('hindering')}\s+(?:{_WORD}){{1,4}}?from\s+"
    )
    short = rf"\b{_words('short of')}\s+(?:been\s+|be\s+|being\s+)?"
    supposed = rf"\b{_words('unreal')}\s+(?:been\s+)?{_ADVERBS}"
    return _compiled(rf"(?:{denied}{between}|{hindered}|{short}|{supposed})$")


@cache
def _fronted() -> re.Pattern[str]:
    """Return a denial in front of a verb that stands before its subject: "at no time did agents arrest"."""
    did = r"(?:did|do|does|had|has|have|was|were|would|could|will|can)\s+"
    return _compiled(rf"\b{_words('fronted')}\s+(?!before\b|since\b)(?:{_few(6)}{did})?{_few(4)}$")


@cache
def _nobody_was() -> re.Pattern[str]:
    """Return a subject of whom something is denied: "no one in the county was", "no agents" before what they did."""
    nobody = rf"\b{_words('subjects')}\s+(?!{_words('counted')})"
    before = rf"(?:said|says|found|was|were|is|are|been|{_words('linking')})"
    opens = rf"(?:^|[^\w\s]\s*|\b{before}\s+)"  # "who feared nobody" has its own verb
    return _compiled(rf"(?:{nobody}{_few(8)}{_BE}{_ADVERBS}|{opens}{nobody}(?:(?!one\b)[\w-]+\s+)?)$")


@cache
def _noun_denied() -> re.Pattern[str]:
    """Return what denies the noun for an act behind it: "no", "did not make any", "a mock"."""
    adjectives = r"(?:(?!(?:of|in|at|on|for|to|from|by|with|about)\b)[\w-]+\s+){0,2}?"
    a = r"(?:(?:any|an?|the|its|their|such)\s+)?"
    return _compiled(
        rf"(?:\b(?:{_words('nouns')}|(?:not|n['’]t)\s+(?:been\s+)?any)\s+(?!{_words('counted')}){adjectives}"
        rf"|(?:\b(?:not|never)|n['’]t)\s+{_words('carry out')}\s+{a}{adjectives}"
        rf"|\b{_words('playing')}\s+{a}|\b{_words('unreal nouns')}\s+(?:[\w-]+\s+)?"
        rf"|\b{_words('short of')}\s+{a}|\b{_words('escaping')}\s+{a}(?:[\w-]+\s+)?)$"
    )


def _is_untold(before: str, *, names: bool) -> bool:
    """Whether an act is told below words that deny or do not know it: "denied that", "no sign of", "unclear if".

    An act that is only named may be real: "denied helping plan the raid", "unclear if it stems from a stop in May".
    """
    told = _above().search(before)
    if told is None or _of_people().search(told[0]):
        return False
    return not (names and _DOING.search(told["clause"] or ""))


@cache
def _above() -> re.Pattern[str]:
    """Return the words of a clause above an act which say that it is not so, or that nobody tells."""
    rumor = rf"(?:(?:an?|the|those|any)\s+)?(?:\w+\s+)?{_words('rumors')}"
    few, had = _few(), r"(?:had\s+|has\s+|have\s+|was\s+|were\s+|been\s+){0,2}"
    at_once = (
        rf"\b(?:no|nor\s+any|without\s+any)\s+{_words('traces')}\s+(?:{rumor}\s+)?(?:(?:of|that|about)\s+)?{few}{had}"
        rf"|\b{_words('unaware')}\s+(?:{rumor}\s+(?:of|that)\s+)?{few}"
        rf"|\b{_words('seeming')}\s+(?:(?:an?|the|another)\s+)?{few}|\bneither\s[^.;:]{{1,60}}?\snor\s+{few}"
        rf"|\b{_words('dispelling')}\s+{rumor}(?:\s+of|\s+that)?\s+{few}{had}"
    )
    in_a_clause = (
        rf"\b(?:(?:not|n['’]t)\s+(?:\w+\s+)?{_words('true')}"
        rf"|(?:is|was|were|it['’]s)\s+{_words('untrue')})\s+that\s+{few}{had}"
        rf"|\b{_words('denials')}\s+(?:that\s+)?{few}{had}"
        rf"|\b(?:{_words('unknowing')}\s+(?:whether|if)|(?:^|[“\"])whether)\s+(?!or\s+not\b){_few(8)}{had}"
        rf"|(?:\bnot|n['’]t)\s+(?:yet\s+)?{_words('confirming')}\s+(?:that\s+)?(?:{rumor}\s+(?:of|that)\s+)?{few}{had}"
        rf"|\bif\s+any(?:one|body)?\s+{few}{had}"
    )
    return _compiled(rf"(?:{at_once}|(?P<clause>{in_a_clause}))$")


@cache
def _of_people() -> re.Pattern[str]:
    """Return an end of words behind which people are told of who are not in doubt: "nine people agents"."""
    return _compiled(
        rf"(?:\w+s|people|men|women|children|man|woman|person)\s+(?:that\s+|whom?\s+)?{_words('actors')}\s+(?:had\s+)?$"
    )


@cache
def _with_nobody() -> re.Pattern[str]:
    """Return who is in no state that an act leaves people in: "left with nobody in custody"."""
    return _compiled(rf"\b(?:with|had|has|have|having|left|leaving)\s+{_words('nobody')}\s+$")


@cache
def _behind() -> re.Pattern[str]:
    """Return what comes behind an act that did not happen: "arrested nobody", "the raid never happened"."""
    never = (
        r"(?:[^.;:,“”]{0,48}?[\s,])??(?:that\s+)?(?:never|(?:did|does|do)\s+not|(?:did|does|do)n['’]t)\s+(?:really\s+)?"
    )
    happened = rf"(?:{_words('happen')}(?!\s+(?:until|till|without|because|by|overnight|as)\b)|was(?=\s*[:.;,]))"
    none = rf"(?:no|zero)\s+(?:[\w-]+\s+){{0,2}}?(?:{_words('acts')}|{_words('people')})"
    without = rf"(?:and\s+went\s+)?without\s+(?:any\s+|an?\s+)?(?:[\w-]+\s+)?{_words('acts')}"
    taken_for = rf"(?<=took)\s+for\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?{_words('acts')}"
    return _compiled(rf"\s+(?:{_words('nobody')}|{none}|{without}|{never}{happened})|{taken_for}")


@cache
def _inside() -> re.Pattern[str]:
    """Return what is denied within the words for an act: "took no one into custody"."""
    return _compiled(rf"\s(?:{_words('nobody')}|no)\s")


def _is_untrue(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether an act is what an untrue rumor tells: "rumors of a raid were false", "a false rumor of a raid"."""
    start, end = sentence
    if _false_word().search(text, start, trigger.start) or _alarm().search(text, *sentence):
        return True
    if _not_so().search(text, trigger.end, end):
        return True
    found = _found_untrue().search(text, trigger.end, end) if _rumor().search(text, start, trigger.start) else None
    if found and not _judged().match(text, trigger.end, found.start()):
        return True
    return bool(_called_untrue().search(text, start, trigger.start) and _ends_untrue().search(text, trigger.end, end))


@cache
def _rumor() -> re.Pattern[str]:
    return _compiled(rf"\b{_words('rumors')}\b(?!.*\b(?:only|all|mostly)\b)")


@cache
def _found_untrue() -> re.Pattern[str]:
    be = r"(?:was|were|is|are|as|proved|proven|turned\s+out)\s+(?:to\s+be\s+)?"
    return _compiled(rf"\b{be}(?:(?!not\b)\w+\s+)?{_words('untrue')}")


@cache
def _judged() -> re.Pattern[str]:
    """Return what a claim says of an act that is not in doubt: "that the raid was illegal"."""
    return _compiled(rf"[^.;:]*?\b(?:was|were|is|are)\s+(?:not\s+)?(?:an?\s+)?{_words('judged')}")


@cache
def _alarm() -> re.Pattern[str]:
    return _compiled(rf"{_words('alarms')}\s+(?:in|at|near|about|over|of)\b")


@cache
def _false_word() -> re.Pattern[str]:
    """Return a rumor that is called untrue, right before what it tells: "a false rumor said agents had arrested"."""
    return _compiled(
        rf"\b{_words('untrue')}\s+(?:[\w-]+\s+){{0,2}}?{_words('rumors')}\s+(?:[\w-]+\s+){{0,3}}?{_words('telling')}\s[^,;:]*$"
    )


@cache
def _called_untrue() -> re.Pattern[str]:
    return _compiled(rf"\b{_words('calling')}\s+(?:an?\s+|the\s+|those\s+)?(?:\w+\s+)?{_words('rumors')}\s[^,;:]*$")


@cache
def _ends_untrue() -> re.Pattern[str]:
    return _compiled(rf"\s[“\"‘']?(?:\w+ly\s+)?(?:an?\s+)?{_words('untrue')}")


@cache
def _not_so() -> re.Pattern[str]:
    """Return a denial that ends a sentence: "The post told of a raid; there was none"."""
    return _compiled(
        r"[;,—–]\s+(?:but\s+)?(?:they|it|he|she|agents|ICE)\s+(?:had|did|was|were)(?:\s+not|n['’]t)[^\w]*$"
        r"|[;,—–]\s+(?:but\s+)?there\s+(?:was|were)\s+(?:none|no\s+such\s+\w+)[^\w]*$"
    )


@cache
def _unlike() -> re.Pattern[str]:
    """Return the words that say who did not come: "were not ICE agents", "believed were ICE agents were guards"."""
    not_from = (
        r"(?:(?:was|were|are|is)\s+not|n['’]t)\s+(?:actually\s+|really\s+)?(?:(?:with|from|part\s+of)\s+)?(?:the\s+)?"
    )
    they = rf"{_words('enforcers')}(?!['’])"
    taken_for = rf"{_words('seeming')}\s+(?:an?\s+|the\s+)?{they}(?:\s+agents)?\b[^,;:]*?\b(?:was|were)\b"
    others = rf"\b(?:was|were|turned\s+out\s+to\s+be)\s[^;:]{{1,60}}?,\s+not\s+(?:from\s+|with\s+)?(?:the\s+)?{they}"
    return _compiled(rf"\b{not_from}(?:the\s+)?{they}|\b{taken_for}|{others}")
