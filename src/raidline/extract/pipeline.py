"""The steps from an article to its candidates, in order: rules propose, scores decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raidline.counts.people import Recount, one_count
from raidline.counts.value import Count
from raidline.extract.counting.recounting import recounted
from raidline.extract.daily import joined
from raidline.extract.decide import agency, event, kind, place
from raidline.extract.decide.again.retelling import of_pair, told_once
from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.decide.loglinear import Chosen, Judged
from raidline.extract.decide.models import Models, shipped
from raidline.extract.decide.named import Named
from raidline.extract.decide.reasons import in_words
from raidline.extract.decide.story import relation
from raidline.extract.events.actors import find_attribution, find_participants
from raidline.extract.events.modality import read_status
from raidline.extract.events.negation import ENFORCING, is_no_enforcement
from raidline.extract.events.private import is_caption, of_a_person
from raidline.extract.events.where.focus import ABOUT
from raidline.extract.events.where.offices.office import ITS
from raidline.extract.events.where.setoff import SET_OFF
from raidline.extract.proposals import Proposals, propose
from raidline.extract.reasoning import Decided, against, reasons
from raidline.extract.salience import Weighed, ranked
from raidline.extract.text.headline import headline
from raidline.extract.text.skipped import Skipped
from raidline.extract.titles import make_title
from raidline.extract.toponyms.unplaced import ABROAD, UNKNOWN, place_as_written
from raidline.models import Candidate, Kind, Status
from raidline.places.containment import as_one_city
from raidline.places.jurisdiction import Jurisdiction
from raidline.yamltext.collector import no_garbage_collection

if TYPE_CHECKING:
    from raidline.article import Article

EVENT = 0.42  # the least probability that a dated act is an event, and a new one, to become a candidate
ACTS = 0.4  # the least probability that a public body acts in an event, to be named with it
SOLE = 0.3  # the same for the likeliest body, if no other acts: an act has an actor
READ = 0.15  # the same for a body that the rules read there
_IN_ONE_PLACE = frozenset({Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST, Kind.HEARING})
_WIDER = ("its state", "nation")
_RUMORED = frozenset({Kind.OPERATION, Kind.INCIDENT})
_LIMIT = "a limit, not the day of the act"
# "On Monday, the new Department of Justice on Tuesday said"
_SUBJECT = (
    r"(?:In\sWashington,\s)?(?:On\s[A-Z]\w+day,?\s)?(?:[Tt]he\s)?(?:[\w.]+\s){{0,2}}{office}(?:\s[\w.]+){{0,3}}\s"
)
_NAMED = "named in the clause"
# Log odds in favour of the place that the rules read, lest a close call overrule what is written; and for what is
# written more plainly: the scene is in the clause, a national body opens the sentence or it was "nationwide", its words
# point at the scene ("at the jail").
CREDIT, CREDIT_OF_SCENE, CREDIT_OF_NATION, CREDIT_OF_POINTING = 0.7, 1.2, 3.3, 2.2
_POINTS = ("'here'", "'there'", "a site told of", f"an act of '{ITS}")
_DESCRIBES = ", which ...'"
_ACTS = "an act of '"
_QUOTED = "'"  # "across the country"


@dataclass(frozen=True, slots=True)
class Told:
    """A report of a happening with its further ones, its kind, and that it is an event, and of the article's core.

    `kinds` has the likeliest first.
    """

    telling: Telling
    also: Sequence[Telling]
    kind: Chosen
    kinds: Sequence[Kind]
    event: Judged
    core: Judged


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one article, most salient first, and what was left out, in the order of the text."""

    candidates: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]


def extract_article(article: Article) -> Extraction:
    """Return the candidate events of an article, dated against its day of publication.

    Without one, relative expressions stay unresolved and are among what was skipped.
    """
    with no_garbage_collection():
        return decide(propose(article), shipped())


def decide(proposals: Proposals, models: Models) -> Extraction:
    """Return the models' decisions about the acts that the rules propose."""
    likely: list[tuple[float, Telling]] = []
    skipped = list(proposals.skipped)
    judged: dict[int, Judged] = {}
    for draft in proposals.drafts:
        answer = models.event.judged(event.features(draft))
        timex = draft.happening.timex
        if answer.probability < EVENT:
            why = in_words("event", against(answer.weighed()))
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' seems to date no event {why}"))
        else:
            likely.append((answer.probability, proposals.told(draft)))
            judged[id(draft)] = answer
    reports = told_once(likely, models.retelling, EVENT)
    chosen = [
        models.kind.chosen([feature for one in (telling, *also) for feature in kind.features(one.draft)])
        for telling, also in reports
    ]
    kinds = [_kinds(telling.draft, of) for (telling, _), of in zip(reports, chosen, strict=True)]
    weighed = []
    for first, *others in joined([(telling, of[0]) for (telling, _), of in zip(reports, kinds, strict=True)]):
        telling, again = reports[first]
        also = [*again, *(one for number in others for one in (reports[number][0], *reports[number][1]))]
        events = [judged[id(one.draft)] for one in (telling, *also)]
        cores = [models.core.judged(one.features) for one in events]
        told = Told(telling, also, chosen[first], kinds[first], events[0], cores[0])
        candidate = _candidate(proposals, models, told)
        core = max(one.probability for one in cores)
        weighed.append(Weighed(candidate, core, len(also), is_private=_is_private(telling)))
    order = sorted(skipped, key=lambda s: s.start)
    article = proposals.article
    found = ranked(len(article.text), headline(article), article.published, weighed)
    return Extraction(tuple(found), tuple(order))


def _kinds(draft: Draft, chosen: Chosen) -> list[Kind]:
    """Return the kinds of an act, likeliest first; enforcement comes last where it is only denied."""
    act, text = draft.happening, draft.article.text
    kinds = kind.ranked(chosen, act.kind, act.trigger)
    if kinds[0] in ENFORCING and is_no_enforcement(text, draft.sentence, act.trigger):
        return sorted(kinds, key=lambda one: one in ENFORCING)
    return kinds


def _is_private(telling: Telling) -> bool:
    text, sentence, trigger = telling.draft.article.text, telling.draft.sentence, telling.draft.happening.trigger
    return of_a_person(text, sentence, trigger) or is_caption(text, sentence)


def _candidate(proposals: Proposals, models: Models, told: Told) -> Candidate:
    article, draft = proposals.article, told.telling.draft
    text, (start, end), timex = draft.article.text, draft.sentence, draft.happening.timex
    chosen = told.kinds[0]
    happening = replace(draft.happening, kind=chosen)
    telling, *also = (proposals.of_kind(one, chosen) for one in (told.telling, *told.also))
    places, how_place, for_place = _places(proposals, models, _placed_best(telling, also), chosen)
    counts = dict(telling.counts)
    bodies = _bodies(proposals, models, telling)
    for other in also:
        known = set(map(one_count, counts))
        counts |= {what: count for what, count in other.counts.items() if one_count(what) not in known}
        bodies = bodies or _bodies(proposals, models, other)
    agencies = tuple(bodies)
    status, modality = read_status(text, happening, proposals.told_on.get(timex.start, article.published))
    if draft.sentence in proposals.denied and chosen in _RUMORED:
        status, modality = Status.ALLEGED, "asked, and answered with no"
    here = {one: for_place for one in places[:1] if for_place}
    again = models.retelling.judged(of_pair(telling, also[0])) if also else None
    why = reasons(Decided(told.event, told.core, told.kinds, told.kind, here, bodies, again))
    return Candidate(
        article=article.id,
        date=happening.date,
        date_text=article.text[timex.start : timex.end] or timex.text,
        how="; ".join(filter(None, (timex.how, _LIMIT if happening.within else "", how_place, *why))),
        trigger=happening.trigger.text,
        kind=chosen,
        status=status,
        modality=modality,
        title=make_title(chosen, agencies, [place.full_name for place in places], counts),
        places=places,
        setting=proposals.named.setting,
        topics=proposals.topics,
        kinds=kind.likely(told.kind, chosen),
        place_text="" if places else _as_written(telling, proposals.named),
        agencies=agencies,
        participants=find_participants(text, draft.sentence),
        counts=counts,
        attribution=find_attribution(text, draft.sentence),
        quote=article.text[start:end],
        start=start,
        end=end,
        salience=0.0,
        page=article.page_at(start),
        recounts=_recounts(proposals, counts, [telling, *also]),
    )


def _recounts(proposals: Proposals, counts: Mapping[str, Count], tellings: Sequence[Telling]) -> tuple[Recount, ...]:
    article, text = proposals.article, tellings[0].draft.article.text
    own, *again = dict.fromkeys(one.draft.sentence for one in tellings)
    behind = list(dict.fromkeys(filter(None, map(proposals.following.get, (own, *again)))))
    return tuple(
        Recount(
            what=what, count=count, quote=article.text[start:end], start=start, end=end, page=article.page_at(start)
        )
        for what, count, (start, end) in recounted(text, counts, own, behind, again)
    )


def _is_in_one_place(telling: Telling, kind: Kind) -> bool:
    """Whether an act of a kind, as which it was read, too, took a day or two: it was not done all over a state."""
    return telling.draft.breadth == "day" and {kind, telling.draft.happening.kind} <= _IN_ONE_PLACE


def _placed_best(telling: Telling, also: Sequence[Telling]) -> Telling:
    """Return a telling, or the further one that names the town of the act, of which the first tells only the state."""
    if not telling.places or telling.places[0].is_local:
        return telling
    exact = (one for one in also if one.how_place.startswith(_NAMED) and one.places and one.places[0].is_local)
    return next((one for one in exact if relation(telling.places[0], one.places[0]) in _WIDER), telling)


def _as_written(telling: Telling, named: Named) -> str:
    """Return the name of a place that is unknown, "" if it has none."""
    draft = telling.draft
    known = [m.start for m in named.between(*draft.sentence)]
    return str(place_as_written(draft.article.text, draft.sentence, known) or place.where_untold(telling, named) or "")


def _bodies(proposals: Proposals, models: Models, telling: Telling) -> dict[str, Judged]:
    """Return the bodies that act, each with its answer: those the rules read, then others, the likeliest first."""
    bodies = proposals.bodies
    judged = {n: models.agency.judged(agency.features(telling, n, bodies)) for n in bodies.offered(telling)}
    odds = {name: one.probability for name, one in judged.items()}
    read = [name for name in telling.agencies if odds.get(name, 0) >= READ]
    likeliest = sorted(odds, key=lambda name: (-odds[name], name))
    acting = dict.fromkeys((*read, *(name for name in likeliest if odds[name] >= ACTS)))
    return {name: judged[name] for name in acting or [name for name in likeliest[:1] if odds[name] >= SOLE]}


def _credit(telling: Telling) -> float:
    """Return the log odds in favour of the place that the rules read."""
    how = telling.how_place
    if how.startswith(_POINTS) or how.endswith((_DESCRIBES, SET_OFF)):
        return CREDIT_OF_POINTING
    if how.startswith(_NAMED):
        return CREDIT_OF_SCENE
    is_national = how.startswith(_QUOTED) or (how.startswith(_ACTS) and _opens_with_the_nation(telling))
    return CREDIT_OF_NATION if is_national and telling.places[0].is_nation else CREDIT


def _opens_with_the_nation(telling: Telling) -> bool:
    """Whether a national body is what a sentence opens with, right before its verb: "ICE said", not ", ICE said"."""
    draft, office = telling.draft, telling.how_place.removeprefix(_ACTS).rstrip("'")
    before = draft.article.text[draft.sentence[0] : draft.happening.trigger.start]
    return re.fullmatch(_SUBJECT.format(office=re.escape(office)), before) is not None


def _places(
    proposals: Proposals, models: Models, telling: Telling, kind: Kind
) -> tuple[tuple[Jurisdiction, ...], str, Judged | None]:
    """Return the likeliest place of an act, with others beside it if the rules read it too; how found; the answer."""
    named, ruled = proposals.named, telling.places
    if telling.how_place in (UNKNOWN, ABROAD):
        return ruled, telling.how_place, None
    if place.where_untold(telling, named) is not None:
        return (), UNKNOWN, None
    judged = {one: models.place.judged(features) for one, features in place.evidence(telling, named).items()}
    scores = {one: answer.score for one, answer in judged.items()}
    for one in ruled[:1]:
        scores[one] += _credit(telling)
    best = max(scores, key=lambda one: (scores[one], one.full_name))
    is_told = telling.how_place != ABOUT or ruled[:1] == (named.story.chief,)
    is_local = telling.how_place.startswith(_NAMED) or (is_told and _is_in_one_place(telling, kind))
    if ruled and is_local and relation(best, ruled[0]) in ("its state", "around"):
        best = ruled[0]  # "the raid in Omaha shook this corner of Nebraska"
    is_of_a_county = ruled and telling.how_place.startswith(_ACTS) and ruled[0].level == "county"
    if is_of_a_county and relation(ruled[0], best) == "around":
        best = ruled[0]  # a sheriff acts for the county, in whatever town of it
    if best in ruled:
        places = map(as_one_city, (best, *(one for one in ruled if one != best)))
        return tuple(dict.fromkeys(places)), telling.how_place, judged[best]
    return (as_one_city(best),), "the likeliest of the places named", judged[best]
