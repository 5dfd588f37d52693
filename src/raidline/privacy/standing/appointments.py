"""What a sentence says of somebody in office elsewhere than right beside the name: "Ann Vale is the mayor of Reno"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.privacy.standing.elections import is_said_in_election
from raidline.privacy.standing.wording import GIVEN, any_said, listed

_TO_DO = re.compile(
    r"(?:,\s+[^,.;]{2,40},)?\s+to\s+(?:(?:be|run|lead|head|direct|oversee|chair|replace|succeed)\b"
    r"|(?:his|her|the|their)\s+(?:transition|cabinet|team|staff|court|bench|board|commission)\b)"
)  # "named Ann Vale to run it"
_CLAUSE_ENDS = re.compile(r"\s*(?:[;.]|$)")
_SPEAKS = re.compile(
    r"(?:,\s+[\d/]+)?\)\s*(?::|(?:said|says|disputes|denies|denied|confirms|confirmed|declined|calls|called)\b)"
)
_AS_CITIZEN = (
    r"\s+(?:as\s+)?(?:an?\s+)?(?:new\s+)?(?:U\.S\.|US|American)?\s?citizens?\b"  # what no official is sworn in as
)
_INSERTED = r"(?:,\s+(?!who\b)[^,;:.!?]{3,70},)?"  # "Ann Vale, the daughter of a miner, was sworn in"


def is_said_in_office(before: str, behind: str, offices: frozenset[str]) -> bool:
    """Whether the words around a surname say that it is of somebody in one of these offices."""
    return (
        any_said(before, _before(), behind, _behind())
        or is_said_in_election(before, behind)
        or is_said_to_be(behind, offices)
        or bool(_appointed().search(before) and (_TO_DO.match(behind) or _bare(offices).match(behind)))
        or bool(_by_body().search(before) and _CLAUSE_ENDS.match(behind))
        or bool(_body_by().search(before) and _SPEAKS.match(behind))
        or is_who_it_is(before, offices)
        or bool(_named().match(behind) and _made(offices).match(behind))
    )


# Behind which somebody with a role is another: "the man held by the agent is Ann Vale"
_WHOSE = re.compile(r"\b(?:by|of|to|for|with|from|against|than)\s+(?:(?!and\b)[\w’'-]+\s+){0,3}$")
_WITHOUT_ARTICLE = re.compile(r"\bas\s+[\w-]+$")
_DOES = re.compile(r"\s+[a-z]+(?:s|ed)\b(?!['’])")  # "Ann Vale weeps as judge rules"


def is_said_to_be(behind: str, roles: frozenset[str]) -> bool:
    """Whether what stands behind a surname says one of these roles: "is the mayor", "became Reno's first sheriff"."""
    found = _is(roles).match(behind) if _is_what().match(behind) else None
    return found is not None and not (_WITHOUT_ARTICLE.search(found[0]) and _DOES.match(behind, found.end()))


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """Return what stands before the name of somebody in office."""
    body_has = rf"\b(?:[A-Z]{{2,}}|{listed('official_bodies')})['’]s\s+{GIVEN}"  # "DHS's Ann Vale"
    # "Border Patrol agent Ann Vale", whatever is said of what the agent did
    agent = rf"{listed('forces')}\s+(?:(?:[a-z-]+|[A-Z][a-z]+)\s+)?{listed('ranks')}\s+{GIVEN}"
    for_body = rf"\b[Ss]peaking\s+(?:for|on\s+behalf\s+of)\s+{listed('bodies')},\s+{GIVEN}"
    fired = (  # "The agent who fired was Ann Vale"
        rf"(?<!by )\b[Tt]he\s+(?:\w+\s+){{0,2}}?{listed('who_fired')}(?:\s+who\s+(?:\w+\s+){{1,4}}?)?\s*\b"
        rf"(?:is|was|are|were)\s+(?:(?:identified|named)\s+as\s+)?(?:(?:[A-Z][\w’'-]*\s+){{2,3}}and\s+)?{GIVEN}"
    )
    # "The officer, named in the report as Ann Vale"; and not "The officer, who shot a man named Ann Vale"
    identified = (
        rf"(?<!by )\b[Tt]he\s+(?:[\w-]+\s+){{0,3}}?{listed('who_fired')}(?:\s+who\s+(?:[\w’']+\s+){{0,3}}[\w’']+)?,\s+"
        rf"(?!who\b)(?:(?:an?|the)\s+(?:[\w-]+\s+){{1,4}})?(?:(?:later|since|now|only|first)\s+)?"
        rf"(?:identified|named)\s+(?:[\w’']+\s+){{0,4}}?as\s+{GIVEN}"
    )
    return tuple(map(re.compile, (body_has, agent, for_body, fired, identified)))


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """Return what stands behind the surname of somebody in office."""
    of_body = rf"\s+(?:of|from|with)\s+{listed('bodies')}|,\s+speaking\s+(?:for|on\s+behalf\s+of)\s+{listed('bodies')}"
    leads, led = (words_source(lexicon.load("privacy")[key]) for key in ("leads", "led"))
    their_office = (
        rf",?\s+(?:nor|and|or)\s+(?:his|her)\s+{listed('their_office')}"
        rf"|,\s+whose\s+(?:[\w’'-]+\s+){{0,2}}?{listed('whose_office')}"
    )
    sent_to_lead = (
        r"\s+(?:sent|moved|brought|back|flown|tapped|picked|slated|set|poised|hired|chosen|recruited|returns?)\b[^,.;:]{0,40}?"
        r"\bto\s+(?:run|lead|head|oversee|direct|command)\b"
    )
    running = rf",\s+(?:now\s+|also\s+)?(?:running|a\s+candidate|on\s+the\s+ballot)\s+{listed('runs_for')}"
    peer = rf",\s+one\s+of\s+(?:[\w-]+\s+){{0,4}}?{listed('peers')}"
    took_office = (
        rf"(?:{_INSERTED}|,)\s+(?:also\s+|both\s+)?(?:(?:was|were|is|are)\s+{listed('sworn_in')}|{listed('in_office')})(?!{_AS_CITIZEN})"
        r"|,\s+in\s+office\s+(?:for|since)\b"
        rf"|,\s+(?:now\s+)?retired\s+from\s+(?:the\s+)?(?:\w+\s+){{0,2}}?{listed('left')}"
        rf"|,\s+who\s+(?:[\w’'-]+\s+){{1,5}}(?:in|under|for)\s+(?:the\s+)?(?:[A-Z]\w+\s+){{0,2}}{listed('governments')}"
    )
    # "Ann Vale's ruling"; and not "Ann Vale's order of removal"
    own_act = rf"['’]s?\s+(?!(?:\w+\s+)?{listed('orders_against')})(?:\w+\s+)?{listed('own_acts')}"
    return tuple(
        map(
            re.compile,
            (
                of_body,
                rf",\s+who\s+(?:\w+\s+)?{leads}\s+(?:[\w’'.-]+\s+){{0,4}}?{led}",  # "who leads the sheriff's office"
                their_office,
                took_office,
                peer,
                running,
                sent_to_lead,
                own_act,
                rf"\s+{listed('judging')}",
                rf"[^.!?]*[.!?]\s+(?:He|She)\s+{listed('goes_on')}",
            ),
        )
    )


@cache
def _is_what() -> re.Pattern[str]:
    """Match what leads from a name to an office; and not "Ann Vale, 34, posed as an agent"."""
    return re.compile(rf"\s+(?:{listed('links')}|(?:(?!{listed('pretends')})[a-z]+\s+){{0,4}}as\b)")


@cache
def _is(roles: frozenset[str]) -> re.Pattern[str]:
    """Match "is the mayor", "became Reno's first sheriff", "was sworn in as commissioner"."""
    sort = rf"an?\s+(?:(?!{listed('no_sort')})[a-z-]+\s+){{1,3}}"  # "a radio talk show"
    between = rf"(?:{sort}|(?:(?:{listed('qualifiers')}|[\w.’'-]+['’]s|[A-Z][\w.-]*)\s+){{0,6}}?)"
    return re.compile(rf"{_is_what().pattern}\s+{between}{_any(roles)}")


@cache
def _body_by() -> re.Pattern[str]:
    """Match a body before the name, in brackets, of who speaks for it: "ICE Dallas (Ann Vale): no comment"."""
    return re.compile(
        rf"(?<!\bby )(?<!\bto )(?<!\bfrom ){listed('bodies')}(?:\s+(?:[A-Z][\w.]+|statement|email)){{0,2}}\s+\({GIVEN}"
    )


@cache
def _by_body() -> re.Pattern[str]:
    """Match a body that names somebody to an office that is not told: "FEMA names Ann Vale; he ran a fleet"."""
    return re.compile(rf"\b[A-Z]{{3,}}\s+(?:names|picks|hires|taps|appoints|promotes)\s+{GIVEN}")


@cache
def _appointed() -> re.Pattern[str]:
    return re.compile(rf"{listed('appointed')}\s+{GIVEN}")


@cache
def _bare(offices: frozenset[str]) -> re.Pattern[str]:
    """Match an office right behind a name: "named Ann Vale commissioner"."""
    return re.compile(rf"\s+(?:(?:acting|interim|its|the|as|to\s+be)\s+)*{_any(offices)}")


@cache
def _named() -> re.Pattern[str]:
    """Match what a headline says of whoever comes into an office: "Ann Vale named"."""
    return re.compile(rf"\s+{listed('appointed')}")


@cache
def _made(offices: frozenset[str]) -> re.Pattern[str]:
    """Match the office behind it: "named U.S. attorney", "named acting head of the field office"."""
    return re.compile(
        rf"{_named().pattern}\s+(?:as\s+|to\s+be\s+|to\s+|acting\s+|interim\s+|new\s+|top\s+|first\s+|[A-Z][\w.]*\s+){{0,4}}"
        rf"(?:{_any(offices)}|(?:U\.S\.|US|district|county|city|state)\s+attorney\b)"
    )


def is_who_it_is(before: str, roles: frozenset[str]) -> bool:
    """Whether "the mayor is" stands before a name; and not "the man held by the agent is", nor "the mayor's son is"."""
    found = _who(roles).search(before)
    return found is not None and not _WHOSE.search(before, 0, found.start())


@cache
def _who(roles: frozenset[str]) -> re.Pattern[str]:
    """Match "the mayor is", "the judge you hear is", "the lawyer for the union was" before a name."""
    more = r"\s+(?:you|we|they)\s+[a-z]+|\s+(?:of|for|in|at|on)\s+(?:(?:the|her|his|its|their|that|this)\s+)?[\w’'-]+"
    return re.compile(rf"\b{_any(roles)}(?:{more})?\s+(?:is|was|became)\s+{GIVEN}")


def _any(offices: frozenset[str]) -> str:
    return rf"(?i:(?:{'|'.join(map(re.escape, sorted(offices)))})\b(?!['’]))"
