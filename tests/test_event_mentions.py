"""A date belongs to the happening its own clause speaks of, and the happening's words give the kind."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.text.clauses import split_clauses
from raidline.extract.timex import find_timexes
from raidline.models import Kind

ANCHOR = date(2031, 5, 9)  # a Friday

CLAUSES = [
    "The clerk said |that deputies left |when the order came.",
    "On Monday, the sheriff spoke.",
    "The plan, |which took effect in May, |but ended soon, |was dropped.",
    "The clerk said that week was long.",
    "The mayor spoke |— in open court — |about the plan.".replace("— |", "— |"),
    "A report after Monday found nothing.",
]


@pytest.mark.parametrize("marked", CLAUSES[:4])
def test_a_clause_ends_where_another_begins(marked):
    text = marked.replace("|", "")
    spans = split_clauses(text, (0, len(text)), [(t.start, t.end) for t in find_timexes(text, ANCHOR)])
    assert "".join(text[a:b] for a, b in spans) == text
    assert [text[a:b].strip() for a, b in spans] == [part.strip() for part in marked.split("|")]


# sentence, then (date words, trigger, kind) of each happening in it
HAPPENINGS = [
    ("Agents arrested nine people on Tuesday.", [("Tuesday", "arrested", "operation")]),
    ("On Tuesday, the sheriff announced a plan to end the checks.", [("Tuesday", "announced", "policy")]),
    ("The sheriff on Tuesday announced nine arrests.", [("Tuesday", "announced", "operation")]),
    ("The department released a report on Tuesday.", [("Tuesday", "released", "report")]),
    ("A federal judge said on Tuesday that raids in March were retaliation.",
     [("Tuesday", "said", "hearing"), ("March", "raids", "operation")]),
    ("The mayor said on Tuesday that raids in March were wrong.",
     [("Tuesday", "said", "statement"), ("March", "raids", "operation")]),
    ("A federal judge blocked the order on Tuesday.", [("Tuesday", "blocked", "ruling")]),
    ("The president signed an executive order on Tuesday.", [("Tuesday", "signed", "order")]),
    ("The May 6 executive order cut grants.", [("May 6", "executive order", "order")]),
    ("The rule went into effect May 1.", [("May 1", "went into effect", "policy")]),
    ("The Assembly on Tuesday passed a bill.", [("Tuesday", "passed", "legislation")]),
    ("The county was sued in 2029.", [("2029", "sued", "lawsuit")]),
    ("The Riverton Herald reported on Tuesday that buses had come.", [("Tuesday", "reported", "report")]),
    ("Students marched on Tuesday.", [("Tuesday", "marched", "protest")]),
    ("Agents arrested nine people at the station in Austin on Tuesday, the mayor said.", [("Tuesday", "arrested", "operation")]),
    ("Agents arrested nine people at the station in Austin, the mayor said on Tuesday.", [("Tuesday", "said", "statement")]),
    ("Agents arrested a man at the station in Austin on Tuesday, said his wife.", [("Tuesday", "arrested", "operation")]),
    ("Agents arrested a man at the station in Austin on Tuesday, said his wife, a nurse.", [("Tuesday", "arrested", "operation")]),
    ("Agents arrested a man at the station in Austin, said the mayor on Tuesday.", [("Tuesday", "said", "statement")]),
    ("Last month’s sweeps frightened the town.", [("Last month’s", "sweeps", "operation")]),
    ("The department sued Ohio, and a county in Iowa, on Tuesday.", [("Tuesday", "sued", "lawsuit")]),
    ("They joined nine other states on Tuesday in a suit.", [("Tuesday", "joined … suit", "lawsuit")]),
    ("The mayor issued an order on Tuesday.", [("Tuesday", "issued an order", "order")]),
    ("The rule, in force since May 1, needs no vote.", [("May 1", "in force", "policy")]),
    ("The bill died in a House committee on Tuesday.", [("Tuesday", "died … House", "legislation")]),
    ("The judge heard a motion to dismiss on Tuesday.", [("Tuesday", "heard", "hearing")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), HAPPENINGS)
def test_a_date_meets_its_trigger(sentence, expected):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [(h.timex.text.rstrip("’s"), h.trigger.text, h.kind.value) for h in found] == [
        (words.rstrip("’s"), trigger, kind) for words, trigger, kind in expected
    ]


UNDATED_ACTS = [
    "Agents prepared raids ahead of the November election.",
    "Nothing was known until this week.",
    "The clerk has lived here since 2014.",
    "The judge blocked it for the league, a group founded in 2005.",
    "The county ended its part, three weeks after the vote.",
]


@pytest.mark.parametrize("sentence", UNDATED_ACTS)
def test_a_limit_or_a_lonely_date_is_skipped_or_doubted(sentence):
    timexes = find_timexes(sentence, ANCHOR)
    found, skipped = find_happenings(sentence, (0, len(sentence)), timexes)
    assert len(skipped) + len(found) == len(timexes) > 0
    assert all(s.reason for s in skipped)
    assert all(h.doubt for h in found)


def test_a_trigger_shows_no_name_that_stands_between_its_words():
    text = "Deputies held Lida Marrow overnight in jail on Tuesday."
    ((happening,), _) = find_happenings(text, (0, len(text)), find_timexes(text, ANCHOR))
    assert happening.trigger.text == "held … jail"
    assert text[happening.trigger.start : happening.trigger.end] == "held Lida Marrow overnight in jail"


PUBLIC_ACTS = [
    ("The board kept the old wording on Tuesday.", "kept", "policy"),
    ("A federal appeals court on Tuesday refused to let the department go on.", "refused", "ruling"),
    ("Eleven men were driven off by immigration agents Tuesday at a gas station.", "driven", "operation"),
    ("Agents approach a house in Austin on Tuesday.", "approach", "operation"),
    ("The governor will tour the jail on Sunday.", "will tour", "policy"),
]


@pytest.mark.parametrize(("sentence", "trigger", "kind"), PUBLIC_ACTS)
def test_a_public_body_acts_by_any_verb(sentence, trigger, kind):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [(h.trigger.text, h.kind.value) for h in found] == [(trigger, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The judge was appointed in 1999.",
        "The line is open on Tuesday.",
        "It was a fine Tuesday.",
        "It will be the Friday before Lent.",
        "That night it was 18 degrees.",
    ],
)
def test_lives_and_scenes_are_no_acts(sentence):
    assert find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))[0] == []


STATES = [
    ("At a hop farm near Toppenish, nobody was taken on Tuesday.", "Tuesday", "was"),
    ("She'll be on the bench at 10 on Monday in Portland.", "Monday", "'ll"),
    ("The prison had 1,040 people in its dormitories on May 5.", "May 5", "had"),
    ("Counselors will be in both libraries on Monday.", "Monday", "will be"),
]


@pytest.mark.parametrize(("sentence", "day", "trigger"), STATES)
def test_what_was_so_on_a_day_is_proposed_in_doubt(sentence, day, trigger):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [(h.timex.text, h.trigger.text, h.doubt) for h in found] == [(day, trigger, "nobody acts")]


def test_it_is_doubted_where_nobody_public_acts():
    for sentence, doubt in (("She baked a cake on Tuesday.", "nobody acts"), ("Deputies held nine on Tuesday.", "")):
        ((found,), _) = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
        assert found.doubt == doubt


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("The principal said on Wednesday that agents came Monday night.", ["Wednesday", "Monday night"]),
        ("Deputies held nine overnight on Tuesday.", ["Tuesday"]),
        ("Deputies held nine on Tuesday in the evening.", ["Tuesday"]),
    ],
)
def test_an_hour_is_of_its_own_act_where_it_names_another_day(sentence, dates):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [h.timex.text for h in found] == dates


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("Two weeks ago, on April 24,", ["April 24"]),
        ("Last year in April", ["April"]),
        ("Last year in April and June", ["April", "June"]),
        ("Last Tuesday, April 29,", ["Last Tuesday, April 29"]),
        ("Last Tuesday night, April 29,", ["April 29"]),
        # what is only ranked beside a day
        ("In its first raid of the year, on April 24,", ["April 24"]),
        ("In its first raid of the year,", ["the year"]),
        ("In its second raid in April, on the 24th,", ["the 24th"]),
        ("In its second raid in April,", ["April"]),
        # days in a row are all told
        ("On April 24, 26 and 28", ["April 24", "26", "28"]),
        ("In January, February and April", ["January", "February", "April"]),
        ("On April 24, April 26 and April 28", ["April 24", "April 26", "April 28"]),
        ("On Monday, Tuesday and Thursday", ["Monday", "Tuesday", "Thursday"]),
    ],
)
def test_of_two_dates_for_one_day_the_finer_stands(when, dates):
    text = f"{when} the sheriff arrested nine people."
    found, _ = find_happenings(text, (0, len(text)), find_timexes(text, ANCHOR))
    assert [h.timex.text for h in found] == dates


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("ICE was created in 2003.", 0),  # how a body began
        ("ICE was created on March 1, 2003.", 1),
        ("The policy was created in 2003.", 1),
    ],
)
def test_the_year_of_a_founding_is_no_act(sentence, found):
    happenings, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert len(happenings) == found


DENIED = [
    "Agents did not arrest anyone in Austin on Monday.",
    "Agents didn't raid the plant on Monday.",
    "Agents never raided the plant on Monday.",
    "No one was arrested by ICE on Monday.",
    "No arrests were made in Austin on Monday.",
    "There were no immigration raids in Austin on Monday.",
    "No workers were detained at the plant on Monday.",
    "The patrol left on Monday without arresting anyone.",
    "The agency denied that it raided the plant on Monday.",
    "Rumors of a raid at the plant on Monday were false, the mayor wrote.",
    "Talk of a raid at the plant on Monday was only a rumor.",
    "Alerts of a raid at the plant on Monday were false alarms.",
    "Monday: false alarm at the plant, marshals arresting a man on a local warrant",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_said_not_to_have_been_is_no_operation(sentence):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [h for h in found if h.kind is Kind.OPERATION] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody was surprised when agents arrested nine people on Monday.",
        "Agents did not only raid the plant on Monday.",
        "No county helped, but agents raided the plant on Monday.",
        "After a false alarm, agents raided the plant on Monday.",
        "Without a warrant, agents arrested nine people on Monday.",
    ],
)
def test_what_was_is_an_operation_whatever_else_was_not(sentence):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert [h.kind for h in found] == [Kind.OPERATION]


def test_what_a_council_did_not_do_is_still_an_act():
    text = "The council did not approve the contract on Monday."
    assert find_happenings(text, (0, len(text)), find_timexes(text, ANCHOR))[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sheriff's office did not respond Monday to questions.",
        "The sheriff had not responded to the request as of Monday.",
        "A message left for the sheriff on Monday was not returned.",
        "The mayor could not immediately be reached Monday.",
        "An ICE spokesman declined to comment on Monday.",
        "The agency didn't immediately reply to an email on Monday.",
        "The sheriff did not immediately return a message left Monday about the raid.",
        "ICE had not answered that request as of Monday afternoon.",
    ],
)
def test_a_question_without_an_answer_is_no_act(sentence):
    found, skipped = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))
    assert found == []
    assert skipped


@pytest.mark.parametrize(
    "sentence",
    [
        "The sheriff, who declined to comment, ended the agreement on Monday.",
        "Agents raided the plant on Monday; the owner did not respond to a request for comment.",
        "The county responded to the lawsuit on Monday.",
        "Deputies did not respond to the call, and the council opened an inquiry on Monday.",
    ],
)
def test_an_act_stays_one_beside_a_question_without_an_answer(sentence):
    assert find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, ANCHOR))[0]
