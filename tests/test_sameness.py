"""What says that two reports are of one happening: who takes part, which words they share, how precise their dates are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.extract.events.actors import find_participants
from raidline.merging.kinds import kinds_agree
from raidline.merging.sameness import likeness
from raidline.merging.telling import Telling
from raidline.merging.words import read_words, topics
from raidline.models import Candidate, Kind, Status
from raidline.places.lookup import resolve
from raidline.values.participant import Participant, ParticipantKind

BODY, PAPER, CLASS = ParticipantKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE agents came.", {(BODY, "ICE")}),
        ("The National Guard came.", {(BODY, "National Guard")}),
        ("The Herald told of it.", {(PAPER, "Herald")}),
        ("Reporters came.", {(CLASS, "Reporters")}),  # a capital letter makes no name
        ("Two reporters came.", {(CLASS, "reporters")}),
        ("Police came.", {(CLASS, "police")}),  # the body and the office are one
        ("The sheriff came.", {(CLASS, "sheriff"), (CLASS, "police")}),
        ("A federal judge spoke.", {(CLASS, "federal court"), (CLASS, "court")}),
        ("The mayor spoke.", {(CLASS, "executive")}),
        ("People came.", set()),
    ],
)
def test_who_takes_part(text, expected):
    assert find_participants(text, (0, len(text))) == {Participant(*one) for one in expected}


ICE, HERALD = Participant(BODY, "ICE"), Participant(PAPER, "Herald")
POLICE, COURT, SMALL = Participant(CLASS, "police"), Participant(CLASS, "Court"), Participant(BODY, "eBay police")


def candidate(date="2017-02-01", kind=Kind.STATEMENT, place="Texas", participants=(), quote="x", counts=None):
    return Candidate(
        article="star",
        date=Edtf.parse(date),
        kind=kind,
        status=Status.OCCURRED,
        places=(place,),
        agencies=(),
        participants=frozenset(participants),
        counts={what: Count.parse(number) for what, number in (counts or {}).items()},
        attribution=None,
        start=0,
        end=9,
        salience=0.5,
        **dict.fromkeys(("date_text", "how", "trigger", "modality", "title"), "x"),
        quote=quote,
    )


def same_happening(one, other):
    return likeness(Telling(one), Telling(other)) > 0


def same(one, other):
    """Whether two candidates are one happening, which does not depend on their order."""
    found = same_happening(one, other)
    assert same_happening(other, one) is found
    return found


@pytest.mark.parametrize(
    ("place", "participants", "expected"),
    [
        ("Texas", {ICE}, True),
        ("Texas", {SMALL}, True),  # named, however it is spelt
        ("Texas", {POLICE}, False),  # some police of the state
        ("Texas", {COURT}, False),  # a class, however it is spelt
        ("Austin, Texas", {POLICE}, True),  # of a town there is one
    ],
)
def test_a_class_tells_of_one_happening_only_in_one_town(place, participants, expected):
    one = candidate(place=place, participants=participants, quote="Many people were there.")
    assert same(one, one.model_copy(update={"article": "herald"})) is expected


FERRY = "Agents stopped the ferry and took nine cooks off it."
FERRY_AGAIN = "Nine cooks were led off a ferry, a captain said."
LIBRARY = "A librarian was held outside the school."


@pytest.mark.parametrize(
    ("quote", "other", "dates", "place", "expected"),
    [
        (FERRY, FERRY_AGAIN, ("2017-02-01", "2017-02"), "Austin, Texas", True),
        (FERRY, LIBRARY, ("2017-02-01", "2017-02"), "Austin, Texas", False),  # a month of a large town
        (FERRY, LIBRARY, ("2017-02-01", "2017-02-01"), "Austin, Texas", True),  # one day of one town
        (FERRY, LIBRARY, ("2017-02-01", "2017-02-01"), "Texas", False),
        (FERRY, FERRY_AGAIN, ("2017-02-01", "2017-02-01"), "Texas", True),
        (FERRY, "The ferry is old.", ("2017", "2017"), "Austin, Texas", False),  # one word is little in a year
        (FERRY, FERRY_AGAIN, ("2017", "2017"), "Austin, Texas", True),
        ("Tamsin Okafor was shot dead.", "The killing of Tamsin Okafor", ("2017", "2017-02-01"), "Austin, Texas", True),
        ("Tamsin Okafor was shot dead.", "Two men were shot dead.", ("2017", "2017-02-01"), "Austin, Texas", False),
    ],
)
def test_the_less_date_and_place_say_the_more_words_have_to(quote, other, dates, place, expected):
    one = candidate(dates[0], Kind.OPERATION, place, quote=quote)
    two = candidate(dates[1], Kind.OPERATION, place, quote=other)
    assert same(one, two) is expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((Kind.INCIDENT, Kind.OTHER), True),
        ((Kind.STATEMENT, Kind.POLICY), True),
        ((Kind.OPERATION, Kind.PROTEST), False),
        ((Kind.LAWSUIT, Kind.REPORT), False),
    ],
)
def test_no_words_make_kinds_agree_that_exclude_each_other(kinds, expected):
    one, two = (candidate(kind=kind, place="Austin, Texas", quote=FERRY) for kind in kinds)
    assert same(one, two) is expected


@pytest.mark.parametrize(
    ("quote", "place", "other", "expected"),
    [
        ("Agents raided a ferry in Waco.", "United States", "The Waco ferry was raided.", True),  # it names the town
        ("Agents raided a ferry in Reno.", "United States", "The Waco ferry was raided.", False),  # another one
        ("Agents raided a ferry in Waco.", "Nevada", "The Waco ferry was raided.", True),  # placed by mistake
        ("Agents raided a ferry.", "Austin, Texas", "The ferry was raided.", True),  # in another town of the state
        ("Agents raided a ferry.", "Reno, Nevada", "The ferry was raided.", False),
        ("Agents raided a bus.", "Austin, Texas", "The ferry was raided.", False),
        ("Tamsin Okafor left the ferry.", "United States", "A raid on the ferry of Tamsin Okafor", True),
        ("The ferry sank by a pier.", "United States", "A ferry sank at the pier.", False),  # no name, no number
    ],
)
def test_a_place_is_met_where_a_sentence_names_it_or_rare_words_agree(quote, place, other, expected):
    one = candidate(kind=Kind.OPERATION, place=place, quote=quote, participants={ICE})
    two = candidate(kind=Kind.OPERATION, place="Waco, Texas", quote=other, participants={ICE})
    assert same(one, two) is expected


@pytest.mark.parametrize(
    ("kinds", "dates", "place", "other", "expected"),
    [
        ((Kind.OPERATION, Kind.POLICY), ("2017-02-01", "2017-02-01"), "Austin, Texas", FERRY_AGAIN, True),
        ((Kind.FUNDING, Kind.LEGISLATION), ("2017-02-01", "2017-02-01"), "Austin, Texas", FERRY_AGAIN, True),
        ((Kind.OPERATION, Kind.POLICY), ("2017-02-01", "2017-02-01"), "Austin, Texas", LIBRARY, False),
        ((Kind.OPERATION, Kind.POLICY), ("2017-02-01", "2017-02-01"), "Texas", FERRY_AGAIN, False),
        ((Kind.OPERATION, Kind.POLICY), ("2017-02-01", "2017-02"), "Austin, Texas", FERRY_AGAIN, False),
        ((Kind.OPERATION, Kind.PROTEST), ("2017-02-01", "2017-02-01"), "Austin, Texas", FERRY_AGAIN, False),
    ],
)
def test_a_kind_may_be_mistaken_on_a_day_of_a_town_if_rare_words_agree(kinds, dates, place, other, expected):
    one, two = (candidate(*told, place) for told in zip(dates, kinds, strict=True))
    assert same(one.model_copy(update={"quote": FERRY}), two.model_copy(update={"quote": other})) is expected


@pytest.mark.parametrize(
    ("quote", "other", "expected"),
    [
        ("They took 37 packers away.", "It led 37 of them to buses.", True),
        ("They took 37 packers away.", "It led 41 of them to buses.", False),
        ("On May 12, they took packers away.", "It led them to buses on May 12.", False),
        ("They took packers aged 37 years.", "It led a 37-year-old to a bus.", False),
        ("They took packers away at 10:45.", "It led them to buses at 10:45.", False),
        ("They took 7 packers away.", "It led 7 of them to buses.", False),  # small numbers are told of much
    ],
)
def test_a_number_in_common_is_a_reason_to_compare(quote, other, expected):
    one, two = (candidate("2017-02", Kind.OPERATION, "Austin, Texas", {ICE, POLICE}, text) for text in (quote, other))
    assert bool(Telling(one).keys & Telling(two).keys) is expected
    one, two = (told.model_copy(update={"participants": frozenset([POLICE])}) for told in (one, two))
    assert same(one, two) is expected


@pytest.mark.parametrize(
    ("status", "is_one"), [(Status.PLANNED, True), (Status.ALLEGED, False), (Status.CANCELLED, False)]
)
def test_what_was_planned_may_have_happened_since(status, is_one):
    """What one paper announces for a day another reports of it; what is called off or only claimed is less alike."""
    other = candidate("2017-02-01", Kind.RULING, "Austin, Texas", quote="A judge will rule.")
    told = candidate("2017-02-01", Kind.RULING, "Austin, Texas", quote="They spoke.")
    assert same(other, told)
    assert same(other.model_copy(update={"status": status}), told) is is_one


def test_an_equal_number_is_evidence_and_a_different_one_none_against():
    def told(number, quote):
        return candidate("2017-02", Kind.OPERATION, "Austin, Texas", {ICE}, quote, {"arrested": number})

    assert same(told("51", "ICE arrested 51 cooks."), told("51", "The sweep, by ICE, of eateries"))
    assert not same(told("51", "ICE arrested 51 cooks."), told("83", "The sweep, by ICE, of eateries"))
    assert same(told("51", FERRY), told("83", FERRY_AGAIN))


@pytest.mark.parametrize(
    ("quote", "other"),
    [
        ("Austin saw agents in Austin.", "Agents left Austin alone."),  # the place is compared as a place
        ("They came on Friday morning.", "It was a Friday in the morning."),  # the date as a date
        ("They said that it was he.", "He said that it was they."),
    ],
)
def test_words_that_say_nothing_are_not_compared(quote, other):
    read = [read_words(text, (resolve("Austin, Texas"),)) for text in (quote, other)]
    assert not read[0].rare & read[1].rare


def test_words_for_one_act_are_one_word():
    assert "(death)" in read_words("He was shot.", ()).often & read_words("The killing", ()).often


def test_weights_tell_names_from_words_that_many_articles_use():
    read = read_words("Agents met Tamsin Okafor in an immigration court.", ())
    assert read.names == {"tamsin", "okafor"}
    assert read.rare == read.names
    immigration, okafor = (read_words(text, ()) for text in ("An immigration case", "The Okafor case"))
    assert 0 < read.in_common(immigration) < read.in_common(okafor)


@pytest.mark.parametrize(
    ("participants", "same"),
    [({ICE, HERALD}, True), ({ICE, POLICE}, False), ({POLICE, COURT}, False), ({ICE}, False)],
)
def test_a_slip_of_days_takes_two_names(participants, same):
    one = candidate("2017-02-01", place="Austin, Texas", participants=participants)
    other = candidate("2017-02-03", place="Austin, Texas", participants=participants)
    assert same_happening(one, other) is same


@pytest.mark.parametrize(
    ("kind", "quotes", "dates", "expected"),
    [
        (Kind.ORDER, ("He signed an order.", "The order that was signed"), ("2017-02-01", "2017-02-01"), True),
        (Kind.ORDER, ("He signed an order.", "The order that was signed"), ("2017-02", "2017-02"), False),
        (Kind.LAWSUIT, ("The city sued.", "A lawsuit of the city"), ("2017-02-01", "2017-02-01"), True),
        (Kind.OPERATION, ("They arrested many.", "Many arrests"), ("2017-02-01", "2017-02-01"), False),  # all day long
        (Kind.STATEMENT, ("He spoke of an order.", "She spoke of orders."), ("2017-02-01", "2017-02-01"), False),
    ],
)
def test_an_office_of_a_state_does_hardly_twice_a_day_what_it_does(kind, quotes, dates, expected):
    one, two = (candidate(date, kind, "Texas", quote=quote) for date, quote in zip(dates, quotes, strict=True))
    assert same(one, two) is expected


def unplaced(as_written, quote):
    return candidate(kind=Kind.OPERATION, quote=quote).model_copy(update={"places": (), "place_text": as_written})


@pytest.mark.parametrize(
    ("as_written", "place", "quote", "expected"),
    [
        ("Brockton", "Brockton, Massachusetts", FERRY, True),
        ("Brockton", "Plymouth County, Massachusetts", FERRY, True),
        ("Brockton", "Austin, Texas", FERRY, False),
        ("Brockton", "Massachusetts", FERRY, False),  # some town of the state
        ("Brockton", "Brockton, Massachusetts", LIBRARY, False),  # another town of the name, for all we know
        ("Springfield", "Springfield, Illinois", FERRY, True),
        ("Pine Hollow Creek Junction", "Austin, Texas", FERRY, False),
    ],
)
def test_a_town_named_without_its_state_may_be_any_of_that_name(as_written, place, quote, expected):
    assert same(unplaced(as_written, FERRY_AGAIN), candidate(kind=Kind.OPERATION, place=place, quote=quote)) is expected
    assert same(unplaced("Brockton", FERRY), unplaced("Brockton", FERRY_AGAIN))


@pytest.mark.parametrize(
    ("participants", "expected"),
    [({ICE, POLICE}, {"ICE"}), ({COURT}, set()), ({SMALL}, {"eBay police"})],
)
def test_what_meets_in_a_state_is_found_again_by_names(participants, expected):
    assert Telling(candidate(participants=participants)).marks == expected


def test_a_participant_is_its_kind_and_its_name():
    assert replace(POLICE) == POLICE != replace(POLICE, kind=BODY)
    assert [one.is_named for one in (ICE, HERALD, POLICE)] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (Kind.INCIDENT, Kind.OPERATION, True),  # somebody is shot in a raid
        (Kind.INCIDENT, Kind.OTHER, True),  # one report leaves out where he died
        (Kind.INCIDENT, Kind.INCIDENT, True),
        (Kind.OPERATION, Kind.OTHER, False),
        (Kind.INCIDENT, Kind.PROTEST, False),
        (Kind.INCIDENT, Kind.STATEMENT, False),
    ],
)
def test_an_incident_may_be_told_as_the_operation_it_happened_in(one, two, agree):
    assert kinds_agree(one, two) is agree
    pair = [candidate(kind=kind, place="Austin, Texas", participants=[ICE]) for kind in (one, two)]
    assert same_happening(*pair) is agree


def around(place, quote, *, setting=(), topics=(), kind=Kind.OPERATION, date="2017-02-01"):
    article = {"setting": tuple(map(resolve, setting)), "topics": topics}
    return candidate(date, kind, place, quote=quote).model_copy(update=article)


RAID, ARRESTS = "Agents raided a ferry.", "The sweep filled two buses."


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (around("United States", RAID, setting=["Brockton, Massachusetts"]), True),
        (around("United States", RAID, setting=["Brockton, Montana", "Brockton, Massachusetts"]), True),
        (around("United States", "He rang a bell.", setting=["Brockton, Massachusetts"]), False),  # no word in common
        (around("United States", RAID, setting=["Austin, Texas"]), False),
        (around("United States", RAID), False),
        (around("Texas", RAID, setting=["Brockton, Massachusetts"]), False),  # told of another state
        (
            around("United States", RAID, setting=["Brockton, Massachusetts"], date="2017-02"),
            False,
        ),  # some day of a month
        (around("United States", RAID, setting=["Brockton, Massachusetts"], kind=Kind.STATEMENT), False),
    ],
)
def test_an_act_of_no_certain_town_may_be_in_the_town_its_article_tells_most_of(one, expected):
    assert same(one, around("Brockton, Massachusetts", ARRESTS)) is expected


@pytest.mark.parametrize(
    ("topics", "date", "expected"),
    [
        (("okafor", "halvor"), "2017-02-01", True),
        (("halvor",), "2017-02-01", False),  # one name is in other stories, too
        (("okafor", "halvor"), "2017-02", False),
    ],
)
def test_articles_that_tell_most_of_the_same_names_tell_one_story(topics, date, expected):
    other = around("Brockton, Massachusetts", ARRESTS, topics=("okafor", "ferry", "halvor"))
    assert same(around("United States", RAID, topics=topics, date=date), other) is expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (("okafor", "ferry"), True),
        (("okafor", "(arrest)", "(raid)"), False),  # of two towns of one state, the words for acts are shared by chance
    ],
)
def test_towns_of_one_state_need_rare_words_to_be_of_one_story(topics, expected):
    other = around("Brockton, Massachusetts", ARRESTS, topics=("okafor", "ferry", "(arrest)", "(raid)"))
    assert same(around("Lynn, Massachusetts", RAID, topics=topics), other) is expected


SIGNED, LAW = "A law was signed by the governor.", "The governor signed a law to guard ferries."
STORY = ("okafor", "ferry", "vance", "halvor")


@pytest.mark.parametrize(
    ("topics", "date", "kind", "expected"),
    [
        (STORY, "2017-02", Kind.LEGISLATION, True),
        (STORY[:2], "2017-02", Kind.LEGISLATION, False),  # two words are in other stories of a month, too
        (STORY, "2017", Kind.LEGISLATION, False),
        (STORY, "2017-02", Kind.OPERATION, False),  # raids are many in a month
    ],
)
def test_an_article_of_the_same_story_looks_back_at_what_an_office_did(topics, date, kind, expected):
    back = around("United States", SIGNED, topics=topics, date=date, kind=kind)
    assert same(back, around("Texas", LAW, topics=STORY, kind=kind, setting=["Austin, Texas"])) is expected


@pytest.mark.parametrize(
    ("quote", "date", "expected"),
    [
        ("Agents arrested 117 cooks.", "2017-02-01", True),
        ("Agents arrested 118 cooks.", "2017-02-01", False),
        ("The 117 rang bells.", "2017-02-01", False),  # a number alone
        ("Agents arrested 117 cooks.", "2017-02", False),
    ],
)
def test_reports_of_one_number_on_one_day_may_have_kinds_that_exclude_each_other(quote, date, expected):
    operation = candidate(kind=Kind.OPERATION, place="Austin, Texas", quote="117 people were arrested at a ferry.")
    assert same_happening(candidate(date, Kind.REPORT, "Austin, Texas", quote=quote), operation) is expected


@pytest.mark.parametrize(("topics", "expected"), [(STORY[:2], True), (STORY[:1], False)])
def test_a_state_and_a_town_of_it_need_fewer_words_in_articles_of_one_story(topics, expected):
    state = around("Massachusetts", "A sweep began.", topics=topics)
    assert same(state, around("Brockton, Massachusetts", "The sweep filled two buses.", topics=STORY)) is expected


def test_topics_are_what_an_article_tells_most_of_that_few_articles_use():
    text = "Tamsin Okafor left. Agents saw Okafor in Halvorsen Hall. Cooks wept, and families prayed in Texas in May."
    assert topics(text)[:3] == ("okafor", "tamsin", "halvor")
    assert {"cooks", "wept", "prayed"} < set(topics(text))
    assert set(topics(text)).isdisjoint({"agents", "may", "and"})
    assert len(topics(" ".join(f"Mr. Q{letter}zzard came." for letter in "abcdefghijklmnop"))) == 12


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        (Kind.ORDER, "Washington, D.C.", True),
        (Kind.PROTEST, "Washington, D.C.", False),  # in its streets
        (Kind.ORDER, "Austin, Texas", False),
    ],
)
def test_what_is_decided_in_the_capital_is_of_the_nation(kind, place, expected):
    quote = "She signed an order on ferries." if kind is Kind.ORDER else "They marched for ferries."
    assert (
        same(candidate(kind=kind, place=place, quote=quote), candidate(kind=kind, place="United States", quote=quote))
        is expected
    )


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        (Kind.ORDER, "The president signed an order on ferries.", True),
        (Kind.ORDER, "President Hollis signed an order on ferries.", True),
        (Kind.ORDER, "The governor signed an order on ferries.", False),
        (Kind.ORDER, "The council's president signed an order on ferries.", False),
        (Kind.PROTEST, "The president's order on ferries drew marchers.", False),
    ],
)
def test_what_the_president_orders_is_of_the_nation_whichever_town_hears_of_it(kind, quote, expected):
    national = candidate(kind=kind, place="United States", quote=quote)
    assert (
        same(candidate(kind=kind, place="Austin, Texas", quote=quote.replace("on ferries", "on boats")), national)
        is expected
    )


@pytest.mark.parametrize(("date", "expected"), [("2017-02-01", True), ("2017-02-01/2017-02-03", False)])
def test_two_words_of_an_act_are_enough_for_mistaken_kinds_if_the_town_is_named(date, expected):
    one = around("United States", "Men held in Brockton refused meals.", kind=Kind.OTHER)
    two = around("Brockton, Massachusetts", "The men detained there began a hunger strike.", date=date)
    assert same(one, two) is expected


def test_in_a_state_two_words_of_an_office_are_enough_on_one_day():
    one, two = "The report blames the agency.", "A study of the agency came out."
    assert same(*(candidate(kind=Kind.REPORT, place="Texas", quote=quote) for quote in (one, two)))
    assert not same(*(candidate(kind=Kind.REPORT, place="United States", quote=quote) for quote in (one, two)))


@pytest.mark.parametrize(
    ("kinds", "place", "date", "expected"),
    [
        ((Kind.OPERATION,), "Austin, Texas", "2017-02-01", True),
        ((Kind.OPERATION, Kind.RULING), "Travis County, Texas", "2017-02-01", True),
        ((), "Austin, Texas", "2017-02-01", False),  # surely a report
        ((Kind.RULING,), "Austin, Texas", "2017-02-01", False),
        ((Kind.OPERATION,), "Austin, Texas", "2017-02-02", False),
        ((Kind.OPERATION,), "Austin, Texas", "2017-02", False),  # some day of a month
        ((Kind.OPERATION,), "Texas", "2017-02-01", False),  # a state has many operations on a day
        ((Kind.OPERATION,), "Houston, Texas", "2017-02-01", False),
    ],
)
def test_a_report_is_compared_as_every_kind_that_it_may_well_be(kinds, place, date, expected):
    unsure = candidate(date, Kind.REPORT, place, quote=ARRESTS).model_copy(update={"kinds": kinds})
    assert same(unsure, candidate(kind=Kind.OPERATION, place="Austin, Texas", quote=RAID)) is expected


def test_of_a_state_no_rare_word_makes_up_for_a_doubt_about_the_kind():
    unsure = candidate(kind=Kind.REPORT, quote=RAID).model_copy(update={"kinds": (Kind.OPERATION,)})
    assert not same(unsure, candidate(kind=Kind.OPERATION, place="Austin, Texas", quote=RAID))
    assert same(candidate(kind=Kind.OPERATION, quote=RAID), candidate(kind=Kind.OPERATION, quote=RAID))


def test_the_name_of_the_town_that_a_report_is_set_in_is_no_word_to_compare():
    """Two reports of one town name it whatever they tell: that is compared as a place."""
    told = "The sweep came to Brockton by ferry."
    assert Telling(around("Massachusetts", told, setting=["Brockton, Massachusetts"])).words.names == frozenset()
    assert Telling(around("Massachusetts", told)).words.names == {"brockt"}
    assert Telling(around("Texas", told, setting=["Brockton, Massachusetts"])).words.names == {"brockt"}
    of_several = around("Texas", told).model_copy(update={"places": (), "place_text": "Brockton"})
    assert Telling(of_several).words.names == {"brockt"}  # which of that name is told by the words


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("United States", "Texas"), True),
        (("Texas", "United States"), False),  # the nation is only named with it
    ],
)
def test_what_is_first_of_a_state_is_not_of_the_nation(places, expected):
    quote = "Officials signed pacts that trouble students with visas."
    one = candidate(kind=Kind.POLICY, quote=quote).model_copy(update={"places": tuple(map(resolve, places))})
    assert same(one, candidate(kind=Kind.POLICY, place="United States", quote=quote)) is expected


@pytest.mark.parametrize(
    ("date", "participants", "expected"),
    [
        ("2017-02-01", (), True),
        ("2017-01-30/2017-02-05", (), False),
        ("2017-01-30/2017-02-05", [ICE], True),  # the body that says so
    ],
)
def test_what_is_said_on_a_day_is_not_what_was_done_for_a_week(date, participants, expected):
    said = candidate(quote="She condemned the checkpoints left open in the hurricane.", participants=[ICE])
    done = candidate(date, Kind.POLICY, quote="Checkpoints stayed open in the hurricane.", participants=participants)
    assert same(said, done) is expected


@pytest.mark.parametrize(
    ("topics", "kind", "date", "expected"),
    [
        (("brockt", "okafor"), Kind.OTHER, "2017-02-01", True),
        (("okafor",), Kind.OTHER, "2017-02-01", False),  # tells nothing of the other's town
        (("brockt", "okafor"), Kind.OPERATION, "2017-02-01", False),  # raids are in several towns of a state on one day
        (("brockt", "okafor"), Kind.OTHER, "2017-01-28/2017-02-03", False),
    ],
)
def test_an_act_is_told_from_another_town_by_an_article_that_tells_most_of_the_first(topics, kind, date, expected):
    there = around("Brockton, Massachusetts", "A blaze gutted the ferry office.", kind=kind)
    elsewhere = around("Lynn, Massachusetts", "He set fire to it.", topics=topics, kind=kind, date=date)
    assert same(there, elsewhere) is expected


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (["Brockton, Massachusetts"], True),
        (["Lynn, Massachusetts"], False),
        ([], False),
    ],
)
def test_an_act_of_a_state_may_be_in_the_town_its_article_tells_most_of(setting, expected):
    assert same(around("Massachusetts", RAID, setting=setting), around("Brockton, Massachusetts", ARRESTS)) is expected


@pytest.mark.parametrize(
    ("number", "date", "expected"),
    [
        ("235,413", "2016", True),
        ("235,414", "2016", False),
        ("235,000", "2016", False),  # rounded
        ("235,413", "2018", False),  # too far
        ("235,413", "2015-12-23", False),  # the day it was announced
    ],
)
def test_an_exact_number_of_a_year_is_one_figure_whatever_year_it_is_said_to_be_of(number, date, expected):
    year = {"kind": Kind.REPORT, "place": "United States", "quote": "ICE deported people."}
    of_budget = candidate("2014-10/2015-09", counts={"deported": "235,413"}, **year)
    if number == "235,000":
        of_budget = candidate("2014-10/2015-09", counts={"deported": number}, **year)
    assert same(of_budget, candidate(date, counts={"deported": number}, **year)) is expected


@pytest.mark.parametrize(
    ("topics", "quote", "kind", "expected"),
    [
        (STORY, "Okafor applied for a visa in vain: he was seized on the ferry to his bakery.", Kind.POLICY, True),
        (STORY[:3], "Okafor applied for a visa in vain: he was seized on the ferry to his bakery.", Kind.POLICY, False),
        (STORY, "Vance told Halvor of Okafor.", Kind.POLICY, False),  # no more than what all of the story tells
        (STORY, "Okafor applied for a visa in vain: he was seized on the ferry to his bakery.", Kind.PROTEST, False),
    ],
)
def test_articles_of_one_story_tell_an_act_again_though_it_is_read_as_another_kind(topics, quote, kind, expected):
    told = "Okafor was seized though he had a visa, said Vance and Halvor."
    seized = around("Massachusetts", told, topics=STORY, date="2017-02")
    assert same(around("Brockton, Massachusetts", quote, topics=topics, kind=kind, date="2017-02"), seized) is expected


SHOT = "An agent shot and wounded a driver near the ramp."
SHOT_TOO = "Gunfire broke out at a stop, and a driver is in the hospital."
LAW = "A law to forbid arrests in courthouses was signed on Friday."
LAW_TOO = "Agents need a judge to make arrests in courthouses under a law signed Friday."
PACKERS = "More than a hundred packers were led out of the packing house."
PACKERS_TOO = "Packers told of the morning at the packing house."


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        # Two towns of one county: of a shooting there are not two on one day; of arrests there are.
        ((SHOT, Kind.INCIDENT, "Fabens, Texas", "shot"), (SHOT_TOO, Kind.INCIDENT, "El Paso, Texas", "shot"), True),
        ((SHOT, Kind.INCIDENT, "Fabens, Texas", "shot"), (SHOT_TOO, Kind.INCIDENT, "Houston, Texas", "shot"), False),
        ((SHOT, Kind.INCIDENT, "Fabens, Texas", "shot"), (SHOT_TOO, Kind.INCIDENT, "El Paso, Texas", "ramp"), False),
        (
            ("Agents arrested nine at a bakery.", Kind.OPERATION, "Fabens, Texas", "raid"),
            ("Agents raided a car wash and arrested 12.", Kind.OPERATION, "El Paso, Texas", "raid"),
            False,
        ),
        # From nowhere in particular: two words that few use.
        ((PACKERS, Kind.OPERATION, None, "packing"), (PACKERS_TOO, Kind.OPERATION, "Austin, Texas", "packing"), True),
        ((PACKERS, Kind.OPERATION, None, "packing"), (FERRY, Kind.OPERATION, "Austin, Texas", "packing"), False),
        ((PACKERS, Kind.OPERATION, None, "packing"), (PACKERS_TOO, Kind.PROTEST, "Austin, Texas", "packing"), False),
    ],
)
def test_what_is_told_alike_on_one_day_outweighs_the_place(told, other, expected):
    one, two = (
        candidate("2031-05-12", kind, place or "United States", quote=quote).model_copy(
            update={"places": (resolve(place or "United States"),), "topics": (topic,)}
        )
        for quote, kind, place, topic in (told, other)
    )
    assert same(one, two) is expected


@pytest.mark.parametrize(("topics", "expected"), [(4, True), (1, False)])
def test_of_one_story_a_law_is_told_in_the_words_for_what_it_forbids(topics, expected):
    words = ("law", "courthouse", "judge", "minnesota")[:topics]
    law, forbidden = (
        candidate("2031-05-20", kind, quote=quote).model_copy(
            update={"places": (resolve("Minnesota"),), "topics": words, "kinds": kinds}
        )
        for quote, kind, kinds in ((LAW, Kind.LEGISLATION, ()), (LAW_TOO, Kind.OPERATION, (Kind.LEGISLATION,)))
    )
    assert same(law, forbidden) is expected


def test_a_death_in_custody_of_one_story_is_one_whether_the_town_is_told_or_not():
    one, two = (
        candidate("2031-05-22", kind, quote=quote).model_copy(
            update={"places": (resolve(place),), "topics": ("melgar", "clinic"), "setting": (resolve("Austin, Texas"),)}
        )
        for quote, kind, place in (
            ("A man who was held there died on Saturday.", Kind.OTHER, "United States"),
            ("Two requests went unanswered before he died.", Kind.INCIDENT, "Austin, Texas"),
        )
    )
    assert same(one, two)
    assert not same(one, two.model_copy(update={"kind": Kind.PROTEST}))


@pytest.mark.parametrize(("other", "expected"), [("An Ecuadorian died there.", True), ("Nobody was there.", False)])
def test_a_town_of_several_states_is_around_a_report_from_nowhere(other, expected):
    here = candidate("2031-05-30", Kind.INCIDENT, quote="A man from Ecuador died on Sunday.")
    town = here.model_copy(update={"places": (), "place_text": "Austin", "quote": other, "topics": ("ecuado", "man")})
    nowhere = here.model_copy(update={"places": (resolve("United States"),), "topics": ("ecuado", "man")})
    assert same(town, nowhere) is expected


@pytest.mark.parametrize(
    ("date", "kinds", "expected"),
    [
        ("2031-05-12", (Kind.PROTEST,), True),
        ("2031-05-12", (), False),
        ("2031-05", (Kind.PROTEST,), False),  # in a month there are others
        ("2031-05-19", (Kind.PROTEST,), False),
    ],
)
def test_on_one_day_of_a_town_a_kind_that_may_be_the_other_needs_no_word_in_common(date, kinds, expected):
    march = candidate("2031-05-12", Kind.PROTEST, quote="Thousands marched downtown.")
    crowd = candidate(date, Kind.OPERATION, quote="Packers and clergy came 6,000 strong.")
    march, crowd = (one.model_copy(update={"places": (resolve("Austin, Texas"),)}) for one in (march, crowd))
    assert same(march, crowd.model_copy(update={"kinds": kinds})) is expected


@pytest.mark.parametrize(
    ("text", "is_act"),
    [("They march on Friday.", True), ("The march ended.", True), ("He was freed in March.", False)],
)
def test_a_month_is_no_protest(text, is_act):
    assert ("(protest)" in read_words(text, ()).often) is is_act


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Tamsin Okafor said on Wednesday that ferries were guarded.", True),
        ("The director said on Wednesday that ferries were guarded.", True),
        ("It was said on Wednesday by Ines Halvorsen that ferries were guarded.", False),
    ],
)
def test_two_statements_of_a_day_by_people_of_different_names_are_two(quote, expected):
    other = around("Reno, Nevada", "On Wednesday, Tamsin Okafor said ferries were guarded.", kind=Kind.STATEMENT)
    assert same(around("Reno, Nevada", quote, kind=Kind.STATEMENT), other) is expected


@pytest.mark.parametrize(
    ("quote", "kind", "topics", "expected"),
    [
        ("ICE bought the Brockton hall.", Kind.POLICY, ("brockt", "(purchase)"), True),
        ("ICE bought the Brockton hall.", Kind.POLICY, ("brockt",), False),
        ("ICE bought the hall.", Kind.POLICY, ("brockt", "(purchase)"), False),
        ("ICE bought the Brockton hall.", Kind.OPERATION, ("brockt", "(purchase)"), False),
    ],
)
def test_an_office_s_act_of_no_certain_town_may_be_in_the_town_that_it_names(quote, kind, topics, expected):
    town = around(
        "Brockton, Massachusetts",
        "The purchase was closed.",
        kind=kind,
        topics=("brockt", "(purchase)"),
        date="2017-02-01/2017-02-07",
    )
    assert (
        same(around("United States", quote, kind=kind, topics=topics, date="2017-02-01/2017-02-09"), town) is expected
    )
