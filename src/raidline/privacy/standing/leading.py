"""What a sentence says of those who head, speak for or write for something: "the clinic's Ann Vale"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.privacy.standing.appointments import is_said_to_be, is_who_it_is
from raidline.privacy.standing.wording import GIVEN, NAME, any_said, listed

_BODY_OPENS = r"(?:[A-Z][\w.’'&-]*\s+(?:(?:for|of|the|and|on|in)\s+)*){0,5}?"
_BY_AGENTS = re.compile(r"\b(?:[Aa]gents?|[Oo]fficers?|ICE|CBP|HSI|[Dd]eputies|[Gg]uards?|[Pp]olice|[Tt]roopers?)\b")
_SPEAKS = re.compile(r"\s+(?:said|says|told|called|argued|argues|asked|wrote|added|declined|confirmed)\b")
# Nothing but names before
_OPENS = re.compile(rf"^\s*(?:{NAME},\s+)*(?:{NAME},?\s+(?:and|&)\s+)?(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){{1,3}}$")


def is_said_in_public_life(before: str, behind: str, roles: frozenset[str]) -> bool:
    """Whether the words around a surname say that somebody heads something, argues a case or wrote a ruling."""
    return (
        any_said(before, _before(), behind, _behind())
        or bool(_for_a_side().match(behind) and _OPENS.match(before))
        or is_said_to_be(behind, roles)
        or is_who_it_is(before, roles)
        or bool(_for_family().search(before) and _SPEAKS.match(behind))
        or bool((found := _rebuked().search(before)) and not _BY_AGENTS.search(before, 0, found.start()))
    )


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """Return what stands before the name of somebody in public life."""
    ruled = rf"{listed('rulings')}\s+(?:by|from|of),?\s+{GIVEN}"  # "The order by Ann Vale bars arrests"
    medium_has = rf"{listed('media')}['’]s?\s+{GIVEN}"  # "Fox News' Ann Vale"
    headed_by = rf"{listed('headed')}\s+by\s+(?:{NAME}\s+(?:and|&)\s+)?{GIVEN}"  # "the board, chaired by Ann Vale"
    group_has = rf"(?:\b[Tt]he\s+(?:[\w-]+\s+)?)?{listed('speaking_bodies')}['’]s\s+{GIVEN}"  # "the clinic's Ann Vale"
    # "for the county, Ann Vale argued"
    assigned = rf"\b[Cc]ases?\s+(?:is\s+|was\s+)?(?:re)?assigned\s+(?:to|from\s+{NAME}\s+to|from)\s+{GIVEN}"
    taken_over = rf"\b[Tt](?:ook|akes|aking)\s+(?:over\s+)?(?:the|his|her|their)\s+cases?\s+(?:over\s+)?from\s+{GIVEN}"
    before_court = (  # "the hearing before Ann Vale"
        r"\b(?:hearings?|trials?|arguments?|conference|proceedings?|motions?|appear(?:s|ed|ing|ance)?|arraign(?:ed|ment)|argued|pending)"
        rf"\s+before\s+{GIVEN}"
    )
    argued = rf"\b[Ff]or\s+(?:the\s+)?(?:[A-Z]{{3,}}|{listed('argued_for')}),\s+{GIVEN}"
    return tuple(map(re.compile, (ruled, medium_has, headed_by, group_has, assigned, taken_over, before_court, argued)))


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """Return what stands behind the surname of somebody in public life."""
    heads = (
        rf"(?:\s+(?:too|also|again))?,\s+who\s+(?:(?:also|now|then|co-)\s?)?{listed('heads')}"
        rf"|,\s+whose\s+(?:[\w’'-]+\s+){{0,2}}?{listed('whose_group')}"
    )
    # "Ann Vale, of the Workers' Defense Project,", "Ann Vale, at TRAC"; not "Ann Vale at UNMC", where she may be ill
    of_group = (
        rf"(?:,?\s+(?:of|with)|,\s+at|\s+at(?!\s+(?:the\s+)?[A-Z.]+\b(?![a-z])))\s+(?:the\s+(?:[a-z-]+\s+){{0,2}})?{_BODY_OPENS}"
        rf"(?:[A-Z]{{3,}}\b|{listed('groups')}(?!\s+(?:Hospital|Medical|Health)))"
    )
    # "Ann Vale from Harbor Legal Services", "Ann Vale, Integration Center;", of a list
    from_group = (
        rf"\s+from\s+(?:the\s+)?{_BODY_OPENS}{listed('groups_with_staff')}"
        rf"|,\s+(?:the\s+)?(?:[A-Z][\w.’'&-]*\s+(?:(?:for|of|the|and|on|in)\s+)*){{0,5}}?{listed('groups_with_staff')}"
        r"(?:\s+(?:for|of|on)\s+[A-Z][\w\s]{2,40}?)?\s*(?:[;.)(|]|$)"
    )
    # "Ann Vale and Bo Reed (Migration Policy Institute)"
    in_brackets = (
        rf"(?:,?\s+(?:and|&)\s+{NAME})?\s+\((?:the\s+)?{_BODY_OPENS}{listed('groups_in_brackets')}"
        r"(?:\s+(?:(?:of|for|at|on|and)\s+)?[A-Z][^()]{0,40})?\)"
    )
    # "Ann Vale of the interfaith movement"
    of_movement = rf",?\s+(?:of|from|with|at)\s+(?:the|an?|our|their)\s+(?:[a-z’'-]+\s+){{0,3}}?{listed('movements')}"
    # "told Ann Vale, for the government, to"
    for_side = rf",\s+for\s+(?:the\s+(?:[a-z]+\s+)?{listed('sides')}|[A-Z]{{2,}}),"
    represents = (  # a lawyer: "Ann Vale and Bo Reed represent her"
        rf"(?:\s+and\s+{NAME})?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w.’' -]{{2,40}}?)?"
        rf"(?:,\s+who)?\s+represents?\s+(?:\d|{listed('represented')})"
    )
    degree = rf",\s+{listed('degrees')}"
    # "Ann Vale testified for the government"
    for_a_body = (
        r"\s+(?:testified|appeared|spoke|argued|answered)\s+(?:[\w’']+\s+){0,3}for\s+(?:the\s+)?"
        rf"(?:[A-Z]{{3,}}\b|{listed('argued_for')})"
    )
    on_stage = rf"(?:['’]s)?\s+(?:new\s+|latest\s+)?{listed('on_stage')}"  # "Ann Vale concert moved"
    own_works = rf"['’]s\s+(?:[a-z]+\s+)?{listed('own_works')}"  # "Ann Vale's new study"
    several = "|".join(sorted(map(re.escape, lexicon.load("privacy")["no_office"])))
    partner = (  # "a founding partner" and "one of her attorneys"
        rf",\s+(?:(?:(?:an?|the)\s+)?{listed('partners')}|one\s+of\s+(?:[\w.’'-]+\s+){{0,4}}?(?:{several})s\b)"
    )
    return tuple(
        map(
            re.compile,
            (
                heads,
                of_group,
                from_group,
                in_brackets,
                of_movement,
                for_side,
                represents,
                partner,
                degree,
                for_a_body,
                on_stage,
                own_works,
            ),
        )
    )


@cache
def _for_family() -> re.Pattern[str]:
    """Match who speaks for people that are not named: "the lawyer for the family Ann Vale said"."""
    return re.compile(
        rf"{listed('speaking_for')}\s+for\s+(?:the|his|her|their)\s+{listed('represented_groups')}\s+{GIVEN}"
    )


@cache
def _rebuked() -> re.Pattern[str]:
    """Match what only those in public life suffer, right before a name: "the judge rebuked Ann Vale"."""
    return re.compile(rf"{listed('rebuked')}\s+(?:and\s+[a-z]+\s+)?(?:[A-Z][a-z]+\.?\s+)?{GIVEN}")


@cache
def _for_a_side() -> re.Pattern[str]:
    """Match the side of a case behind the names of its lawyers: "Ann Vale and Bo Reed for the plaintiffs."."""
    return re.compile(
        rf"(?:,\s+{NAME})*(?:,?\s+(?:and|&)\s+{NAME})?\s+for\s+(?:the\s+|their\s+)?(?:(?!(?:and|who|in|of)\b)[a-z]+\s+)?"
        rf"{listed('sides')}\s*(?:[.;,(]|$)"
    )
