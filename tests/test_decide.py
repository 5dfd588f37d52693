"""What decides about dated acts: models of named features, whose weights are data."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from raidline import lexicon
from raidline.article import Article
from raidline.extract.daily import joined
from raidline.extract.decide import agency, event, kind, place
from raidline.extract.decide.again import looking_back, named_by_day, one_entry, retelling, speaking
from raidline.extract.decide.loglinear import ALWAYS, Choice, Chosen, Decision, choice, decision
from raidline.extract.decide.models import shipped
from raidline.extract.decide.reasons import in_words, phrase
from raidline.extract.decide.words import vocabulary, words
from raidline.extract.events.triggers import Trigger
from raidline.extract.pipeline import decide
from raidline.extract.proposals import propose
from raidline.models import Kind
from raidline.places.lookup import resolve

DECISIONS = ("event", "core", "place", "retelling", "agency")
WEIGHTS = Path(retelling.__file__).parents[2] / "weights"


def proposals(text, title=None):
    return propose(
        Article(
            id="herald",
            title=title,
            publisher="Valley Herald",
            published=date(2031, 5, 12),
            url=None,
            text=text,
            path=Path("herald.md"),
        )
    )


def test_a_decision_adds_up_what_speaks_for_and_against():
    model = Decision({ALWAYS: -1.0, "age=week": 2.0, "doubt=limit": -3.0})
    assert model.judged([]).score == -1.0
    assert model.judged(["age=week", "never seen"]).score == 1.0
    assert model.judged(["age=week"]).probability > 0.5 > model.judged(["age=week", "doubt=limit"]).probability
    weighed = model.judged(["age=week", "doubt=limit", "never seen"]).weighed()
    assert weighed == [("age=week", 2.0), ("doubt=limit", -3.0)]


def test_no_score_is_too_large_for_a_probability():
    assert Decision({ALWAYS: 10_000.0}).judged([]).probability == pytest.approx(1)
    assert Decision({ALWAYS: -10_000.0}).judged([]).probability == pytest.approx(0)


def test_a_choice_scores_each_class():
    model = Choice.of({ALWAYS: {"operation": 0.5, "protest": 0.0}, "word=marched": {"protest": 2.0}})
    assert model.chosen([]).scores == {"operation": 0.5, "protest": 0.0}
    chosen = model.chosen(["word=marched", "never seen"])
    assert chosen.scores == {"operation": 0.5, "protest": 2.0}
    assert chosen.weighed("operation", "protest") == [("word=marched", -2.0)]


@pytest.mark.parametrize(
    ("chosen", "other", "weight"),
    [("funding", "protest", -2.0), ("protest", "funding", 2.0), ("funding", "statement", 0.0)],
)
def test_a_class_without_weights_has_none_for_any_feature(chosen, other, weight):
    model = Choice.of({ALWAYS: {"operation": 0.5, "protest": 0.0}, "word=marched": {"protest": 2.0}})
    assert model.chosen(["word=marched"]).weighed(chosen, other) == [("word=marched", weight)]


def test_weights_are_those_of_the_file():
    model = choice("kind")
    lines = (line.partition("\t") for line in (WEIGHTS / "kind.tsv").read_text("utf-8").splitlines())
    written = {name: dict(pair.split(":") for pair in row.split(" ")) for name, _, row in lines if row}
    assert model.weights == {name: {k: float(w) for k, w in row.items()} for name, row in written.items()}
    assert Choice.of(model.weights) == model


def test_every_file_of_weights_is_used():
    assert sorted(path.stem for path in WEIGHTS.glob("*.tsv")) == sorted([*DECISIONS, "kind"])


@pytest.mark.parametrize("name", [*DECISIONS, "kind"])
def test_weights_say_what_they_were_made_from(name):
    head = [line for line in (WEIGHTS / f"{name}.tsv").read_text("utf-8").splitlines() if line.startswith("#")]
    assert "scripts/train.py" in head[0]
    assert "Cross-validated by article" in head[1]


@pytest.mark.parametrize("name", [*DECISIONS, "kind"])
def test_no_weight_is_of_a_name_or_of_more_than_two_words(name):
    """What a feature says of a text is written in small letters; capitals are those of our own names for bodies."""
    model = choice(name) if name == "kind" else decision(name)
    for feature in model.weights:
        key, _, value = feature.partition("=")
        if key in {"word", "clause", "title", "before", "behind", "date", "between", "preposition", "trigger"}:
            told = value.partition("&")[0].replace("Aa", "").replace("True", "").replace("False", "")
            assert told == told.lower(), feature
            assert len(told.split()) <= 2, feature


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents held Ana Real in Reno on May 7.", ("Aa", "held", "Aa", "Aa", "in", "Aa", "on", "Aa", "#")),
        ("the mayor’s 12 aides", ("the", "mayor's", "#", "aides")),
        ("", ()),
    ],
)
def test_words_hide_names_and_figures(text, expected):
    assert words(text) == expected
    assert vocabulary(text) == frozenset(expected) - {"Aa", "#"}


def test_features_are_the_same_every_time_and_hold_no_name():
    draft, *_ = proposals("ICE agents arrested Ana Real in Reno on Tuesday.").drafts
    for module in (event, kind):
        seen = list(module.features(draft))
        assert seen == list(module.features(draft))
        assert not any("Real" in feature or "real" in feature.split("=")[-1].split() for feature in seen)


TOLD_TWICE = """\
ICE agents arrested nine people at a bakery in Reno on Tuesday, the agency said.

The arrests on Tuesday at the bakery drew a crowd of neighbors. The county had ended its jail contract in 2029.
"""


def test_a_happening_told_twice_is_one_candidate():
    candidates = decide(proposals(TOLD_TWICE), shipped()).candidates
    assert [c.date.text for c in candidates if c.date.text == "2031-05-06"] == ["2031-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "Agents raided a bakery in Dallas on Tuesday.\n\nAgents raided a farm in Austin on Tuesday.",
        "The sheriff of Travis County sent a letter on Tuesday.\n\nThe mayor of Austin also sent a letter on Tuesday.",
        "ICE arrested nearly 700 people nationwide in April.\n\nIn Austin, ICE arrested 51 people in April.",
    ],
)
def test_what_each_names_a_place_for_is_never_one(text):
    assert len(decide(proposals(text), shipped()).candidates) == 2


def test_what_is_weighed_and_found_no_event_is_skipped_with_a_reason():
    none = Decision({ALWAYS: -5.0, "role=act": 0.5})
    models = shipped()
    found = decide(
        proposals("ICE agents arrested nine people in Reno on Tuesday."),
        replace(models, event=none),
    )
    assert found.candidates == ()
    (skipped,) = found.skipped
    assert skipped.reason.startswith("'Tuesday' seems to date no event although ")


def table():
    """Yield each row of the table of words with the decision it is for."""
    for name, rows in lexicon.load("reasons").items():
        for key, row in rows.items():
            yield pytest.param("event" if name == "all" else name, key, row, id=f"{name}-{key}")


@pytest.mark.parametrize(("name", "key", "row"), list(table()))
def test_each_row_of_the_table_of_words_has_an_example(name, key, row):
    assert row["examples"]
    for feature, said in row["examples"].items():
        assert feature.partition("=")[0] == key
        assert phrase(name, feature) == said


@pytest.mark.parametrize("name", [*DECISIONS, "kind"])
def test_every_feature_of_every_decision_has_words(name):
    """No name of a feature is ever shown, whatever the files of weights hold."""
    model = choice(name) if name == "kind" else decision(name)
    for feature in model.weights.keys() - {ALWAYS}:
        said = in_words(name, [(feature, 1.0)])
        assert said.startswith("because ")
        assert not set("=&#_/") & set(said), feature
        assert " Aa" not in said


def test_no_feature_that_extraction_weighs_lacks_words():
    """A feature without a weight today may have one tomorrow."""
    found = proposals(TOLD_TWICE, title="Raid on a bakery in Reno")
    tellings = [found.told(draft) for draft in found.drafts]
    for telling in tellings:
        seen = {
            "event": event.features(telling.draft),
            "kind": kind.features(telling.draft),
            "place": place.evidence(telling, found.named)[telling.places[0]],
            "agency": agency.features(telling, "ICE", found.bodies),
            "retelling": retelling.features(tellings[0], telling),
        }
        for name, features in seen.items():
            for feature in features:
                assert in_words(name, [(feature, 1.0)])


@pytest.mark.parametrize(
    ("weighed", "said"),
    [
        ([], ""),
        ([("age=week", 1.0)], "because it is up to a week old"),
        ([("age=week", -1.0)], "although it is up to a week old"),
        (
            [("quoted", -2.0), ("word=raid", 1.0), ("told=0", 0.5)],
            "because “raid” is in the sentence, no earlier act has this date, although the date is in a quotation",
        ),
        (  # the strongest three
            [("length=short", 0.1), ("word=raid", 1.0), ("told=0", 0.5), ("age=week", 0.4)],
            "because “raid” is in the sentence, no earlier act has this date, it is up to a week old",
        ),
        (  # and none that repeats a stronger one
            [("word=raid", 1.0), ("clause=raid", 0.9), ("age=week", 0.8), ("age=week&breadth=day", 0.7)],
            "because “raid” is in the sentence, it is up to a week old",
        ),
    ],
)
def test_the_strongest_reasons_in_words(weighed, said):
    assert in_words("event", weighed) == said


def test_a_candidate_says_why_each_decision_was_made():
    (raid, *_) = decide(proposals(TOLD_TWICE), shipped()).candidates
    steps = raid.how.split("; ")
    for decided in (
        "an event",
        "of the article's subject",
        "operation rather",
        "Reno, Nevada",
        "ICE acts",
        "reported again",
    ):
        assert [step for step in steps if re.match(rf"{decided}\b.*(because|although) ", step)], decided


@pytest.mark.parametrize(
    ("scores", "decided", "expected"),
    [
        ({"other": 1.0, "protest": 0.9, "report": -9.0}, Kind.OTHER, (Kind.PROTEST,)),
        ({"other": 1.0, "protest": 0.9, "report": -9.0}, Kind.PROTEST, (Kind.OTHER,)),
        ({"other": 1.0, "protest": 0.9, "report": 0.8}, Kind.OTHER, (Kind.PROTEST, Kind.REPORT)),  # the likeliest first
        ({"other": 9.0, "protest": 1.0, "report": 1.0}, Kind.OTHER, ()),  # there is no doubt
        ({"other": 1000.0, "protest": -1000.0}, Kind.INCIDENT, (Kind.OTHER,)),  # read by the rules; nothing overflows
    ],
)
def test_the_kinds_that_an_act_may_well_be_besides_the_one_decided(scores, decided, expected):
    assert kind.likely(Chosen((), (), scores), decided) == expected


def test_a_kind_that_no_weights_know_yet_is_as_the_rules_read_it():
    unlearned = Choice.of({ALWAYS: {"statement": 0.5, "policy": 0.0}})
    assert kind.ranked(unlearned.chosen([]), Kind.POLICY) == [Kind.STATEMENT, Kind.POLICY]
    assert kind.ranked(unlearned.chosen([]), Kind.FUNDING) == [Kind.FUNDING, Kind.STATEMENT, Kind.POLICY]
    phrase, word = (Trigger(0, 1, text, Kind.POLICY, "act") for text in ("will no longer", "ended"))
    assert kind.ranked(unlearned.chosen([]), Kind.POLICY, phrase) == [Kind.POLICY, Kind.STATEMENT]
    assert kind.ranked(unlearned.chosen([]), Kind.POLICY, word) == [Kind.STATEMENT, Kind.POLICY]
    models = replace(shipped(), kind=unlearned)
    (found,) = decide(proposals("ICE agents arrested nine people in Reno on Tuesday."), models).candidates
    assert found.kind is Kind.OPERATION


def test_who_only_speaks_of_an_act_is_not_offered_for_it():
    found = proposals("The sheriff said ICE agents arrested nine people in Reno on Tuesday. The FBI helped.")
    offered = found.bodies.offered(found.told(found.drafts[0]))
    assert "ICE" in offered
    assert "FBI" in offered
    assert "sheriff" not in offered


def test_a_court_is_not_offered_for_an_arrest():
    found = proposals("A federal judge cited the arrest of nine people in Reno on Tuesday.")
    assert "federal court" not in found.bodies.offered(found.told(found.drafts[0]))


def test_places_are_offered_once_each():
    found = proposals("Agents came to Reno on Tuesday. Reno is in Nevada.")
    reno = resolve("Reno, Nevada")
    offered = found.named.offered(found.drafts[0], (reno,))
    assert offered[0] == reno
    assert sorted(map(str, offered)) == ["Nevada", "Reno, Nevada", "United States"]


def test_the_district_is_offered_as_its_own_state():
    found = proposals("Agents came to a house in Washington, D.C., on Tuesday.")
    assert sorted(map(str, found.named.offered(found.drafts[0], ()))) == ["United States", "Washington, D.C."]


def test_no_more_places_are_offered_in_a_longer_article():
    towns = [
        "Reno",
        "Fresno",
        "Tulsa",
        "Omaha",
        "Boise",
        "Tucson",
        "Denver",
        "Dallas",
        "Houston",
        "Seattle",
        "Boston",
        "Chicago",
        "Atlanta",
        "Miami",
        "Phoenix",
    ]
    text = "\n\n".join(f"Agents arrested {n} people in {town} on Tuesday." for n, town in enumerate(towns * 4, 2))
    found = proposals(text)
    most = max(len(found.named.offered(draft, ())) for draft in found.drafts)
    assert len(found.drafts) == len(towns) * 4
    assert most <= 2 * (7 + 10) + 1


def test_a_telling_is_compared_with_a_bounded_number_of_others(monkeypatch):
    pairs = []
    features = retelling.features
    monkeypatch.setattr(retelling, "features", lambda one, two: pairs.append(1) or features(one, two))
    text = "\n\n".join(f"The council heard speaker number {n} on Tuesday." for n in range(120))
    decide(proposals(text), shipped())
    assert len(pairs) <= 120 * retelling.MOST_COMPARED


SALINA = "SALINA, Kan. — Salina waited. Students from Salina spoke, and Kansas lawmakers watched.\n\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a body without a name is that of the town, the county or the state that the report is about
        (SALINA + "The council's new policy took effect on Tuesday.", "Salina, Kansas"),
        (SALINA + "The mayor wrote to the agency on Tuesday.", "Salina, Kansas"),
        (SALINA + "The school board adopted a policy on Tuesday.", "Salina, Kansas"),
        (
            SALINA + "Saline County has a jail. The county commissioners approved it on Tuesday.",
            "Saline County, Kansas",
        ),
        (SALINA + "Saline County has a jail. The sheriff ended the practice on Tuesday.", "Saline County, Kansas"),
        (SALINA + "The Legislature passed the bill on Tuesday, and the governor signed it.", "Kansas"),
        # and one of the nation is not
        (SALINA + "President Real signed the executive order on Tuesday in the White House.", "United States"),
        (SALINA + "Congress passed the bill on Tuesday.", "United States"),
        # what people say of it is said there
        (SALINA + "The owner of a bakery said on Tuesday that nobody had a warrant.", "Salina, Kansas"),
    ],
)
def test_an_act_belongs_to_the_place_whose_body_acts(text, place):
    candidates = decide(proposals(text), shipped()).candidates
    assert [str(candidate.places[0]) for candidate in candidates] == [place]


def test_bodies_and_numbers_are_those_of_the_kind_that_was_decided():
    read = proposals("Agents of ICE came. Nine people were hurt at the mill. The clash there came on Monday, she said.")
    telling = read.told(read.drafts[-1])
    assert (telling.agencies, telling.counts) == ((), {})
    decided = read.of_kind(telling, Kind.INCIDENT)
    assert (decided.agencies, {what: str(n) for what, n in decided.counts.items()}) == (("ICE",), {"hurt": "9"})
    assert read.of_kind(telling, telling.draft.happening.kind) is telling


@pytest.mark.parametrize(
    ("vague", "told_again"),
    [
        ("The judge said that the raids in Austin this May were a mistake.", True),
        ("The judge said that the raids in Dallas this May were a mistake.", False),
        ("The judge said that other raids in Austin this May were a mistake.", False),
        ("The judge said that raids in Austin this May led to 60 arrests.", False),
        ("The judge said that the raids in Texas this May were a mistake.", False),
        ("The judge said that the raids in Austin in 2031 were a mistake.", False),
        ("The judge said that the hearings in Austin this May were a mistake.", False),
    ],
)
def test_a_deed_told_of_a_month_is_the_one_told_of_some_of_its_days(vague, told_again):
    read = proposals(f"ICE carried out raids across Austin on May 6, arresting 51 people.\n\n{vague}")
    exact, month = (read.told(draft) for draft in read.drafts)
    assert looking_back.is_vaguer(month, exact) is told_again
    assert not looking_back.is_vaguer(exact, month)


@pytest.mark.parametrize(
    ("first", "second", "told_again"),
    [
        ("Agents arrested 40 welders at a yard in Austin on Monday.", "The raid on Monday shut down the yard.", True),
        ("Agents raided a yard in Austin on Monday.", "The arrests, made on Monday, shut down the yard.", True),
        ("The city sued on Monday.", "The lawsuit, filed Monday, names the county.", True),
        ("The governor signed an order on Monday.", "The executive order, signed Monday, is short.", True),
        ("Hundreds marched in Austin on Monday.", "Monday's protest ended at the bridge.", True),
        ("The council voted on Monday.", "That vote, on Monday, came at midnight.", True),
        ("Detainees began a hunger strike on Monday.", "The hunger\nstrike on Monday was the second.", False),
        ("Detainees began a hunger strike on Monday.", "The hunger\nstrike, begun on Monday, spread.", True),
        ("Hundreds marched in Austin on May 6.", "The March movement rallied again on May 6.", False),
        ("Agents raided a yard in Austin on Monday.", "Neighbors wept after Monday's raid there.", True),
        ("A judge ruled for the city on Monday.", "In his ruling Monday, Judge Tull wrote that it was void.", True),
        ("A judge ruled for the city on Monday.", "In a ruling Monday, Judge Tull wrote that it was void.", False),
        ("Hundreds rallied in Austin on Monday.", "At the rally Monday, nine were arrested.", False),
        ("Agents raided a yard in Austin today.", "Neighbors wept after today's raid there.", False),
        ("Agents raided a yard in Austin on Monday.", "Neighbors wept after Friday's raid there.", False),
        ("Agents raided a yard in Austin on Monday.", "Neighbors wept after Monday's second raid there.", False),
        ("Agents raided a yard in Austin on Monday.", "Neighbors wept after Monday's vote there.", False),
        ("Agents raided a yard in Austin on Monday.", "The second raid on Monday was at a mill.", False),
        ("Agents raided a yard in Austin on Monday.", "The raid on Friday was at a mill.", False),
        ("Agents raided a yard in Austin on Monday.", "A raid on Monday shut down a mill.", False),
        ("Agents raided a yard in Austin on Monday.", "The vote, on Monday, came at midnight.", False),
        (
            "Agents raided a yard in Austin in May.",
            "The raid in May shut down the yard.",
            False,
        ),  # of a month there are more
    ],
)
def test_a_known_act_of_a_day_takes_up_the_one_told_before(first, second, told_again):
    read = proposals(f"{first}\n\n{second}")
    one, two = (read.told(draft) for draft in (read.drafts[0], read.drafts[-1]))
    assert looking_back.takes_up(two, one) is told_again
    assert looking_back.takes_up(one, two) is told_again


@pytest.mark.parametrize(
    ("second", "told_again"),
    [
        ("Kemp also said Monday that she would sue.", True),
        ("Kemp also said Tuesday that she would sue.", False),
        ("Kemp said Monday that she would sue.", True),
        ("Kemp, a former nurse, on Monday urged the sheriff to sue.", True),
        ('"We are done," said Kemp on Monday.', True),
        ("Kemp dismissed the claim on Monday.", True),
        ("At a news conference on Monday, Kemp said that she would sue.", True),
        ("Kemp, asked about it on Monday, said that she would sue.", True),
        ("Kemp announced on Monday that the city would sue.", False),
        ("Kemp signed an order on Monday.", False),
        ("Agents arrested nine people on Monday, Kemp said.", False),
        ("At a news conference on Monday, Marsh said that Kemp would sue.", False),
        ("Marsh criticized Kemp on Monday.", False),
        ("She said Monday that she would sue.", False),
        ("The White House said Monday that it would sue.", False),
        ("Marsh also said Monday that he would sue.", False),
        ("Sheriffs on Monday also said that they would sue.", False),
    ],
)
def test_what_one_said_on_a_day_is_one_statement(second, told_again):
    read = proposals(f"Mayor Ada Kemp said on Monday that nobody had told the city.\n\n{second}")
    one, two = (read.told(draft) for draft in read.drafts)
    assert speaking.says_on(two, one) is told_again
    assert speaking.says_on(one, two) is told_again


@pytest.mark.parametrize(
    ("first", "second", "told_again"),
    [
        ("A judge ruled for the city on May 6.", "Kemp cited the May ruling in her letter.", True),
        ("A judge ruled for the city on May 6.", "The May 6 decision binds the jail.", True),
        ("A judge ruled for the city on May 6.", "Tull's opinion, handed down May 6, is short.", True),
        (
            "The board voted on May 6 to end the contract.",
            "It was the hardest, Kemp said of the decision of May 6.",
            True,
        ),
        ("The county held 40 men in a raid on May 6.", "None of those taken in the May raid was charged.", True),
        ("The mayor gave an interview on May 6.", "In the May 6 interview she called it theater.", True),
        ("The governor signed the law on May 6.", "The law that he signed May 6 is short.", True),
        (
            "The council voted for it on May 6.",
            "If he does nothing, the ordinance passed on May 6 holds.",
            True,
        ),
        ("The council voted for it on May 6.", "They debated the bill on May 6.", False),
        ("The council voted for it on May 6.", "A bill passed on May 6 is short.", False),
        ("A judge ruled for the city on May 6.", "Kemp cited a May ruling in her letter.", False),
        ("A judge ruled for the city on May 6.", "Kemp cited the second May ruling in her letter.", False),
        ("A judge ruled for the city on May 6.", "Kemp cited the April ruling in her letter.", False),
        ("A judge ruled for the city on May 6.", "Kemp cited the May raid in her letter.", False),
        ("A judge ruled for the city on May 6.", "The council will vote on it on May 6.", False),
        ("Agents held 40 men in a raid on May 6.", "In the May raids, they arrested 90.", False),  # of one or more days
    ],
)
def test_a_noun_with_a_date_names_the_act_told_elsewhere(first, second, told_again):
    read = proposals(f"{first}\n\n{second}")
    one, two = (read.told(draft) for draft in (read.drafts[0], read.drafts[-1]))
    assert named_by_day.is_named_by_day(two, one) is told_again
    assert not named_by_day.is_named_by_day(one, two)


@pytest.mark.parametrize(
    ("second", "told_again"),
    [
        ("Rosa, whose husband was among those arrested Monday, said that she wept.", True),
        ("A cook held since Monday has a lawyer.", True),
        ("Most of those who were arrested on Monday had papers.", True),
        ("Video shot Monday shows vans at the gate.", True),
        ("Rosa, whose husband was among those arrested Tuesday, said that she wept.", False),
        ("A cook was held on Monday for a theft.", False),
        ("Agents took nine more Monday at a mill.", False),
        ("The mayor said on Monday that the video shows vans.", False),
    ],
)
def test_those_taken_and_a_video_of_a_day_point_to_the_deed(second, told_again):
    read = proposals(f"Agents raided a yard on Monday.\n\n{second}")
    deed, pointing = (read.told(draft) for draft in (read.drafts[0], read.drafts[-1]))
    assert looking_back.points_to(pointing, deed) is told_again
    assert not looking_back.points_to(deed, pointing)


@pytest.mark.parametrize(
    ("second", "told_again"),
    [
        ("At 9 a.m. the first vans stood at the gate.", True),
        ("The gate was shut by noon.", True),
        ("About 9 a.m. agents lined up the welders at the gate, workers said.", True),
        ("They came. Nobody spoke. At 9 a.m. the first vans stood at the gate.", True),
        ("They came. Nobody spoke. It rained. At 9 a.m. the first vans stood at the gate.", False),
        ("At 9 a.m. the council voted to end the contract.", False),
        ("At 9 p.m. agents arrested nine more people.", False),
        ("At 9 p.m. agents arrested nine people at a mill.", False),
        ("At 9 a.m. Tuesday the vans stood at the gate.", False),
        ("At 9 a.m. the mayor said that nobody had told the city.", False),
    ],
)
def test_an_hour_of_a_deed_is_a_scene_of_it(second, told_again):
    read = proposals(f"Agents raided a yard on Monday.\n\n{second}")
    deed, hour = (read.told(draft) for draft in (read.drafts[0], read.drafts[-1]))
    assert looking_back.is_hour_of(hour, deed) is told_again
    assert not looking_back.is_hour_of(deed, hour)


def test_the_report_of_a_deed_is_quoted_not_a_scene_of_it():
    text = (
        "Officers took 62 workers from a plant outside Austin on Monday in what the agency called a check of papers. "
        "At 6:15 a.m. the first vans stood at the gate, workers said, and by 9 the line had stopped."
    )
    (candidate,) = decide(proposals(text), shipped()).candidates
    assert "62 workers" in candidate.quote


@pytest.mark.parametrize(
    ("entry", "told_again"),
    [
        ("Deputies stopped a van on Route 11. All nine were let go.", True),
        ("Deputies stopped a van on Route 11. Deputies stopped a truck on Route 12.", True),
        (
            "Deputies stopped a van on Route 11.\n\nAll nine were let go.",
            False,
        ),  # what stands below a day, not beside it
        ("Deputies stopped a van on Route 11. The council voted to sue.", False),
        ("Deputies stopped a van on Route 11. All nine were let go on Friday.", False),
    ],
)
def test_an_entry_of_a_log_tells_one_happening(entry, told_again):
    read = proposals(f"**May 2, 0610.** {entry}\n\n**May 3, 1100.** Nurses marched to the jail.")
    first, second = (read.told(draft) for draft in read.drafts[:2])
    assert one_entry.is_of_one_entry(first, second) is told_again
    assert one_entry.opens_entry(first, second) is told_again
    assert not one_entry.opens_entry(second, first)


@pytest.mark.parametrize(
    ("second", "two"),
    [
        ("The police chief says that the city was not told.", True),
        ("A baker says that nobody told her.", False),
        ("Agents arrested nine people.", False),
    ],
)
def test_what_bodies_say_at_two_hours_is_said_twice(second, two):
    live = f"Live updates.\n\n9 a.m. ICE says that it raided a yard.\n\n10 a.m. {second}\n\n11 a.m. Nurses marched."
    told = [read.told(draft) for read in [proposals(live)] for draft in read.drafts[:2]]
    assert one_entry.are_news_of_two_hours(*told) is two


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Agents threatened to raid the mill on Tuesday.", Kind.STATEMENT),
        ("Agents raided the mill on Tuesday, as they had threatened.", Kind.OPERATION),
    ],
)
def test_what_is_threatened_was_not_done(text, kind):
    assert [one.kind for one in decide(proposals(text), shipped()).candidates] == [kind]


def test_every_noun_for_an_act_belongs_to_an_act():
    acts = {row["name"] for row in lexicon.load("same_acts")}
    rows = lexicon.load("act_nouns")
    assert {name for row in rows for name in (row["name"], *row.get("also", ()))} <= acts


def test_a_raid_taken_up_is_one_candidate():
    text = (
        "Officers arrested about 40 welders at a shipyard in Austin on Monday. The raid on Monday shut down the yard."
    )
    assert len(decide(proposals(text), shipped()).candidates) == 1


@pytest.mark.parametrize(
    ("second", "kind", "groups"),
    [
        ("Marchers chanted on Tuesday.", Kind.PROTEST, [[0, 1]]),
        ("Marchers chanted on Tuesday.", Kind.OPERATION, [[0], [1]]),
        ("Marchers chanted on Monday.", Kind.PROTEST, [[0], [1]]),
        ("A crowd rallied in Dallas on Tuesday.", Kind.PROTEST, [[0], [1]]),
        ("Others came to Dallas. Marchers chanted on Tuesday.", Kind.PROTEST, [[0], [1]]),
    ],
)
def test_a_protest_of_a_day_is_told_once(second, kind, groups):
    read = proposals(f"Hundreds rallied in Austin on Tuesday.\n\n{second}")
    one, two = (read.told(draft) for draft in read.drafts)
    assert joined([(one, kind), (two, kind)]) == groups
    assert joined([(one, kind), (two, Kind.OTHER)]) == [[0], [1]]
