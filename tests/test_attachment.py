"""Each reading that attaches a date to an act: a sentence that needs it, and one that it must leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.text.clauses import split_clauses
from raidline.extract.timex import find_timexes

ANCHOR = date(2031, 5, 9)  # a Friday

CLAUSES = {
    "a list of places with their states is one": [
        "Agents arrested nine people in Reno, Nevada, and Tulsa, Oklahoma, on Monday.",
        "Agents came to Reno, Nevada, |and Tulsa, Oklahoma, sued on Monday.",
        "Agents came to Reno, Nevada, |and Sheriff Ann Vale sued.",
        "Agents came to Reno, |and Tulsa was calm.",
    ],
    "a sign ends the clause it closes": ["It rained; |the mayor left.", "It rained, |and the mayor left."],
    "no date is cut": ["The report that came after Monday was long.".replace("that", "|that"), "It ended |after it rained."],
    "a short parenthesis is flowed around": [
        "Customs (CBP) came at dawn.",
        "The raids (|they lasted for weeks on end)| had ended.",
    ],
    "a case goes before a court": ["The case goes before the court.", "The mayor spoke |before the court met."],
    "who says so stands apart": ["Agents came to the old mill,| the mayor said.", "On Tuesday, the mayor said."],
    "the speaker may be described": ["Agents came to the old mill,| said Vale, a nurse.", "Agents came to the old mill, Vale, a nurse."],
}  # fmt: skip


@pytest.mark.parametrize("marked", [row for rows in CLAUSES.values() for row in rows])
def test_a_clause_ends_where_another_begins(marked):
    text = marked.replace("|", "")
    spans = split_clauses(text, (0, len(text)), [(t.start, t.end) for t in find_timexes(text, ANCHOR)])
    assert [text[a:b].strip() for a, b in spans] == [part.strip() for part in marked.split("|")]


# reading -> sentence and (date words, trigger, kind, doubt) of each act in it; below each what comes near and is none
ATTACHED = {
    "a date counted from an act is that act's": [
        ("The council met in the past two weeks before the raid.", ("the past two weeks", "raid", "operation", "")),
        ("In the past two weeks agents raided the mill, before the council voted.", ("the past two weeks", "raided", "operation", "")),
    ],
    "a day that is named for an act is that act's": [
        ("She recalled April 24, when agents raided the mill.", ("April 24", "raided", "operation", "")),
        ("It began on April 24, when agents raided the mill.", ("April 24", "raided", "operation", "")),
        ("The council voted on April 24, when agents raided the mill.", ("April 24", "voted", "legislation", "")),
        ("Nuns rallied Tuesday, when agents raided the mill.", ("Tuesday", "rallied", "protest", "")),
    ],
    "what is contested has no date of its own": [
        ("Two firms sued over the rule in December 2030.", ("December 2030", "sued", "lawsuit", "")),
        ("The mayor spoke about the rule in December 2030.", ("December 2030", "rule", "policy", "")),
    ],
    "a date counted from an act is not that of the act": [
        ("The Tuesday after the April 24 raid, nuns rallied by the mill.", ("The Tuesday after the April 24", "rallied", "protest", "")),
        ("The morning after the April 24 vote, agents raided the mill.", ("The morning after the April 24", "raided", "operation", "")),
        ("Nuns rallied by the mill the day after the April 24 raid.", ("the day after the April 24", "rallied", "protest", "")),
        ("The April 24 raid came before nuns rallied.", ("April 24", "raid", "operation", "")),
    ],
    "an aside in front is not the act": [
        ("On Tuesday, days after a raid on the mill, nuns rallied.", ("Tuesday", "rallied", "protest", ""), ("days", "raid on", "operation", "")),
        ("On Tuesday, days after a rally at the mill, agents raided it.", ("Tuesday", "raided", "operation", ""), ("days", "rally", "protest", "")),
        ("On Tuesday, while agents raided the mill, nuns rallied.", ("Tuesday", "raided", "operation", "")),
    ],
    "an earlier act between the day and the one that answers it is not of that day": [
        ("On Tuesday, following a raid on a mill in Reno, Nevada, nuns rallied.", ("Tuesday", "rallied", "protest", "")),
        ("On Tuesday, following the route of the march, nuns rallied.", ("Tuesday", "rallied", "protest", "")),
        ("On Tuesday, following a tip, agents raided the mill.", ("Tuesday", "raided", "operation", "")),
        ("The raid on Tuesday, following a rally at the mill, went on.", ("Tuesday", "raid on", "operation", "")),
    ],
    "a participle that describes people is no act if another verb is": [
        ("The consul visited nine detained cooks on Tuesday.", ("Tuesday", "visited", "other", "")),
        ("The agency detained nine cooks on Tuesday.", ("Tuesday", "detained", "operation", "")),
        ("Of the nine, agents detained cooks on Tuesday.", ("Tuesday", "detained", "operation", "")),
    ],
    "what is feared is no act if another verb is": [
        ("Cooks who feared arrest marched on Tuesday.", ("Tuesday", "marched", "protest", "")),
        ("Cooks who feared nobody announced the arrest on Tuesday.", ("Tuesday", "announced", "operation", "")),
    ],
    "a participle that stands for people is no act if another verb is": [
        ("On Tuesday friends of the detained marched to the mill.", ("Tuesday", "marched", "protest", "")),
        ("On Tuesday the mothers of those arrested gathered at the mill.", ("Tuesday", "gathered", "protest", "")),
        ("On Tuesday agents detained friends of nuns who marched.", ("Tuesday", "detained", "operation", "")),
        ("The nuns sang for those arrested on Tuesday.", ("Tuesday", "arrested", "operation", "")),
    ],
    "a date in front of a clause belongs to the next": [
        ("On Tuesday, while it rained, deputies raided the mill.", ("Tuesday", "raided", "operation", "")),
        ("It was a fine Tuesday, while deputies raided the mill.", ("Tuesday", "raided", "operation", "no act")),
        # or to the one behind that
        ("On Tuesday, when it rained, while it thundered, deputies raided the mill.", ("Tuesday", "raided", "operation", "")),
    ],
    "a clause without a verb goes on with the last": [
        ("Agents raided the mill, and the bakery in Riverton, on Tuesday.", ("Tuesday", "raided", "operation", "")),
        ("Agents raided the mill, and it rained on Tuesday.", ("Tuesday", "raided", "operation", "no act")),
        ("Agents raided the mill, and the pig was ill on Tuesday.", ("Tuesday", "raided", "operation", "no act")),
        ("The raid, and the noise in Riverton, on Tuesday.", ("Tuesday", "raid", "operation", "no act")),
    ],
    "where it is said makes it a hearing": [
        ("The mayor told the meeting on Tuesday that all was well.", ("Tuesday", "told", "hearing", "")),
        ("The mayor said on Tuesday that the meeting was long.", ("Tuesday", "said", "statement", "")),
        ("The mayor said in a letter on Tuesday that all was well.", ("Tuesday", "said", "statement", "")),
    ],
    "a date before a noun modifies it": [
        ("The council condemned last week's raids.", ("last week", "raids", "operation", "")),
        ("The council condemned the May 6 raids.", ("May 6", "raids", "operation", "")),
        ("The town lost faith in last week's raids.", ("last week", "raids", "operation", "")),
        ("The council condemned in March raids by night.", ("March", "condemned", "statement", "")),
        ("The council condemned on May 6, raids or no raids, the plan.", ("May 6", "condemned", "statement", "")),
    ],
    "a verb takes the date right before it": [
        ("The raid, the mayor on Tuesday said, was over.", ("Tuesday", "said", "statement", "")),
        ("The raid on Tuesday had, the mayor said, been a mistake.", ("Tuesday", "raid on", "operation", "")),
    ],
    "of what stands behind a date, the verb takes it": [
        ("On Tuesday raids ended.", ("Tuesday", "ended", "operation", "")),
        ("On Tuesday raids in nine old towns ended.", ("Tuesday", "raids", "operation", "")),
    ],
    "what somebody declines to do is done by no date": [
        ("The court declined to halt the raids on Tuesday.", ("Tuesday", "declined", "ruling", "")),
        ("The court declined to halt it on Tuesday.", ("Tuesday", "declined", "ruling", "")),
        ("The court halted it on Tuesday.", ("Tuesday", "halted", "ruling", "")),
    ],
    "speech takes a day, a month in front and what stands right behind": [
        ("The mayor said last month that raids were wrong.", ("last month", "said", "statement", "")),
        ("In May the mayor said agents arrested nine people.", ("May", "said", "statement", "")),
        ("In 2019 the agency claimed it arrested nine people.", ("2019", "arrested", "operation", "")),
        ("The agency said it arrested nine people in 2019.", ("2019", "arrested", "operation", "")),
        ("The agency said it arrested nine people on Tuesday.", ("Tuesday", "arrested", "operation", "")),
        ("The agency on Tuesday said it arrested nine people.", ("Tuesday", "said", "statement", "")),
        ("The agency said in a short talk Tuesday it arrested nine people.", ("Tuesday", "said", "statement", "")),
        ("The agency said in 2019 it arrested nine people.", ("2019", "said", "statement", "")),
        ("The agency said in a short talk in 2019 it arrested nine people.", ("2019", "arrested", "operation", "")),
        ("The agency said the county kept its jail in 2019.", ("2019", "kept", "policy", "")),
        ("In 2019 the mayor said the school was bad.", ("2019", "said", "statement", "")),
    ],
    "the verb of an object takes its date": [
        ("The sheriff released a report on Tuesday.", ("Tuesday", "released", "report", "")),
        ("The sheriff released a report of Tuesday.", ("Tuesday", "report", "report", "")),
        ("The sheriff released a report on raids in March.", ("March", "raids", "operation", "")),
        ("The mayor said raids in March were wrong.", ("March", "raids", "operation", "")),
        ("The sheriff released it long after he and she had come for a hearing in March.", ("March", "hearing", "hearing", "")),
    ],
    "a noun right before a passive is what is done": [
        ("The raids conducted at the rally on Tuesday shook the town.", ("Tuesday", "conducted", "operation", "")),
        ("The raids were loud; they conducted a rally on Tuesday.", ("Tuesday", "conducted", "protest", "")),
    ],
    "a noun some words before is what is done": [
        ("The policy the mayor and her aides and friends signed on Tuesday was short.", ("Tuesday", "signed", "policy", "")),
        ("The policy the mayor and her aides and friends announced on Tuesday was short.", ("Tuesday", "announced", "statement", "")),
        ("The policy her aides announced on Tuesday was short.", ("Tuesday", "announced", "policy", "")),
    ],
    "a relative clause speaks of the noun before it": [
        ("The rally that she held on Tuesday was loud.", ("Tuesday", "held", "protest", "")),
        ("The rally, because it held on Tuesday, was loud.", ("Tuesday", "held", "other", "nobody acts")),
        ("The noise that she held on Tuesday was loud, the mayor said.", ("Tuesday", "held", "other", "no act")),
    ],
    "what is made known stands in the clause behind": [
        ("The mayor announced on Tuesday that agents had arrested nine people.", ("Tuesday", "announced", "operation", "")),
        ("The mayor announced on Tuesday, and agents arrested nine people.", ("Tuesday", "announced", "statement", "")),
        ("The mayor announced on Tuesday that the sky was blue.", ("Tuesday", "announced", "statement", "")),
        ("The mayor announced it on Tuesday.", ("Tuesday", "announced", "statement", "")),
    ],
    "a light verb is an act only by what it brings about": [
        ("The council held a vigil on Tuesday.", ("Tuesday", "held", "protest", "")),
        ("She held a cup on Tuesday.", ("Tuesday", "held", "other", "nobody acts")),
    ],
    "a stretch of months is no date": [
        ("Agents arrested nine people over the past six months.", ("the past six months", "arrested", "operation", "stretch")),
        ("Agents arrested nine people in the past two weeks.", ("the past two weeks", "arrested", "operation", "")),
    ],
    "today in a quotation is these days": [
        ("“Agents arrested nine people today,” the mayor said.", ("today", "arrested", "operation", "these days")),
        ('"Agents arrested nine people today," the mayor said.', ("today", "arrested", "operation", "these days")),
        ("“Agents,” he said, arrested nine people today.", ("today", "arrested", "operation", "")),
        ("“Agents arrested nine people on Tuesday,” the mayor said.", ("Tuesday", "arrested", "operation", "")),
    ],
    "a date may be a limit": [
        ("Agents arrested nine people before Tuesday.", ("Tuesday", "arrested", "operation", "limit")),
        ("Agents arrested 90 people, up by half over the same period in 2016.", ("2016", "arrested", "operation", "limit")),
        ("Agents arrested 90 people, an increase over 2016.", ("2016", "arrested", "operation", "limit")),
        ("Agents arrested 90 people over that period in 2016.", ("2016", "arrested", "operation", "")),
        ("The rule has been in force since May 1.", ("May 1", "in force", "policy", "")),
        ("Agents arrested nine people on Tuesday.", ("Tuesday", "arrested", "operation", "")),
    ],
    "an interval is told once": [
        ("Agents arrested nine people from Jan. 28 to Feb. 3.", ("Jan. 28", "arrested", "operation", "")),
        ("Agents arrested nine people on Jan. 28 and on Feb. 3.",
         ("Jan. 28", "arrested", "operation", ""), ("Feb. 3", "arrested", "operation", "")),
    ],
    "an hour is no second act": [
        ("At 9 a.m. agents arrested nine people on Tuesday.", ("Tuesday", "arrested", "operation", "")),
    ],
    "a date in front is that of the main clause": [
        ("On Tuesday, after a raid on the mill, nuns rallied.", ("Tuesday", "rallied", "protest", "")),
        ("On Tuesday, days after a raid on the mill, nuns rallied.",
         ("Tuesday", "rallied", "protest", ""), ("days", "raid on", "operation", "")),
        ("On Tuesday, before a hearing on the ban, nuns rallied.", ("Tuesday", "rallied", "protest", "")),
    ],
    "a second date of one day is no second act": [
        ("On Tuesday, May 6, agents came; on May 7 agents arrested nine people.", ("Tuesday, May 6", "came", "operation", ""), ("May 7", "arrested", "operation", "")),
        ("Last week, on May 1, agents arrested nine people.", ("May 1", "arrested", "operation", "")),
        ("Last week and on May 1, agents arrested nine people.",
         ("Last week", "arrested", "operation", ""), ("May 1", "arrested", "operation", "")),
    ],
    "a short line that opens like one is a byline": [
        ("Posted on Tuesday by the mayor",),
        ("Posted on Tuesday, the order of the council told all nine of the clerks of the town to stay at home.", ("Tuesday", "Posted", "statement", "")),
        ("Agents posted on Tuesday by the mill.", ("Tuesday", "posted", "statement", "")),
        ("By noon Tuesday, nine people were in custody.", ("noon Tuesday", "in custody", "report", "")),
        ("Filed on Tuesday, the suit names ICE.", ("Tuesday", "Filed", "lawsuit", "")),
        ("By Abel Ross, Tuesday, May 6",),
    ],
    "any verb is a doubtful act, the more so where no public body is named": [
        ("The clerk sat with the mayor on Tuesday.", ("Tuesday", "sat", "other", "no act")),
        ("The clerk sat with the dog on Tuesday.", ("Tuesday", "sat", "other", "nobody acts")),
        ("The clerk based it with the mayor on Tuesday.",),
        ("The mayor, the dog and the song on Tuesday.",),
    ],
    "a public body acts by any verb that is one": [
        ("The board kept it on Tuesday.", ("Tuesday", "kept", "policy", "")),
        ("The board needed it on Tuesday.",),
        ("The board was red on Tuesday.", ("Tuesday", "was", "other", "no act")),
    ],
    "a year of a life is no act": [
        ("The sheriff took office in 2019.",),
        ("The sheriff took office on Tuesday.", ("Tuesday", "took office", "other", "")),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [(row[0], row[1:]) for rows in ATTACHED.values() for row in rows], ids=lambda value: None
)
def test_a_date_is_attached(sentence, expected):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert tuple((h.timex.text, h.trigger.text, h.kind.value, h.doubt) for h in found) == expected


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Agents arrested nine people around 5 p.m. Tuesday.", "2031-05-06"),
        ("Agents arrested nine people about May 6.", "2031-05-06~"),
        ("Agents arrested nine people from Jan. 28 to Feb. 3.", "2031-01-28/2031-02-03"),
    ],
)
def test_the_date_of_an_act(sentence, day):
    (act,), _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert act.date.text == day


def test_an_act_without_a_date_has_none():
    (undated,) = find_timexes("Agents came for a week.", ANCHOR)
    (act,), _ = find_happenings("Agents came today.", (0, 18), find_timexes("Agents came today.", ANCHOR))
    with pytest.raises(ValueError, match="has no date"):
        _ = replace(act, timex=undated).date
