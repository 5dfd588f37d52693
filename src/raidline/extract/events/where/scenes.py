"""Scenes: where a happening took place, or else the jurisdiction whose act it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from raidline.extract.events.event_mentions import Happening
from raidline.extract.events.where import courts, cues, nationwide
from raidline.extract.events.where.act import Act, Found, Places
from raidline.extract.events.where.capital import IN_THE_STREETS, only_files
from raidline.extract.events.where.focus import ABOUT, Focus, main_place
from raidline.extract.events.where.gathering import ENFORCEMENT, Gatherings
from raidline.extract.events.where.offices.finding import find_offices
from raidline.extract.events.where.offices.office import Office
from raidline.extract.events.where.pointed import Pointed
from raidline.extract.events.where.positions import Positions, places_in
from raidline.extract.events.where.preceding import Preceding
from raidline.extract.events.where.relatives import told_with
from raidline.extract.events.where.setoff import SET_OFF, town_set_off
from raidline.extract.events.where.titled import scenes_in_title
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import pointing
from raidline.extract.toponyms.affiliations import HOME
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.extract.toponyms.unplaced import ABROAD, UNKNOWN, government_abroad, happens_abroad, place_as_written
from raidline.models import Kind
from raidline.places.lookup import nation

if TYPE_CHECKING:
    from raidline.article import Article

# The act of an office belongs to its jurisdiction, wherever it is announced; what agents do happens somewhere.
_ACTS_OF_OFFICE = {Kind.POLICY, Kind.STATEMENT, Kind.REPORT, Kind.ORDER, Kind.LEGISLATION, Kind.FUNDING}
_TOLD_ANYWHERE = {Kind.STATEMENT, Kind.REPORT}  # of them, what a foreign ministry does, too
_SCENE = ("scene", "area")
_RIGHT_BEFORE, _LONGEST_NAME = 3, 60  # characters
_LEAD = 2  # sentences
_LONGEST_SCENE = timedelta(days=300)


class SceneFinder:
    """Finds, for one article, which places a happening belongs to."""

    def __init__(
        self, article: Article, sentences: Sequence[Span], mentions: Sequence[PlaceMention], homes: Places
    ) -> None:
        self._text = text = article.text
        self._lead_ends = sentences[min(_LEAD, len(sentences)) - 1][1] if sentences else 0
        # "U.S. officials" says who, not where: the nation is a place through its acts, not its name
        self._mentions = [
            m for m in mentions if m.jurisdiction and not m.jurisdiction.is_nation and not m.is_the_government
        ]
        self._filed_in_the_capital = only_files(self._mentions)
        self._focus = Focus(text, self._mentions, homes, article.title or "")
        self._offices = find_offices(text, self._mentions, self._focus, article.published)
        self._at = Positions(text, self._mentions, self._offices)
        self._pointed = Pointed(text, self._mentions, self._at, self._focus, homes[0] if homes else None)
        self._main = main_place(self._mentions, self._offices, article.title or "", homes)
        self._crowds = Gatherings(self._mentions, homes, self._main)
        self._preceding = Preceding(text, sentences, self._at, self._focus, self._crowds)
        self._titled = scenes_in_title(article.title or "", self._mentions)

    def places_of(self, happening: Happening, sentence: Span) -> tuple[Places, str]:
        """Return the places of a happening, and in words how they were found.

        The first of the readings below that finds something decides.
        """
        act = Act(happening, sentence, self._office_of(happening, sentence))
        for reading in (
            self._antecedent,
            self._office_acts,
            self._nationwide,
            self._abroad,
            self._pointed.right_here,
            self._scene_of_title,
            self._named_in_clause,
            self._pointed.here_in_town,
            self._pointed.there,
            self._pointed.at_a_site,
            self._local_office,
            self._federal_judge,
            self._named_in_sentence,
            self._figure_over_time,
            self._office_behind,
            self._legislature,
            self._executive_order,
            self._in_court,
            self._preceding.named_before,
        ):
            if found := reading(act):
                return self._of_the_nation(act, found)
        if head := self._focus.heading(sentence[0]):
            return (head,), "named in the heading above"
        place = self._crowds.of(happening.kind, self._main)
        lives = [m.jurisdiction for m in self._at.mentions_in(sentence) if m.how.startswith(HOME) and m.jurisdiction]
        if place.is_nation and lives:
            return (lives[0],), "named in the sentence"
        if place.is_nation and (written := place_as_written(self._text, sentence, self._at.starts_in(sentence))):
            return ((), UNKNOWN) if isinstance(written, str) else ((written,), ABROAD)
        return (place,), ABOUT

    def _of_the_nation(self, act: Act, found: tuple[Places, str]) -> tuple[Places, str]:
        """Return what was found, but the nation for the capital, where reports are filed and national bodies act."""
        places, how = found
        acts = act.office is not None and act.office.jurisdiction.is_nation and not act.office.inferred
        if not (self._filed_in_the_capital or acts) or act.happening.kind in IN_THE_STREETS:
            return found
        return tuple(dict.fromkeys(nation() if place.is_district else place for place in places)), how

    def _office_of(self, happening: Happening, sentence: Span) -> Office | None:
        """Return the office nearest before the trigger, or before its clause if that has no subject of its own."""
        clause, trigger = happening.clause, happening.trigger
        if trigger.role == "say" and cues.PASSIVE.search(self._text, clause[0], trigger.start):
            return None  # "he was told": the text does not say by whom
        office = self._at.acting(clause, trigger.end) or self._at.acting_by(clause, trigger.end)
        if not office and not cues.SUBJECT.search(self._text, clause[0], trigger.start):
            office = self._at.acting(sentence, clause[0])  # "which went into effect": the subject comes before
        return None if office and cues.THERE.match(self._text, office.end) else office

    def _office_acts(self, act: Act) -> Found:
        if not act.office or act.happening.kind not in _ACTS_OF_OFFICE:
            return None
        scenes: Places = ()
        if act.office.jurisdiction.is_nation:
            here = self._pointed.in_the(act.happening.clause)
            scenes = self._at.named(act.happening.clause, _SCENE) or (here[0] if here else ())
        return scenes or (act.office.jurisdiction,), f"an act of '{act.office.text}'"

    def _nationwide(self, act: Act) -> Found:
        clause, named = act.happening.clause, self._at.named(act.happening.clause, _SCENE)
        found = nationwide.nationwide().search(self._text, *clause)
        cue = found[0] if found else None
        if not cue and act.happening.kind is not Kind.PROTEST and not self._at.named(act.sentence, _SCENE):
            cue = (
                None if pointing.IN_THE.search(self._text, *act.sentence) else nationwide.many(self._text, act.sentence)
            )
        if not cue and not act.office and not named:
            cue = nationwide.federal_law(self._text, act.sentence[0], act.happening.trigger.start)
        return ((*named, nation()), f"'{cue}'") if cue else None

    def _antecedent(self, act: Act) -> Found:
        """Read the place that a relative clause describes: "Fairfax, which in January wrote ..."."""
        start = act.happening.clause[0]
        if not cues.RELATIVE.match(self._text, start):
            return None
        near = self._at.mentions_in((max(0, start - _LONGEST_NAME), start))
        before = [m for m in near if start - _RIGHT_BEFORE <= m.end <= start and m.role != "affiliation"]
        place = before[-1].jurisdiction if before else None
        return ((place,), f"'{before[-1].text}, which ...'") if place else None

    def _abroad(self, act: Act) -> Found:
        """Read what happens in another country, unless the clause has a scene of this one."""
        clause, trigger, kind = act.happening.clause, act.happening.trigger, act.happening.kind
        if self._at.named(clause, _SCENE):
            return None
        subject = act.sentence[0] if cues.RELATIVE.match(self._text, clause[0]) else clause[0]
        country = government_abroad(self._text, (subject, trigger.start)) if kind in _ACTS_OF_OFFICE else None
        if not country and not (kind in _ACTS_OF_OFFICE and (act.office or kind not in _TOLD_ANYWHERE)):
            country = happens_abroad(self._text, clause, (trigger.start, trigger.end))
        return ((country,), ABROAD) if country else None

    def _named_in_clause(self, act: Act) -> Found:
        """Read the places in the clause; the dateline of a state's act is only the capital where it was reported."""
        start, end = act.happening.clause
        end = cues.moved_on(self._text, act.happening, end)
        if act.office and self._sues(act) and not self._at.named(act.happening.clause, _SCENE):
            return (act.office.jurisdiction,), f"an act of '{act.office.text}'"
        if court := courts.filed(self._text, act.happening, self._at.mentions_in(act.sentence)):
            return (court,), "named in the clause"
        if act.office and act.office.jurisdiction.is_state:
            filed = [m.end for m in self._at.mentions_in((start, end)) if m.how.startswith("the dateline")]
            start = max(filed, default=start)
        if act.happening.kind in ENFORCEMENT and (joined := cues.JOINED.match(self._text, end, act.sentence[1])):
            only_filed = all(m.how.startswith(DATELINE) for m in self._at.mentions_in((start, end)))
            scenes = pointing.scenes_beyond_dateline(self._at.mentions_in(act.sentence)) if only_filed else ()
            if scenes:
                return scenes, f"named in the clause with '{joined[0].strip()}'"
        return self._first_named(act, (start, end), "in the clause") or self._of_marchers(act)

    def _scene_of_title(self, act: Act) -> Found:
        """Read the scene in the title as that of the report's first acts, for which it names only its dateline."""
        if not self._titled or act.sentence[0] >= self._lead_ends or act.happening.kind not in IN_THE_STREETS:
            return None
        scenes = (m for m in self._at.mentions_in(act.sentence) if m.role == "scene")
        if any(not scene.how.startswith(DATELINE) for scene in scenes):
            return None
        return self._titled, "the scene in the title"

    def _local_office(self, act: Act) -> Found:
        """Read a local office as the place; the acts of national agents happen elsewhere."""
        if not act.office or (act.happening.kind in ENFORCEMENT and act.office.jurisdiction.is_nation):
            return None
        return (act.office.jurisdiction,), f"an act of '{act.office.text}'"

    def _federal_judge(self, act: Act) -> Found:
        """Read a judge of the nation whose seat nothing tells as one of the state, wherever somebody was arrested."""
        named, state = self._at.mentions_in(act.sentence), self._focus.place(act.sentence[0], "state")
        seat = courts.seat(self._text, act.happening.clause, act.sentence, named, state)
        return ((seat,), "a judge in the state") if seat and act.happening.kind is Kind.RULING else None

    def _named_in_sentence(self, act: Act) -> Found:
        start, end = act.sentence
        return self._first_named(act, (start, cues.moved_on(self._text, act.happening, end)), "in the sentence")

    def _figure_over_time(self, act: Act) -> Found:
        """Read a figure over a year as that of the body that counts, or else of the whole story, not of one scene."""
        first, last = act.happening.timex.earliest, act.happening.timex.latest
        if not first or not last or last - first <= _LONGEST_SCENE:
            return None
        if act.office:
            return (act.office.jurisdiction,), f"a figure of '{act.office.text}'"
        return ((nation(),), "a figure of the nation") if self._main.is_nation else None

    def _office_behind(self, act: Act) -> Found:
        """Read the speaker or subject that follows: "Speaking on Monday, the mayor ...", "argued that Congress ..."."""
        if act.happening.trigger.role != "say" or cues.TO.match(self._text, act.happening.trigger.end):
            return None  # "wrote to Congress"
        behind = (act.happening.trigger.end, act.sentence[1])
        office = next((o for o in self._at.offices_in(behind) if o.end <= behind[1]), None)
        return ((office.jurisdiction,), f"an act of '{office.text}'") if office else None

    def _legislature(self, act: Act) -> Found:
        """Read a law without a named body as that of the state the article is about, or of the nation.

        The legislators whom the article names tell which; an ordinance is a town's.
        """
        if act.happening.kind is not Kind.LEGISLATION or cues.town_law().search(self._text, *act.sentence):
            return None
        chambers = Counter(o.jurisdiction.is_nation for o in self._offices if o.inferred)
        if chambers[True] > chambers[False]:
            return (nation(),), "a law of the nation"
        state = self._focus.place(act.happening.trigger.start, "state")
        return ((state,), "a law of the state") if state else None

    def _in_court(self, act: Act) -> Found:
        before = self._at.mentions_in((0, act.sentence[0]))
        court = courts.session(self._text, act.happening, before)
        return ((court,), "in the court told of") if court else None

    def _executive_order(self, act: Act) -> Found:
        return ((nation(),), "an executive order") if act.happening.kind is Kind.ORDER else None

    def _of_marchers(self, act: Act) -> Found:
        """Read "Prairie View students marched" as a march there, unless another scene is named."""
        clause, trigger = act.happening.clause, act.happening.trigger
        if act.happening.kind is not Kind.PROTEST or self._at.named(act.sentence, _SCENE):
            return None
        before = self._at.mentions_in((clause[0], trigger.start))
        people = [m for m in before if m.role == "affiliation" and self._text.startswith(" ", m.end)]
        homes = [m.jurisdiction for m in people if not self._text.endswith((" from ", " of ", " in "), 0, m.start)]
        local = tuple(dict.fromkeys(home for home in homes if home and home.is_local))
        return (local, "named in the clause") if local else None

    def _sues(self, act: Act) -> bool:
        """Whether an office sues others, which are named only as those: "sued the Kern County sheriff"."""
        office, trigger = act.office, act.happening.trigger
        is_local = office is not None and not office.jurisdiction.is_nation and office.end <= trigger.start
        return is_local and act.happening.kind is Kind.LAWSUIT and trigger.text.lower().startswith(("sue", "suing"))

    def _first_named(self, act: Act, span: Span, where: str) -> Found:
        mentions = told_with(self._text, span[0], self._at.mentions_in(span), act.happening.trigger)
        if names := pointing.scenes_beyond_dateline(mentions) or places_in(mentions, _SCENE):
            if town := town_set_off(self._text, mentions):
                return (town,), f"named {where}, {SET_OFF}"
            return names, f"named {where}"
        if here := self._pointed.in_the(span):
            return here
        for roles in (("organisation",), ("context",)):
            if names := self._at.named(span, roles):
                return names, f"named {where}"
        return None
