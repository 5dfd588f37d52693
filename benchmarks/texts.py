"""News reports and candidates by the thousand, made of the sentences of `data/articles`, the same every time.

Each report tells of a town of its own, drawn by its people, on days of its own in ten years: the sentences of the
digests are shuffled, and other places, days and numbers stand in them.

    python benchmarks/texts.py NUMBER SENTENCES > corpus.jsonl
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.extract.pipeline import extract_article
from raidline.extract.text.sentences import split_sentences
from raidline.models import Candidate
from raidline.places.containment import counties_of
from raidline.places.gazetteer import rows
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import state_of
from raidline.places.reading import by_code
from raidline.reading.files import read_articles

DIGESTS = Path(__file__).absolute().parents[1] / "data" / "articles"
PUBLISHERS = 60
FIRST, DAYS = date(2014, 1, 1), 3_650
SMALLEST = 20_000  # people of a town that has a newspaper
NAMES = 5_000  # of people and streets that reports tell of
HOT, HOT_SHARE, HOT_DAYS = "48453", 0.6, 730  # a county most candidates are in, for two years

_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_CHANGED = re.compile(
    rf"(?P<city>\bAustin\b)|(?P<county>\bTravis County\b)|(?P<state>\bTexas\b)"
    rf"|(?P<day>\b(?:{'|'.join(_MONTHS)}) \d{{1,2}}\b(?!,? \d{{4}}))|(?P<year>\b20[12]\d\b)|(?P<number>\b\d{{2,3}}\b)"
)


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its county and state."""

    city: Jurisdiction
    county: Jurisdiction
    state: Jurisdiction


def articles(count: int, sentences: int = 20) -> Iterator[Article]:
    """Yield so many reports of so many sentences, about 130 characters each."""
    told = _sentences()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - the same reports every time
        town = _towns()[_drawn(chance)]
        published = FIRST + timedelta(days=chance.randrange(DAYS))
        chosen = [_elsewhere(sentence, town, published, chance) for sentence in chance.sample(told, sentences)]
        paragraphs = (" ".join(chosen[at : at + 3]) for at in range(0, sentences, 3))
        publisher = f"Paper {chance.randrange(PUBLISHERS)}"
        path = Path(f"report-{number}.md")
        yield Article(path.stem, "A report", publisher, published, None, "\n\n".join(paragraphs), path)


def as_line(article: Article) -> str:
    """Return a report as a line of JSON."""
    keys = ("id", "title", "publisher", "text")
    return json.dumps({key: getattr(article, key) for key in keys} | {"published": str(article.published)}) + "\n"


def candidates(count: int, *, skewed: bool = False) -> Iterator[Candidate]:
    """Yield so many candidates, as out of such reports; skewed, most are of one county and two years."""
    found = _found()
    chance = random.Random(count)  # noqa: S311 - as above
    hot = [_town(place) for place in _places() if counties_of(place)[0][0].code == HOT]
    for number in range(count):
        here = skewed and chance.random() < HOT_SHARE
        town = chance.choice(hot) if here else _towns()[_drawn(chance)]
        days = timedelta(days=chance.randrange(HOT_DAYS if here else DAYS))
        one = chance.choice(found)
        places = tuple(dict.fromkeys(_moved(place, town) for place in one.places))
        topics = (town.city.short_name.lower(), *(f"name {chance.randrange(NAMES)}" for _ in range(11)))
        told = {"article": f"report-{number // 5}", "start": number, "setting": (town.city,), "topics": topics}
        yield one.model_copy(update={**told, "places": places, "date": _shifted(one.date, days)})


def headers(found: Sequence[Candidate]) -> dict[str, Article]:
    """Return the articles that candidates come from, without their texts."""
    ids = dict.fromkeys(candidate.article for candidate in found)
    return {
        id_: Article(id_, None, f"Paper {n % PUBLISHERS}", FIRST + timedelta(days=n % DAYS), None, "", Path(id_))
        for n, id_ in enumerate(ids)
    }


@cache
def _sentences() -> list[str]:
    digests, _ = read_articles([DIGESTS])
    return [
        " ".join(article.text[start:end].split()) for article in digests for start, end in split_sentences(article.text)
    ]


@cache
def _places() -> list[Jurisdiction]:
    return [place for code in rows() if len(code) == 7 and (place := by_code(code)).population >= SMALLEST]


def _town(place: Jurisdiction) -> Town:
    return Town(place, counties_of(place)[0][0], state_of(place))


@cache
def _towns() -> list[Town]:
    return [_town(place) for place in _places()]


@cache
def _weights() -> list[int]:
    total, sums = 0, []
    for place in _places():
        total += place.population
        sums.append(total)
    return sums


def _drawn(chance: random.Random) -> int:
    return chance.choices(range(len(_weights())), cum_weights=_weights())[0]


def _elsewhere(sentence: str, town: Town, published: date, chance: random.Random) -> str:
    """Return a sentence with another town, other days and other numbers in it."""

    def changed(match: re.Match[str]) -> str:
        day = published - timedelta(days=chance.randrange(120))
        words = {"city": town.city.short_name, "county": town.county.short_name, "state": town.state.name}
        words |= {"day": f"{day:%B} {day.day}", "year": str(published.year), "number": str(chance.randrange(10, 900))}
        return words[match.lastgroup or ""]

    return _CHANGED.sub(changed, sentence)


@cache
def _found() -> list[Candidate]:
    """Return the candidates of some reports that all came out on the first day."""
    reports = (replace(article, published=FIRST) for article in articles(120))
    return [candidate for article in reports for candidate in extract_article(article).candidates]


def _moved(place: Jurisdiction, town: Town) -> Jurisdiction:
    if place.is_nation:
        return place
    return town.state if not place.is_local else town.county if place.kind == "county" else town.city


def _shifted(when: Edtf, days: timedelta) -> Edtf:
    """Return a date so much later; a month becomes a month, and an open end stays as it is."""
    if when.earliest is None or when.latest is None:
        return when
    first, last = when.earliest + days, when.latest + days
    if when.precision == "month":
        return Edtf.parse(f"{first:%Y-%m}")
    if when.precision == "year":
        return Edtf.parse(str(first.year))
    return Edtf.of(first, last) if first != last else Edtf.of(first)


if __name__ == "__main__":
    sys.stdout.writelines(map(as_line, articles(int(sys.argv[1]), int(sys.argv[2]))))
