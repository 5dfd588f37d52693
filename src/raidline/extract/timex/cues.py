"""Which words of a text show a tense, and where its sentences end."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, Literal

from raidline.extract.timex.tokens import Tokens
from raidline.memo import remembered

Tense = Literal["future", "past"]
_SENTENCE_REACH: Final = 60  # tokens to look back for the start of a sentence
_OBJECT: Final = 6  # words that a verb may stand before its "to", or an object before its noun
_ADVERBS: Final = 5  # tokens between an auxiliary and its participle
_NEGATION: Final = (["'", "t"], ["’", "t"])  # "won't" is not the past tense of "win"
_OF: Final = {"of", "on", "for", "against", "with", "in", "at", "from", "between"}  # "the ban on masks starts"
_WAS: Final = {"was", "were"}  # "was to meet on Friday"
_STOP, _CUE, _COMMA, _OTHER = "|", "c", ",", "."


@cache
def lexicon_words() -> dict[str, frozenset[str]]:
    """Return the words of timex_tense.yaml by category."""
    from raidline import lexicon  # noqa: PLC0415 - brings in yaml, which importing the tagger need not wait for

    words = {name: frozenset(listed) for name, listed in lexicon.load("timex_tense").items()}
    words["past"] |= words["done"] | words["done_beside"]
    words["starting"] = frozenset(phrase.partition(" ")[0] for phrase in words["starts"])
    kinds = (
        "future",
        "starting",
        "future_before_to",
        "calls",
        "expecting",
        "past",
        "scheduled",
        "scheduled_ing",
        "in_force",
    )
    cues = frozenset[str]().union(*(words[kind] for kind in kinds))
    return {**words, "cues": cues | {"to"}}


@lru_cache(maxsize=4)
def marks(tokens: Tokens) -> str:
    """Return one character for each token: the end of a sentence, a possible tense cue, a comma, anything else."""
    found = enumerate(map(_mark_of, tokens.written))
    return "".join([mark or (_STOP if _ends_sentence(tokens, k) else _OTHER) for k, mark in found])


@remembered(16_384)
def _mark_of(written: str) -> str:
    """Return the mark of a token, "" for punctuation, of which the tokens around decide."""
    word = written.lower()
    if written == "May":  # the month: "to May of this year" does not look ahead
        return _OTHER
    if word in lexicon_words()["cues"] or word.endswith("ed"):
        return _CUE
    if word == ",":
        return _COMMA
    return _OTHER if word[0].isalnum() else ""


def _ends_sentence(tokens: Tokens, k: int) -> bool:
    mark = tokens[k]
    if mark in {"!", "?", ";"} or mark[0] == "\n":
        return True
    if mark != "." or k + 1 >= len(tokens):
        return mark == "."
    before = tokens[k - 1] if k else ""
    abbreviated = (len(before) == 1 and before.isalpha()) or before.lower() in lexicon_words()["abbreviations"]
    return not abbreviated and not tokens[k + 1][0].islower()


def sentence_start(tokens: Tokens, at: int) -> int:
    """Return the first token of the sentence that contains token `at`, if it is near."""
    floor = max(0, at - _SENTENCE_REACH)
    return max(floor, marks(tokens).rfind(_STOP, floor, at) + 1)


def sentence_before(tokens: Tokens, at: int) -> int:
    """Return the first token of the sentence before that of a token; of its own if it is in the first one."""
    return sentence_start(tokens, max(0, sentence_start(tokens, at) - 1))


def sentence_end(tokens: Tokens, at: int, reach: int) -> int:
    """Return where the sentence of token `at` ends, at most `reach` tokens on."""
    last = min(len(tokens), at + reach)
    stop = marks(tokens).find(_STOP, at, last)
    return last if stop < 0 else stop


def starts_sentence(tokens: Tokens, at: int) -> bool:
    """Whether only words such as "But in" or "Just", or an opening mark, come before token `at`."""
    k = at
    while k > 0 and tokens[k - 1].lower() in lexicon_words()["openers"]:
        k -= 1
    return k == 0 or marks(tokens)[k - 1] == _STOP


def cues_before(tokens: Tokens, at: int, reach: int) -> list[int]:
    """Return the tokens before `at` in the same sentence that may show a tense, the nearest first."""
    floor = max(0, at - reach)
    near = marks(tokens)[floor:at]
    floor += near.rfind(_STOP) + 1
    return [k for k in range(at - 1, floor - 1, -1) if marks(tokens)[k] == _CUE] if _CUE in near else []


def cues_after(tokens: Tokens, at: int, reach: int, past_commas: bool) -> list[int]:
    """Return the tokens from `at` on that may show a tense, in the same sentence or up to a comma."""
    near = marks(tokens)[at : at + reach].partition(_STOP)[0]
    if not past_commas:
        near = near.partition(_COMMA)[0]
    return [at + k for k, mark in enumerate(near) if mark == _CUE] if _CUE in near else []


def only_past(tokens: Tokens, at: int, reach: int) -> bool:
    """Whether the verbs from `at` on in the sentence tell of the past, and none looks ahead."""
    shown = {shows(tokens, k) for k in cues_after(tokens, at, reach, past_commas=True)}
    return "past" in shown and "future" not in shown


def shows(tokens: Tokens, k: int) -> Tense | None:
    """Return the tense that token `k` shows, which may be a verb or a word such as "upcoming"."""
    words, word, before = lexicon_words(), tokens.word(k), tokens.word(k - 1)
    if word == "planning" and tokens.word(k + 1) in words["planners"]:
        return None
    if word in words["future"]:
        done = {"had", "previously", "originally"} & set(tokens.words(k - 3, k))
        return "past" if done else "future"
    if word in words["scheduled"]:
        return "future" if before == "could" or _is_predicate(tokens, k) else None
    if word in words["in_force"]:
        return "future" if before in {"is", "are", "becomes", "become"} else None
    if word in words["scheduled_ing"]:
        return "future" if before in {"is", "are", "be"} else None
    return "future" if _looks_ahead(tokens, k, word, before) else _past(tokens, k, word)


def _looks_ahead(tokens: Tokens, k: int, word: str, before: str) -> bool:
    words, after = lexicon_words(), tokens.words(k + 1, k + 3)
    if word == "to":
        return before in words["obliges"] or before in _WAS or after[:1] == ["be"] or _asked(tokens, k)
    if word in words["calls"] and after[:1] == ["for"]:  # "called for a march on Saturday"
        return not words["gatherings"].isdisjoint(tokens.words(k + 2, k + _OBJECT))
    if word in words["expecting"] and (after[:1] in (["of"], ["for"])):  # "fears of raids", "braced for raids"
        return True
    if word in {"has", "have"}:  # "has a hearing on Monday"
        return after[:1] != [] and (
            after[0] in words["awaiting_several"]
            or (after[0] in words["one_of"] and not words["awaiting"].isdisjoint(tokens.words(k + 2, k + _OBJECT)))
        )
    if before in words["before_noun"]:  # "rejected a plan to hold people"
        return False
    return (
        (word == "won" and after in _NEGATION)
        or (word in words["starting"] and " ".join([word, *after]).startswith(tuple(words["starts"])))
        or (word in words["future_before_to"] and after[:1] in (["to"], ["for"]))
        or (word in {"plan", "plans"} and after[:1] in (["a"], ["an"], ["another"]))
    )


def _asked(tokens: Tokens, k: int) -> bool:
    """Whether "to" at token `k` follows what is asked or wanted now: "are asked to come", "wants the board to vote"."""
    words, before = lexicon_words(), tokens.words(k - _OBJECT, k)
    wanted = any(word in words["wishes"] and not is_past(word) for word in before)
    return wanted or (
        before[-1:] != []
        and is_past(before[-1])
        and before[-1] not in words["believed"]
        and _auxiliary(tokens, k - 1) in {"is", "are"}
    )


def _is_adverb(word: str, written: str) -> bool:
    """Whether a word in lower case, written so, is an adverb: not "the assembly", "the rally", "Emily"."""
    words = lexicon_words()
    return word in words["adverbs"] or (word.endswith("ly") and written.islower() and word not in words["no_adverbs"])


def _auxiliary(tokens: Tokens, k: int) -> str:
    """Return the word before token `k`, a participle, past negations and adverbs: "is" in "isn't yet granted"."""
    before = tokens.words(k - _ADVERBS, k)
    while before and _is_adverb(before[-1], tokens[k - 1]):
        before.pop()
        k -= 1
    return before[-1].removesuffix("n") if before and before[-1] in {"isn", "aren"} else "".join(before[-1:])


def _past(tokens: Tokens, k: int, word: str) -> Tense | None:
    words, auxiliary = lexicon_words(), _auxiliary(tokens, k)
    if is_past(word) and (auxiliary in words["future"] or auxiliary == "could"):  # "will hit", "could set"
        return "future"
    described = word.endswith("ed") and auxiliary in words["before_attribute"]
    if described or not is_past(word) or auxiliary in words["states"]:  # the word before "be published" decides
        return None
    after = "".join(tokens.written[k + 1 : k + 2])
    planning = word != "had" and after != "May" and after.lower() in words["future"]  # "were planning"
    return "future" if planning else "past"


def is_past(word: str) -> bool:
    """Whether the word, in lower case, is a past tense or a participle."""
    words = lexicon_words()
    return word in words["past"] or (len(word) > 4 and word.endswith("ed") and word not in words["not_past"])


def _is_predicate(tokens: Tokens, k: int) -> bool:
    """Whether token `k`, a form such as "opens" or "meet", can be the verb of its clause and not a noun."""
    words, word, before = lexicon_words(), tokens.word(k), tokens.word(k - 1)
    if before == "and" and (cue_of(tokens, k) != word or word in words["never_over"]):  # "was signed and takes effect"
        return True
    if not before or before in words["no_subject"]:
        return False
    name = tokens[k - 1][0].isupper()
    if word.endswith("s"):
        if before.isdigit():  # "by 9 votes", but "District 9 votes on Monday"
            return k > 1 and tokens[k - 2][0].isupper()
        plural = before.endswith("s") and not before.endswith("ss") and before not in words["subjects"]
        return not plural or name or not _OF.isdisjoint(tokens.words(k - 4, k - 1))
    pair = name and "and" in tokens.words(k - 8, k)  # "He and Yasser Arafat meet Monday"
    return before in words["subjects"] or before.endswith("s") or pair


def cue_of(tokens: Tokens, k: int) -> str:
    """Return the words by which token `k` shows a tense: "will" in "will meet", "takes effect"."""
    words, word = lexicon_words(), tokens[k].lower()
    if word not in words["scheduled"]:
        return word
    auxiliary = next((one for one in tokens.words(k - 2, k) if one in words["future"]), None)
    behind = next((b for n in (2, 3) if (b := " ".join(tokens.words(k + 1, k + n))) in words["with_terms"]), None)
    return auxiliary or (f"{word} {behind}" if behind else word)


def only_scheduled(cue: str) -> bool:
    """Whether the cue for a future is a verb in the present tense, which captions of pictures use too.

    Verbs that say when something begins or ends do not count.
    """
    return cue in lexicon_words()["scheduled"] - lexicon_words()["terms"]
