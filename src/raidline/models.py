"""The nouns: events, their sources, and what a curator may write about them. Frozen, nothing extra."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from raidline.counts import Count
from raidline.dates import Edtf


class Kind(StrEnum):
    """What sort of public act an event is."""

    OPERATION = "operation"
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
    """How sure it is that the event took place; `planned` is as of its newest source."""

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


Text = Annotated[str, AfterValidator(_not_blank)]
Id = Annotated[str, AfterValidator(_slug)]
ArticleId = Annotated[str, AfterValidator(_key)]  # from whatever archive it was saved; never used as a path
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Says(_Frozen):
    """Where one source differs from the event it is cited for."""

    date: Edtf | None = None
    kind: Kind | None = None
    status: Status | None = None
    places: Texts = ()
    counts: dict[Text, Count] = Field(default_factory=dict)
    note: Text | None = None


class Source(_Frozen):
    """One report of the event: an article kept beside the timeline, or a reference to one elsewhere.

    `article` is the id of a stored article; without it `publisher` and `published` are required, and a `url`
    where there is one. `quote` is verbatim in the article.
    """

    article: ArticleId | None = None
    quote: Text | None = None
    says: Says | None = None
    url: Text | None = None
    title: Text | None = None
    publisher: Text | None = None
    published: Edtf | None = None
    archived: Text | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if self.article is None and not (self.url and self.publisher and self.published):
            raise ValueError("give `article`, or else `url`, `publisher` and `published`")
        return self


class Reading(_Frozen):
    """How a machine read a candidate: the words it went by, and how sure they make it.

    `start` and `end` are the span of the quote in the article's text, half-open. `salience` runs from 0 to 1.
    """

    date_text: str
    how: str
    trigger: str
    modality: str = ""
    attribution: str | None = None
    salience: float
    start: int
    end: int


class Event(_Frozen):
    """One public act of a public body, as a curator accepted it; with `candidate`, as a machine proposes it."""

    id: Id
    date: Edtf
    title: Text
    kind: Kind
    status: Status = Status.OCCURRED
    places: Annotated[Texts, Field(min_length=1)]
    agencies: Texts = ()
    counts: dict[Text, Count] = Field(default_factory=dict)
    summary: Text | None = None
    notes: Text | None = None
    aliases: Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)] = ()
    related: Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)] = ()
    updated: Edtf | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    candidate: Reading | None = None


class Candidate(_Frozen):
    """One happening as a machine found it in one article, before merging and before a curator.

    `article[start:end] == quote`, always (half-open, in characters of the article's text). `participants` are the
    public bodies and offices that its sentences name, to tell it from what others did on the same day.
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
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    participants: frozenset[str]
    counts: dict[str, Count]
    attribution: str | None
    quote: str
    start: int
    end: int
    salience: float
