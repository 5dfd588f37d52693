"""What a sentence with a dated act is about, whether a public body is its subject, and who does what in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from raidline import lexicon
from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.words import function_words, stems, written_words
from raidline.extract.events.public_acts import has_finite_verb, names_a_body
from raidline.lexicon.wordlists import WordList, compile_words

_BESIDE = 250  # characters on either side of a sentence
_MOST_WORDS, _MOST_STEMS, _MOST_DATED = 2, 4, 3
_CHIEF = 12  # words that an article tells most often
_LONG = re.compile(r"[a-z]{4,}")
_STEM = 6  # letters, as in `words.stems`
_SUBJECT = 80  # characters before an act
_ITEMS = ("*", "-", "•", "–")
# Between a subject and its verb, besides words in -ly.
_BE, _HAVE, _DO = ("was", "were", "is", "are", "be", "been", "being"), ("has", "have", "had"), ("did", "do", "does")
_MODALS = ("will", "would", "can", "could", "may", "might", "shall", "should")
_ADVERBS = ("also", "then", "later", "not", "never", "first", "once", "already", "just", "to")
_AUXILIARIES = frozenset((*_BE, *_HAVE, *_DO, *_MODALS, *_ADVERBS))
_PRONOUNS = {"he": "he", "she": "he", "i": "i", "we": "we", "they": "they", "it": "it", "you": "you"} | dict.fromkeys(
    ("who", "which", "that"), "relative"
)


def features(draft: Draft) -> Iterator[str]:
    """Yield the features; none holds a word of the text."""
    yield from _of_topic(draft)
    yield from _of_bodies(draft)
    yield from _of_subject(draft)
    yield from _of_sentence(draft)


def _of_topic(draft: Draft) -> Iterator[str]:
    text, (start, end), kind = draft.article.text, draft.sentence, draft.happening.kind.value
    here = _on_topic(text, start, end)
    beside = min(_MOST_WORDS, _on_topic(text, max(0, start - _BESIDE), start) + _on_topic(text, end, end + _BESIDE))
    yield f"topic={here}"
    yield f"topic={here}&topic beside={beside}"
    yield f"topic={here}&kind={kind}"
    chief = min(_MOST_STEMS, len(_chief_stems(text) & stems(draft.quote)))
    yield f"chief words={chief}"
    yield f"chief words={chief}&kind={kind}"


def _on_topic(text: str, start: int, end: int) -> int:
    return len(list(islice(_topic().finditer(text, start, end), _MOST_WORDS)))


@cache
def _topic() -> WordList:
    return compile_words(lexicon.load("topic")["words"])


@lru_cache(4)  # all acts of an article have the same
def _chief_stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words that an article tells most often."""
    common = function_words()
    told: Counter[str] = Counter()
    for piece, times in Counter(text.lower().split()).items():
        for word in _LONG.findall(piece):
            if word not in common:
                told[word[:_STEM]] += times
    return frozenset(word for word, _ in told.most_common(_CHIEF))


def _of_bodies(draft: Draft) -> Iterator[str]:
    text, happening = draft.article.text, draft.happening
    before = names_a_body(text, (happening.clause[0], happening.trigger.start))
    inside = names_a_body(text, draft.sentence)
    yield f"body before={before}"
    yield f"body before={before}&breadth={draft.breadth}"
    yield f"body inside={inside}"
    yield f"body inside={inside}&kind={happening.kind.value}"
    yield f"body inside={inside}&breadth={draft.breadth}"


def _of_subject(draft: Draft) -> Iterator[str]:
    trigger = draft.happening.trigger
    subject = _subject(draft.article.text[max(draft.sentence[0], trigger.start - _SUBJECT) : trigger.start])
    yield f"subject={subject}"
    yield f"subject={subject}&breadth={draft.breadth}"
    yield f"subject={subject}&kind={draft.happening.kind.value}"
    yield f"subject={subject}&age={draft.age}"


@lru_cache(256)  # the dates of a sentence may belong to one act
def _subject(before: str) -> str:
    """Return what the last word before a verb and its auxiliaries is."""
    words = list(written_words(before))
    while words and (words[-1].lower() in _AUXILIARIES or words[-1].lower().endswith("ly")):
        words.pop()
    if not words:
        return "none"
    last, earlier = words[-1], words[-2:-1]
    if pronoun := _PRONOUNS.get(last.lower()):
        return pronoun
    if last[0].isdigit():
        return "number"
    if last[0].isupper():
        return "names" if earlier and earlier[0][0].isupper() else "name"
    if not last[0].isalpha():
        return "sign"
    return "plural" if last.endswith("s") else "little" if last in function_words() else "singular"


def _of_sentence(draft: Draft) -> Iterator[str]:
    text, (start, _) = draft.article.text, draft.sentence
    dated = min(_MOST_DATED, draft.dated)
    yield f"finite={has_finite_verb(text, draft.sentence)}"
    yield f"dated={dated}"
    yield f"dated={dated}&rank={min(_MOST_DATED - 1, draft.rank)}"
    line = text.rfind("\n", 0, start) + 1
    yield f"opens={not text[line:start].strip()}"
    yield f"item={text[line : start + 2].lstrip().startswith(_ITEMS)}"
