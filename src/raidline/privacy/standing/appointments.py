"""What a sentence says of somebody in office elsewhere than right beside the name: "Ann Vale is the mayor of Reno"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source

_GIVEN = r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"  # what stands between and the surname
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.’'-]*){1,3}"
_BETWEEN = (
    r"(?:(?:an?|the|as|its|their|our|his|her|now|then|also|currently|still|acting|interim|former|first|next|new|longtime|"
    r"current|deputy|top|of|[\w.’'-]+['’]s|[A-Z][\w.-]*)\s+){0,6}?"
)
_IS_WHAT = re.compile(  # and not "Ann Vale, 34, posed as an agent"
    r"\s+(?:is|was|became|becomes|remains|serves|served|has\s+been|(?:(?!(?:pos(?:ed|es|ing)|dressed|disguised|masquerad\w+)\b)[a-z]+\s+){0,4}as)\b"
)
_NAMED = re.compile(
    rf"\b(?:named|names|appointed|appoints|made|elected|nominated|nominates|picked|picks|chose|tapped|taps)\s+{_GIVEN}"
)
_BODY_HAS = re.compile(  # "DHS's Ann Vale"
    rf"\b(?:[A-Z]{{2,}}|Patrol|Guard|Command|Department|Bureau|Office|Police|Pentagon|House|Security|Administration|Corrections)['’]s\s+{_GIVEN}"
)
_BODY = (
    r"(?:(?i:the\s+(?:agency|department|administration|government|office|police|sheriff))"
    r"|ICE|CBP|DHS|DOJ|HSI|ERO|FBI|DEA|ATF|USCIS|NYPD|LAPD)\b"
)
_OF_BODY = re.compile(rf"\s+(?:of|from|with)\s+{_BODY}|,\s+speaking\s+(?:for|on\s+behalf\s+of)\s+{_BODY}")
_HEADS = re.compile(  # what people at the head of anything do, in office or not
    r",\s+who\s+(?:(?:also|now|then|co-)\s?)?(?:chairs|chaired|directs|directed|heads|headed|commands|oversees|presides|founded|"
    r"coordinates|co-founded|sits\s+on|serves\s+(?:on|as))\b"
    r"|,\s+whose\s+(?:[\w’'-]+\s+){0,2}?(?:group|organization|union|clients?|book|film|report|study|podcast|newspaper|firm|clinic)\b"
)
_TOOK_OFFICE = re.compile(
    r"\s+(?:also\s+|both\s+)?(?:(?:was|were|is|are)\s+(?:sworn\s+(?:in|on|as)|(?:re-?)?elected|inaugurated|appointed\s+(?:to|as|by))|(?:took|takes|left|leaves)\s+office)\b|,\s+in\s+office\s+(?:for|since)\b"
)
# "Ann Vale, of the Workers' Defense Project,", "Ann Vale, at TRAC"; and not "Ann Vale at UNMC", where she may be ill
_OF_GROUP = re.compile(
    r"(?:,?\s+(?:of|with)|,\s+at|\s+at(?!\s+(?:the\s+)?[A-Z.]+\b(?![a-z])))\s+(?:the\s+)?(?:[A-Z][\w.’'&-]*\s+(?:(?:for|of|the|and|on|in)\s+)*){0,5}?"
    r"(?:[A-Z]{3,}\b|(?:University|College|Project|Coalition|Network|Alliance|Institute|Association|Council|Foundation|Fund|League|Society|Committee|"
    r"Commission|Initiative|Caucus|Clinic|Partnership|Conference|Legal|Rights|Justice|Defenders)\b(?!\s+(?:Hospital|Medical|Health)))"
)
_OF_MOVEMENT = re.compile(  # "Ann Vale of the interfaith movement"
    r",?\s+(?:of|from|with|at)\s+(?:the|an?|our|their)\s+(?:[a-z’'-]+\s+){0,3}?(?:movement|coalition|network|alliance|group|hotline|union|association|committee|"
    r"caucus|clinic|nonprofit|foundation|league|council|organization|federation)\b"
)
_MEDIUM_HAS = re.compile(  # "Fox News' Ann Vale"
    rf"\b(?:News|Times|Post|Tribune|Herald|Journal|Globe|Chronicle|Gazette|Radio|Magazine)['’]s?\s+{_GIVEN}"
)
_RULED = re.compile(  # what is written in office: "The order by Ann Vale bars arrests"
    rf"\b(?:order|ruling|opinion|decision|dissent|injunction|memo|memorandum|op-ed|editorial|column)\s+(?:by|from|of),?\s+{_GIVEN}"
)
_FOR_A_SIDE = re.compile(  # lawyers: "Ann Vale and Bo Reed for the plaintiffs."
    rf"(?:,\s+{_NAME})*(?:,?\s+(?:and|&)\s+{_NAME})?\s+for\s+(?:the\s+|their\s+)?(?:(?!(?:and|who|in|of)\b)[a-z]+\s+)?"
    r"(?:plaintiffs?|petitioners?|respondents?|defendants?|defense|appell(?:ants?|ees?)|intervenors?|families|family|estate|mother|father|widow|"
    r"state|county|city|government|class|union)\s*(?:[.;,(]|$)"
)
# Nothing but names before
_OPENS = re.compile(rf"^\s*(?:{_NAME},\s+)*(?:{_NAME},?\s+(?:and|&)\s+)?(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){{1,3}}$")
_GROUP_HAS = re.compile(  # "the clinic's Ann Vale"
    r"\b[Tt]he\s+(?:[\w-]+\s+)?(?:clinic|union|group|agency|coalition|(?:arch)?diocese|department|network|museum|college|university|nonprofit|paper|station|project|"
    rf"center|league|chapter|local|caucus|firm|institute|archive)['’]s\s+{_GIVEN}"
)
_ARGUED = re.compile(  # "for the county, Ann Vale argued"
    rf"\b[Ff]or\s+(?:the\s+)?(?:[A-Z]{{3,}}|county|city|state|government|defense|plaintiffs?|detainees|union|families|class|agency|sheriff),\s+{_GIVEN}"
)
_DISSENTS = re.compile(
    r"\s+(?:dissent(?:ing|ed|s)|concurr(?:ing|ed)|concurs|recus(?:ing|ed|es)|abstain(?:ing|ed|s)|presiding|presided)\b"
)
_VOTED = re.compile(  # "Council vote: yes, Ann Vale, Bo Reed; no, Cy Noon"
    rf"\b[Vv]otes?\b[^.!?]*\b(?:yes|no|aye|nay|ayes|nays|yeas|for|against|absent|abstained|abstaining)[,:]?\s+(?:{_NAME},?\s+(?:and\s+)?)*{_GIVEN}"
)
_VOTED_SO = re.compile(  # "For: Mayor Ann Vale, Reed. Against: Bo Noon, Cy Hall."
    rf"(?:^|[.;]\s+)(?:For|Against|Yes|No|Ayes?|Nays?|Yeas|Absent|Abstain\w*|Opposed|In\s+favor|Dissent(?:ing)?):\s+(?:[A-Z][\w.’'-]*[,\s]+(?:and\s+)?)*{_GIVEN}"
    rf"|\bdissent(?:\s+by|:)?\s+{_GIVEN}"
)
_GOES_ON = re.compile(r"[^.!?]*[.!?]\s+(?:He|She)\s+(?:heads|chairs|commands|oversees|presides|represents)\b")
_HEADED_BY = re.compile(  # "the board, chaired by Ann Vale"
    rf"\b(?:[Ss]taffed|[Cc]oordinated|[Ff]acilitated|[Cc]haired|[Mm]oderated|[Cc]onvened|staffed|coordinated|facilitated|chaired|co-chaired|headed|founded|co-founded|moderated|directed|commanded|convened|overseen|presided\s+over)\s+by\s+"
    rf"(?:{_NAME}\s+(?:and|&)\s+)?{_GIVEN}"
)
_BEATEN = re.compile(rf"\b(?:beats?|defeat(?:s|ed)|edg(?:es|ed)|over)\s+(?:\w+\s+){{0,2}}?{_GIVEN}")
_BY_VOTES = re.compile(r"\s+by\s+[\w.,]+\s+(?:percentage\s+)?(?:points?|votes?|percent)\b")
_KEPT_SEATS = re.compile(  # "Ann Vale and Bo Reed kept their seats"
    rf"(?:\s+and\s+{_NAME})?\s+(?:kept|keeps?|held|holds?|retain(?:ed|s)?|won|wins?|lost|loses?)\s+(?:the|their|his|her)\s+(?:\w+\s+)?seats?\b"
)
_OWN_ACT = re.compile(  # "Ann Vale's ruling"; and not "Ann Vale's order of removal"
    r"['’]s?\s+(?:\w+\s+)?(?:ruling|opinion|dissent|concurrence|bill|amendment|ordinance|resolution|veto|order(?!\s+of\s+(?:removal|deportation)))\b"
    r"(?<!removal order)(?<!deportation order)(?<!protection order)"
)
_LOST_TO = re.compile(rf"\b(?:lost|loses|conceded|concedes)\s+to\s+(?:[a-z]+\s+){{0,2}}{_GIVEN}")
_REPRESENTS = re.compile(  # a lawyer: "Ann Vale and Bo Reed represent her"
    rf"(?:\s+and\s+{_NAME})?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w.’' -]{{2,40}}?)?\s+represents?\s+"
    r"(?:him|her|them|the\s+(?:family|plaintiffs?|man|men|woman|women|couple|brothers|sisters|detainees?|workers|children|estate))\b"
)
_RAN = re.compile(  # for an office: "Ann Vale, who had run against the agreement, beat Bo Reed by four points"
    r"(?:,\s+who)?\s+(?:had\s+|has\s+|is\s+|was\s+)?(?:r[au]n|runs|running)\s+(?:against|unopposed|for\s+(?:(?:re-?)?election|office|mayor|sheriff|governor|"
    r"council|congress|judge|senate|the\s+(?:seat|council|senate|house|job|office)))\b"
    r"|\s+(?:lost\s+to|concede[sd]?(?:\s+to)?|unseat(?:s|ed)|oust(?:s|ed)|narrowly\s+(?:beat|defeat)\w*|(?:w[io]ns?|lost|loses)\s+(?:the|his|her|a)\s+(?:\w+\s+)?(?:race|seat|primary|runoff|election)|"
    r"(?:beats?|defeat(?:s|ed)|edg(?:es|ed))\s+(?:\w+\s+){1,4}(?:by\s+[\w.]+\s+(?:percentage\s+)?(?:points?|votes?)|in\s+the\s+(?:primary|runoff|election)))\b"
)
_THEIR_OFFICE = re.compile(
    r",?\s+(?:nor|and|or)\s+(?:his|her)\s+(?:office|staff|aides?|agency|department|administration|campaign|deputies)\b"
    r"|,\s+whose\s+(?:[\w’'-]+\s+){0,2}?(?:office|agency|department|district|ward|bill|deputies|agents|administration|staff)\b"
)
_WHO_FIRED = re.compile(  # "The agent who fired was Ann Vale"
    rf"(?<!by )\b[Tt]he\s+(?:\w+\s+){{0,2}}?(?:agent|officer|trooper|shooter)s?(?:\s+who\s+(?:\w+\s+){{1,4}}?)?\s*"
    rf"\b(?:is|was|are|were)\s+(?:(?:identified|named)\s+as\s+)?(?:(?:[A-Z][\w’'-]*\s+){{2,3}}and\s+)?{_GIVEN}"
)
_AGENT_OF_BODY = re.compile(  # "Border Patrol agent Ann Vale", whatever is said of what the agent did
    rf"\b(?:ICE|CBP|HSI|ERO|FBI|DEA|ATF|Border\s+Patrol|[Pp]olice|[Ff]ederal|[Ii]mmigration|[Ss]tate|[Ss]heriff['’]s)\s+"
    rf"(?:(?:[a-z-]+|[A-Z][a-z]+)\s+)?(?:[Aa]gent|[Oo]fficer|[Dd]eputy|[Tt]rooper|[Dd]etective)s?\s+{_GIVEN}"
)
_FOR_BODY = re.compile(rf"\b[Ss]peaking\s+(?:for|on\s+behalf\s+of)\s+{_BODY},\s+{_GIVEN}")


def is_said_in_office(before: str, behind: str, offices: frozenset[str]) -> bool:
    """Whether the words around a surname say that it is of somebody in one of these offices."""
    if any(
        (
            _BODY_HAS.search(before),
            _AGENT_OF_BODY.search(before),
            _FOR_BODY.search(before),
            _OF_BODY.match(behind),
            _leads().match(behind),
            _THEIR_OFFICE.match(behind),
            _WHO_FIRED.search(before),
            _TOOK_OFFICE.match(behind),
            _RAN.match(behind),
            _LOST_TO.search(before),
            _KEPT_SEATS.match(behind),
            _OWN_ACT.match(behind),
            _BEATEN.search(before) and _BY_VOTES.match(behind),
            _DISSENTS.match(behind),
            _GOES_ON.match(behind),
        )
    ):
        return True
    if _IS_WHAT.match(behind) and _is(offices).match(behind):
        return True
    return bool(_NAMED.search(before) and _bare(offices).match(behind)) or bool(_who(offices).search(before))


def is_listed_by_vote(before: str) -> bool:
    """Whether a name stands in a list of those who voted so, or is that of who dissents: "Against: Bo Noon, Cy"."""
    return bool(_VOTED.search(before) or _VOTED_SO.search(before))


def is_said_in_public_life(before: str, behind: str, roles: frozenset[str]) -> bool:
    """Whether the words around say that somebody heads something, or wrote a ruling or a column."""
    return bool(
        _HEADS.match(behind)
        or _RULED.search(before)
        or _OF_GROUP.match(behind)
        or _OF_MOVEMENT.match(behind)
        or _MEDIUM_HAS.search(before)
        or _HEADED_BY.search(before)
        or _GROUP_HAS.search(before)
        or _ARGUED.search(before)
        or _REPRESENTS.match(behind)
        or (_FOR_A_SIDE.match(behind) and _OPENS.match(before))
        or _founds().match(behind)
        or (_IS_WHAT.match(behind) and _is(roles).match(behind))
    )


@cache
def _founds() -> re.Pattern[str]:
    """Match "a founding partner" and "one of her attorneys", also with what they are partners or attorneys of."""
    several = "|".join(sorted(map(re.escape, lexicon.load("privacy")["no_office"])))
    return re.compile(
        rf",\s+(?:(?:an?|the)\s+)?(?:(?:founding|managing|law|senior)\s+partner\b|one\s+of\s+(?:[\w.’'-]+\s+){{0,4}}?(?:{several})s\b)"
    )


@cache
def _leads() -> re.Pattern[str]:
    """Match what somebody in office does: ", who leads the sheriff's office"."""
    leads, led = (words_source(lexicon.load("privacy")[key]) for key in ("leads", "led"))
    return re.compile(rf",\s+who\s+(?:\w+\s+)?{leads}\s+(?:[\w’'.-]+\s+){{0,4}}?{led}")


@cache
def _is(offices: frozenset[str]) -> re.Pattern[str]:
    """Match "is the mayor", "became Reno's first sheriff", "was sworn in as commissioner"."""
    return re.compile(rf"{_IS_WHAT.pattern}\s+{_BETWEEN}{_any(offices)}")


@cache
def _bare(offices: frozenset[str]) -> re.Pattern[str]:
    """Match an office right behind a name: "named Ann Vale commissioner"."""
    return re.compile(rf"\s+(?:(?:acting|interim|its|the|as|to\s+be)\s+)*{_any(offices)}")


@cache
def _who(offices: frozenset[str]) -> re.Pattern[str]:
    """Match "the mayor is" before a name."""
    return re.compile(rf"\b{_any(offices)}\s+(?:is|was|became)\s+{_GIVEN}")


def _any(offices: frozenset[str]) -> str:
    return rf"(?i:(?:{'|'.join(map(re.escape, sorted(offices)))})\b(?!['’]))"
