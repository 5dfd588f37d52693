"""Who made a text or a picture: names in bylines and credits, which are said of nobody in the event."""

from __future__ import annotations

import re

from raidline.places.abroad import country_names
from raidline.places.names import normalise
from raidline.privacy.capitals import Run
from raidline.privacy.listed import is_given
from raidline.privacy.registers import plain

_REACH = 48  # characters before a name
_NAME = r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}"
_PAPER = (
    r"(?:News|Times|Tribune|Journal|Radio|Post|Star|Herald|Club|Reader|Sun|Gazette|Chronicle|Press|Magazine|Today)\b"
)
_SLASH = re.compile(r"\s*/\s*([A-Z][\w.]*)")
_PAPER_BEHIND = re.compile(rf"\s*/\s*(?:{_NAME}\s+)?{_PAPER}")
_FIELDS = re.compile(r"\s/\s.*?\s/\s")  # of a row, of which the name is one
_CAPTION = re.compile(
    r"\s+(?:with|and\s+(?:his|her)|holding|at|in|on|before|after)\b|,\s+(?:with|left|right|before|holding)\b"
)
_PICTURE = re.compile(r"\b(?:[Pp]hotos?|[Ii]mages?|[Vv]ideos?|[Pp]hotographs?):\s*$")
_BEHIND = re.compile(
    r"\s+\(@|(?<=[\w.]),\s+[A-Z]{3,}(?:\s+[A-Z][a-z]+)?\)|"
    r",\s+[“\"][^”\"]{3,80}[^.”\"][”\"](?:,\s+[A-Z]|\s+\()"
    rf"|(?:\s+and\s+{_NAME})?,\s+(?:[Tt]he\s+)?{_NAME}\s+{_PAPER}|\s+\((?:(?!DOB|DACA|TPS|LPR|SIV|UAC|USC)[A-Z]{{3,}}\b|Telemundo|Univision|(?:{_NAME}\s+)?{_PAPER})|\s+\|\s+(?:{_NAME}\s+)?{_PAPER}|(?:(?:,|,?\s+and)\s+(?:[Tt]he\s+)?{_NAME}){{0,9}}\s+contributed\b|\s+via\s+[A-Z]"
    rf"|(?:\s+and\s+{_NAME})?\s+reports?\.|\s+(?:edited|photographed|translated)\s*(?:[.;]|$)"
    r"|\s+(?:is|serves\s+as)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:reporter|writer|editor|producer|photographer|columnist|correspondent)\b"
)
_BEFORE = re.compile(
    r"\bBy:?\s+(?:(?:[A-Z][\w.’'-]+\s+){1,3}and\s+)?$"
    r"|\b(?:[Pp]hotos?|[Pp]hotographs?|[Ii]mages?|[Vv]ideos?|[Ii]llustrations?|[Cc]redits?|[Cc]ourtesy|[Rr]eporting|[Ee]diting|[Ww]ritten|[Ff]ilmed|[Rr]eported|[Pp]hotographed)"
    r"\s*(?:(?:[Cc]redit|[Cc]ourtesy)\s*)?(?::|\bby\b)\s*(?:(?:[A-Z][\w.’'-]+\s+){1,3}and\s+)?$|\b[Cc]ourtesy\s+of\s+$"
    r"|\b(?:[A-Z]{2,}|[Pp]hoto|[Ii]mage|[Vv]ideo)\s*/\s*$|\b(?:[Hh]at\s+tip|h/t)\s+(?:to\s+)?$|^BY\s+(?:(?:[A-Z.’'-]+\s+){1,3}AND\s+)?$"
    r"|\b(?:Opinion|Commentary|Editorial|Essay|Column|Perspective|Analysis|Letters?|Q&A|Podcast|Review|Words|Pictures|Text|Maps?|Graphics?|"
    r"Audio|Design|Story|Translation|Interview|Guest\s+(?:essay|column|post)|Op-[Ee]d|[Dd]ata\s+desk|[Dd]esk|[Ss]tories|[Ss]tory|[Cc]overage|[Ff]ilm)\s*(?:[|:]|by)\s*(?:(?:[A-Z][\w.’'-]+\s+){1,3}(?:and|&)\s+)?$"
    r"|\b[Ff]or\s+(?:the\s+)?(?:resp|pet|pltf|deft|govt)s?\.\s+$"  # "for resp. Ann Vale"
    r"|\b(?:Playing|Performing|On\s+stage|Bands?)(?:\s+[a-z’'-]+){0,3}:\s+(?:[^,;:.]{2,40},\s+){0,4}$"
    r"|\b(?:STORY|PHOTOS?|TEXT|WORDS|REPORTING|VIDEO)\s+BY\s+(?:(?:[A-Z.’'-]+\s+){1,3}AND\s+)?$"
    r"|\b[Ff]or\s+(?:the\s+)?(?:[A-Z]{3,}|government|state|county|city|defense|plaintiffs?|defendants?|petitioners?|respondents?|agency):\s*$"
    r"|\b(?:[Nn]ew\s+from|Read|[Ll]isten\s+to|(?:^|[.!?]\s|and\s|or\s)[Ff]ollow|[Pp]laylist:|[Ll]ine-?up:|[Rr]eading(?:\s+list)?:|[Ff]eaturing|[Ff]eat\.|[Ee]d\.:|[Bb]est\s+reads?:)\s+"
    r"(?:our\s+\w+\s+)?(?:(?:@\w+|[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,2}),?\s+and\s+)?$"
    r"|\b(?:[Cc]ounsel|[Aa]ttorneys?|[Ll]awyers?)\s+for\s+(?:the\s+)?\w+:\s*$"
    r"|\b(?:[Cc]ompiled|[Rr]eported|[Ww]ritten|[Pp]hotographed)\s+by\s+(?:[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,2}(?:\s+\([^()]+\))?,?\s+(?:and\s+)?)+$"
    r"|[”\"’»],?\s+by\s+(?:(?:[A-Z][\w.’'-]+\s+){1,3}and\s+)?$|\b(?:[Tt]ranslated|[Dd]irected|[Pp]roduced|[Ee]dited|[Hh]osted|[Cc]ompiled)\s+by\s+$"
    r"|\b(?:[Cc]ompiled|[Aa]dapted)\s+from\s+(?:\w+\s+(?:of|by)\s+)?$|\b(?:Contributing|(?:\w+\s+)?[Cc]ontact)s?:\s*$|\b(?:writers?|reporters?|photographers?|columnists?|anchors?)\s+$",
)


def is_credit(text: str, run: Run) -> bool:
    """Whether a name is that of who wrote, filmed or photographed: "By Ann Vale", "Ann Vale/Press Photo"."""
    found = None if _FIELDS.search(text) else _SLASH.match(text, run.end)
    is_person = found is not None and is_given(plain(found[1])) and not _PAPER_BEHIND.match(text, run.end)
    if found and not is_person and normalise(found[1]) not in country_names():  # "Ann Vale/Bo Reed" are two people
        return True
    before = text[max(0, run.start - _REACH) : run.start]
    if _PICTURE.search(before) and _CAPTION.match(text, run.end):  # who is in the picture, and not who took it
        return False
    return bool(_BEHIND.match(text, run.end) or _BEFORE.search(before))
