"""The nouns: events, their sources, and what a curator may write about them. All are frozen and forbid extra keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    model_validator,
)

from raidline.counts.people import Recount
from raidline.counts.value import Count
from raidline.dates.edtf import Precision
from raidline.dates.value import Edtf
from raidline.places.jurisdiction import Jurisdiction
from raidline.values.participant import Participant
from raidline.values.schema import of_text


class Kind(StrEnum):
    """What sort of public act an event is."""

    OPERATION = "operation"
    INCIDENT = "incident"
    POLICY = "policy"
    ORDER = "order"
    LEGISLATION = "legislation"
    HEARING = "hearing"
    RULING = "ruling"
    LAWSUIT = "lawsuit"
    STATEMENT = "statement"
    REPORT = "report"
    FUNDING = "funding"
    PROTEST = "protest"
    OTHER = "other"


class Status(StrEnum):
    """How certain it is that the event took place; `planned` is as of its newest source."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    ALLEGED = "alleged"
    CANCELLED = "cancelled"
    RETRACTED = "retracted"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _slug(text: str) -> str:
    if not text or len(text) > 120 or not all(c.isascii() and (c.isalnum() or c in "-_.") for c in text):
        raise ValueError("use letters, digits, hyphens, full stops and underscores, such as 2017-02-austin-sweeps")
    if not text[0].isalnum():
        raise ValueError("start with a letter or a digit")
    return text


def _key(text: str) -> str:
    if not text or len(text) > 200 or not text.isprintable() or any(c.isspace() for c in text):
        raise ValueError("use up to 200 characters without spaces, such as alternet-2017-03-29")
    return text


def _one_or_many(value: Any) -> Any:  # noqa: ANN401 - whatever the file held; pydantic judges it next
    return (value,) if isinstance(value, str) and value.strip() else value


def _one_day(when: Edtf) -> Edtf:
    if when.precision is not Precision.DAY or when.earliest != when.latest or when.approximate or when.uncertain:
        raise ValueError("write one day, such as 2026-11-28")
    return when


Text = Annotated[str, AfterValidator(_not_blank)]
Day = Annotated[Edtf, AfterValidator(_one_day)]
Id = Annotated[str, AfterValidator(_slug)]
ArticleId = Annotated[str, AfterValidator(_key)]  # from whatever archive saved it; never used as a path
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # cached values need no validators


class Says(_Frozen):
    """Where one source differs from the event that cites it."""

    date: Edtf | None = Field(default=None, description="The date that this source gives.")
    kind: Kind | None = Field(default=None, description="The kind of event that this source reports.")
    status: Status | None = Field(default=None, description="The status that this source reports.")
    places: Texts = Field(default=(), description="Where this source places it.")
    counts: dict[Text, Count] = Field(default_factory=dict, description="The numbers that this source gives.")
    note: Text | None = Field(
        default=None, description="What else this source says differently, in your words: `ICE: a routine operation`."
    )


class Source(_Frozen):
    """One report of the event: an article stored beside the timeline, or a reference to one elsewhere.

    `article` is the id of a stored article; without it `publisher` and `published` are required, and a `url` if there
    is one. `quote` is verbatim in the article.
    """

    article: ArticleId | None = Field(
        default=None, description="The id of an article stored in `articles/` beside the file."
    )
    quote: Text | None = Field(default=None, description="The sentence that says so, word for word as in the article.")
    page: int | None = Field(
        default=None, ge=1, description="The page of the document that the quote is on, counted from 1."
    )
    says: Says | None = Field(
        default=None, description="Where this source differs from the event: a conflict, on the record."
    )
    background: bool = Field(
        default=False, description="Whether it supports only the place or the policy, not the day; `true` or left out."
    )
    url: Text | None = Field(
        default=None, description="Where the report is on the web; needed without a stored article."
    )
    title: Text | None = Field(default=None, description="The headline of the report.")
    publisher: Text | None = Field(default=None, description="Its publisher; needed without a stored article.")
    published: Edtf | None = Field(default=None, description="When it was published; needed without a stored article.")
    archived: Text | None = Field(default=None, description="The address of an archived copy.")

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if self.article is None and not (self.url and self.publisher and self.published):
            raise ValueError("give `article`, or else `url`, `publisher` and `published`")
        return self


class Reading(_Frozen):
    """How a machine read a candidate: the words it used, and how much the candidate matters.

    `start` and `end` are the span of the quote in the article's text, half-open. `salience` runs from 0 to 1.
    """

    date_text: str = Field(description="The words that give the date.")
    how: str = Field(description="How the date follows from them, and the strongest reasons of each decision.")
    trigger: str = Field(description="The words that name the act.")
    modality: str = Field(default="", description="The word that makes the act planned, alleged or cancelled.")
    attribution: str | None = Field(default=None, description="Who says so inside the article.")
    salience: float = Field(description="How much it matters to its article, from 0 to 1.")
    start: int = Field(description="Where the quote begins in the article's text, in characters from 0, inclusive.")
    end: int = Field(description="Where the quote ends in the article's text, exclusive.")


class Correction(_Frozen):
    """What the record of an event had wrong, for those who read it before the day it was put right."""

    day: Day = Field(description="The day on which the record was put right.")
    text: Text = Field(description="What was wrong and what is right, in your own words.")


class Removal(_Frozen):
    """An event that was taken out of the record, without what it said."""

    id: Id = Field(description="The id that the event had.")
    day: Day = Field(description="The day on which it was taken out.")
    text: Text = Field(description="Why, in your own words, without repeating what was taken out.")
    places: Texts = Field(default=(), description="Where it was: the feeds of these places say that it is gone.")
    aliases: Ids = Field(default=(), description="Its former ids, as it had them. Feeds know it by the first.")


# A name that could not be read as a place stays a text, and so is a note.
Stated: TypeAlias = Edtf | Kind | Status | tuple[Jurisdiction | str, ...] | Count | str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says where it differs from the event."""

    publisher: str
    says: Stated


@dataclass(frozen=True, slots=True)
class Conflict:
    """A difference between the event and its sources about `date`, `kind`, `status`, `places`, `arrested`, `note`."""

    about: str
    event_says: Stated | None
    claims: tuple[Claim, ...]


class Event(_Frozen):
    """One public act of a public body, as a curator accepted it or, with `candidate`, as a machine proposes it."""

    id: Id = Field(description="Its permanent name: letters, digits, hyphens; never changed and never reused.")
    date: Edtf = Field(description="When it happened, as precisely as its sources say and no more, in EDTF.")
    title: Text = Field(description="What happened, in one line of your own words.")
    kind: Kind = Field(description="What sort of act it is.")
    status: Status = Field(default=Status.OCCURRED, description="Whether it took place.")
    places: Annotated[Texts, Field(min_length=1)] = Field(
        description="Where: `Austin, Texas`, `Travis County, Texas`, `Texas`, `United States`; abroad `Mexico`, "
        "`Tijuana, Mexico`."
    )
    agencies: Texts = Field(default=(), description="The public bodies that act in it.")
    counts: dict[Text, Count] = Field(default_factory=dict, description="Numbers by what they count: `arrested: 9`.")
    summary: Text | None = Field(default=None, description="A sentence or two in your own words, shown to readers.")
    notes: Text | None = Field(default=None, description="Why you decided what you decided; for curators.")
    aliases: Ids = Field(
        default=(),
        description="Its former ids: its own, then those of events merged into it. Feeds know it by the first.",
    )
    related: Ids = Field(default=(), description="Ids of other events that belong with it.")
    updated: Edtf | None = Field(
        default=None, description="When its record was last changed: a day, or a second in UTC. Feeds use it."
    )
    corrections: tuple[Correction, ...] = Field(
        default=(), description="What its record had wrong before, shown to readers; the newest last."
    )
    ignore: Texts = Field(default=(), description="Rules of `raidline check` that are off for this event.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(description="Who reports it; at least one.")
    candidate: Reading | None = Field(
        default=None, description="How a machine read it; `raidline review` removes it when you accept the event."
    )


# The keys of an event that readers never see; `raidline.timeline.boundary` removes them. All other keys are public, and
# so are all keys of a source.
FOR_CURATORS = frozenset({"notes", "ignore", "candidate"})


def _resolved(name: str) -> Jurisdiction:
    from raidline.places.lookup import resolve  # noqa: PLC0415 - no model needs the gazetteer until it reads a name

    return resolve(name)


# Written as its full name and read from it; UnknownPlace or AmbiguousPlace if a text is no such name.
_Place = Annotated[Jurisdiction, GetPydanticSchema(lambda *_: of_text(Jurisdiction, _resolved, "a place is a text"))]


class Candidate(_Frozen):
    """One happening as a machine found it in one article, before merging and before review by a curator.

    `article[start:end] == quote`, always (half-open, in characters of the article's text). `participants` are the
    public bodies and offices that its sentences name; they distinguish it from other acts on the same day.
    `place_text` is the name of a place that could not be resolved; then there are no `places`. `setting` is the town or
    county that its article tells most of, or all of that name; `topics` are the words it tells most. `kinds` are other
    kinds that it may well be. `recounts` are all sentences that number the same people if their numbers exclude each
    other.
    """

    article: str
    date: Edtf
    date_text: str
    how: str
    trigger: str
    kind: Kind
    status: Status
    modality: str
    title: str
    places: tuple[_Place, ...]
    agencies: tuple[str, ...]
    participants: frozenset[Participant]
    counts: dict[str, Count]
    attribution: str | None
    quote: str
    start: int
    end: int
    salience: float
    page: int | None = None
    place_text: str = ""
    setting: tuple[_Place, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    recounts: tuple[Recount, ...] = ()

    @property
    def place_names(self) -> tuple[str, ...]:
        """Its places by their full names, or the one as written."""
        return tuple(place.full_name for place in self.places) or (self.place_text or "unknown",)
