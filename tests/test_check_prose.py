"""What curators write: names of people, titles like others, numbers that disagree, firsts of months; and its excerpts."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.check.reporting.excerpt import excerpts
from raidline.check.rule import Checked
from raidline.check.rules.chronology import source_before_event
from raidline.check.rules.cutoff import text_cut_off
from raidline.check.rules.duplicates import near_duplicate
from raidline.check.rules.precision import false_precision
from raidline.check.rules.prose import count_mismatch
from raidline.check.rules.sourcing import url_not_web
from raidline.errors import Problem
from raidline.models import Event, Kind
from raidline.privacy.names import private_names
from raidline.store.load import Record
from raidline.yamltext.reading import loads


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Agents arrested Maria Sample at her home.", ["Maria Sample"]),
        ("A family waits for José Q. Example and Anna Sample", ["José Q. Example", "Anna Sample"]),
        ("Resident Maria Sample was detained.", ["Maria Sample"]),
        ("Mr. Carlos Example was held for a week", ["Carlos Example"]),
        ("Maria Sample, a mother of three, was held", ["Maria Sample"]),
        ("Sheriff Ann Example announced it.", []),
        ("U.S. Magistrate Judge Ann Q. Example said so", []),
        ("Ann Example, the county's acting sheriff, said so", []),
        ("Ann Example (D-Texas) voted against it", []),
        ("spokeswoman Ann Example denied it", []),
        ("Ann Example spoke. Mayor Example had asked her to.", []),
        ("Donald Trump signed the order.", []),
        ("Agents came to San Antonio and Santa Ana", []),
        ("The Martin Luther King Center was searched", []),
        ("A raid in Lee County, Florida, and at Kelly Air Base", []),
        ("Bill Would Ban Detainers In Texas", []),
        ("ICE sweeps across Austin", []),
        ("", []),
    ],
)
def test_private_names(text, names):
    assert list(private_names(text)) == names


def test_a_name_that_a_source_gives_an_office_is_public():
    assert list(private_names("Ann Example waits at home", ["On Tuesday, Sheriff Example thanked her voters."])) == []
    assert list(private_names("Ann Example waits at home", ["On Tuesday, Example thanked her voters."])) == [
        "Ann Example"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [("Ann Example waits at home", []), ("His wife, Ann Example, waits at home", ["Ann Example"])],
)
def test_a_text_of_a_bill_names_lawmakers_unless_something_tells_otherwise(text, names):
    assert list(private_names(text, kind=Kind.LEGISLATION)) == names
    assert list(private_names(text)) == ["Ann Example"]


_COUNTER = itertools.count()


def record(title="A sweep", when="2017-02-01", place="Austin, Texas", **more):
    n = next(_COUNTER)
    event = {"id": f"e{n}", "date": when, "title": title, "kind": "operation", "places": [place]}
    event |= {"sources": [{"article": "report"}]} | more
    return Record(Event.model_validate(event), Path("x.yaml"), 1, 0, loads("events: []", "x.yaml"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"title": "ICE sweeps across Austin"}, {"title": "ICE sweep in Austin, Texas"}, True),
        ({"title": "ICE raids meatpacking plant"}, {"title": "Meatpacking plant: ICE raid, protests"}, True),
        ({"title": "ICE sweeps across Austin"}, {"title": "Police stop buses"}, False),
        ({"title": "ICE sweeps Austin"}, {"title": "ICE sweeps Austin", "when": "2017-02-02"}, False),
        ({"title": "ICE sweeps Austin"}, {"title": "ICE sweeps Austin", "when": "2017-02"}, True),
        ({"title": "ICE sweeps north Austin"}, {"title": "ICE sweeps south Austin", "when": "2017-02"}, False),
        ({"title": "ICE sweeps Austin"}, {"title": "ICE sweeps Austin", "place": "Austin, TX"}, True),
        ({"title": "ICE sweeps Austin"}, {"title": "ICE sweeps Austin", "place": "Dallas, Texas"}, False),
        ({"title": "ICE sweeps Austin"}, {"title": "ICE sweeps Austin", "kind": "report"}, False),
        ({"title": "ICE arrests 5 in Austin"}, {"title": "ICE arrests 12 in Austin"}, False),
        ({"title": "ICE sweeps Austin", "when": "2017-02/.."}, {"title": "ICE sweeps Austin", "when": "2019"}, True),
        ({"title": "…"}, {"title": "…"}, False),
    ],
)
def test_near_duplicates(one, other, alike):
    records = [record(**one), record(**other)]
    assert len(list(near_duplicate(Checked(records, {})))) == alike
    assert len(list(near_duplicate(Checked(records[::-1], {})))) == alike


def test_events_that_name_each_other_are_no_duplicates():
    one = record("ICE sweeps Austin")
    other = record("ICE sweeps Austin", related=[one.event.id])
    assert list(near_duplicate(Checked([one, other], {}))) == []


REPORT = Article("report", None, "P", date(2017, 3, 24), None, "It began on February 1, and ended in March.", Path("r"))


@pytest.mark.parametrize(
    ("text", "told"), [("null", True), ("~", True), ("NULL", True), ("No null result", False), ("none", False)]
)
@pytest.mark.parametrize("key", ["title", "summary", "notes"])
def test_what_other_programs_write_for_no_text_is_none_here(key, text, told):
    assert bool(list(text_cut_off(Checked([record(**{key: text})], {})))) is told


def published(day):
    return [{"url": "https://a.example/1", "publisher": "P", "published": day}]


@pytest.mark.parametrize(
    ("when", "sources", "problem"),
    [
        ("2017-02-01", [{"article": "report"}], False),
        ("2017-03-01", [{"article": "report"}], True),
        ("2017-03", [{"article": "report"}], False),
        ("2017-03-02", [{"article": "report"}], False),
        ("2016-04-01", [{"article": "report"}], False),  # of which date-unsupported tells
        ("2017-03-01", published("2017-03-02"), False),
        ("2017-03-01", published("2017-03-08"), False),
        ("2017-03-01", published("2017-03-09"), True),
        ("2017-03-01", published("2017"), True),  # on which day is not known
        ("2017-03-01", published("2017-03/.."), True),
        ("2017-03-01", [*published("2017-03-02"), *published("2017-03/..")], False),
        ("2017-03-01", [*published("2017-05-01"), {"article": "report"}], True),
        ("2017-03-01/2017-03-31", published("2017-05-01"), False),
    ],
)
def test_false_precision(when, sources, problem):
    found = list(false_precision(Checked([record(when=when, sources=sources)], {"report": REPORT})))
    assert len(found) == problem
    if problem:
        assert "write 2017-03 if" in found[0].message


@pytest.mark.parametrize(
    ("when", "fields", "says"),
    [
        ("2017-06-15", {"title": "ICE sweeps Austin in June"}, "its title says only “in June”"),
        ("2017-06-15", {"summary": "It began in early June 2017."}, "“in early June 2017”"),
        ("2017-06-15", {"summary": "Adopted in June; no day is given."}, "its summary says only “no day is given”"),
        ("2017-06-15", {"notes": "The exact date is unknown."}, "its notes say only “exact date is unknown”"),
        ("2017-06-15", {"title": "ICE sweeps Austin in June", "summary": "On June 15, agents came."}, None),
        ("2017-06-15", {"title": "ICE sweeps Austin in July"}, None),  # another month is another matter
        ("2017-06-15", {"title": "The June sweep"}, None),  # short for the day
        ("2017-06-15", {"title": "Agents came in June 15 vans"}, None),
        ("2017-06-15~", {"title": "ICE sweeps Austin in June"}, None),
        ("2017-06", {"title": "ICE sweeps Austin in June"}, None),
        ("2017-06-15", {"summary": "He was arrested in June of last year."}, None),
        ("2017-06-15", {"summary": "He was arrested in June 2016."}, None),
        ("2017-06-15", {"summary": "It takes effect in June."}, None),
        ("2017-06-15", {"summary": "It passed the House; it takes effect in June."}, None),
        ("2017-06-15", {"summary": "She had come in June."}, None),
        ("2017-06-15", {"summary": "She had sued, and came in June."}, "“in June”"),
        ("2017-06-15", {"title": "They may march", "notes": "in May, June and July they will"}, None),
    ],
)
def test_words_that_know_less_than_the_day(when, fields, says):
    fields = {"title": "A sweep"} | fields
    found = [
        one.message for one in false_precision(Checked([record(when=when, sources=published("2018"), **fields)], {}))
    ]
    assert len(found) == (says is not None)
    assert all(says in message for message in found)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"summary": "It moved in June."}, False),  # a paper of the next day knows the day
        ({"summary": "It moved in early June."}, True),
        ({"notes": "The exact date is unknown."}, True),
    ],
)
def test_words_beside_a_source_of_the_same_week(fields, told):
    one = record(when="2017-06-15", sources=published("2017-06-16"), **fields)
    assert bool(list(false_precision(Checked([one], {})))) is told


@pytest.mark.parametrize(("firsts", "told"), [(3, 0), (20, 20)])
def test_firsts_of_a_list_without_days_of_publication_are_days_unless_they_are_many(firsts, told):
    days = [date(2017, 1, 2) + timedelta(days=n) for n in range(120)]
    others = [record(when=str(day), sources=published(f"{day}/..")) for day in days if day.day > 1]
    some = [
        record(when=f"2016-{1 + n % 12:02}-01", sources=published(f"2016-{1 + n % 12:02}/..")) for n in range(firsts)
    ]
    found = list(false_precision(Checked([*some, *others], {})))
    assert len(found) == told
    dated = record(when="2016-05-01", sources=published("2016-06-20"))  # of a known day, seven weeks later
    assert len(list(false_precision(Checked([*some, *others, dated], {})))) == told + 1


@pytest.mark.parametrize(("firsts", "told"), [(2, 0), (3, 3)])
def test_in_a_short_list_without_days_of_publication_a_second_first_is_usual_and_a_third_is_not(firsts, told):
    days = [date(2017, 1, 2) + timedelta(days=n) for n in range(29)]
    others = [record(when=str(day), sources=published(f"{day}/..")) for day in days]
    some = [record(when=f"2016-0{n + 2}-01", sources=published(f"2016-0{n + 2}/..")) for n in range(firsts)]
    assert len(list(false_precision(Checked([*some, *others], {})))) == told


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        ("legislation", "Law on shelters takes effect", False),
        ("policy", "New rules in force", False),
        ("legislation", "Law on shelters signed", True),
        ("operation", "Agents come in force", True),
    ],
)
def test_a_rule_mostly_comes_into_force_on_a_first(kind, title, told):
    one = record(title, "2017-03-01", kind=kind, sources=published("2017-05-01"))
    assert bool(list(false_precision(Checked([one], {})))) is told


def test_false_precision_of_a_year():
    [found] = false_precision(Checked([record(when="2017-01-01", sources=published("2017-05-01"))], {}))
    assert "write 2017-01 or 2017 if" in found.message


@pytest.mark.parametrize(
    ("text", "counts", "says"),
    [
        ("It is worth $1 billion over 15 years.", {"beds": "1000"}, None),  # no word that begins like "bed"
        ("It has 15 beds.", {"beds": "1000"}, "15"),
        ("A second raid. In the first one, 13 were arrested.", {"arrested": "34"}, None),
        ("In 2015 agents arrested 13 people there.", {"arrested": "34"}, None),
        ("In 2017 agents arrested 13 people there.", {"arrested": "34"}, "13"),
        ("Agents arrested 13 people. In the first raid, 34 were arrested.", {"arrested": "40"}, "13"),
        ("ICE arrests 51 people in Austin", {"arrested": "at least 51"}, None),
        ("ICE arrests 15 people in Austin", {"arrested": "at least 51"}, "15"),
        ("15 arrested in Austin", {"arrested": "at least 51"}, "15"),
        ("Nearly 700 people arrested", {"arrested": "700"}, None),
        ("Two held, 51 arrested", {"arrested": "51"}, None),
        ("On March 15, arrests began", {"arrested": "51"}, None),
        ("A county of 15 towns", {"arrested": "51"}, None),
        ("ICE arrests 15 people", {"detained": "51"}, None),
        ("ICE arrests nine men and three women", {"arrested": "12"}, None),
        ("ICE arrests nine men and three women", {"arrested": "14"}, "12"),
        ("ICE arrests dozens", {"arrested": "54"}, None),
        ("ICE arrests more than 50", {"arrested": "54"}, None),
        ("ICE arrests more than 50", {"arrested": "94"}, "more"),
        ("ICE arrests 15 in Tyler, 51 in Texas", {"arrested": "51"}, None),
        ("ICE arrests 20 on Monday, 15 on Tuesday, 16 on Friday", {"arrested": "51"}, None),
        ("Trap at a check-in: 10 taken", {"detained": "20"}, "10"),
        ("Trap at a check-in: 10 taken", {"detained": "10"}, None),
        ("Trap at a check-in: 10 taken, ten freed", {"detained": "20"}, None),
        ("Two held at gunpoint, 12 people detained", {"detained": "12"}, None),
        ("Hundreds march to the capitol", {"protesters": "about 800"}, None),
        ("Hundreds march to the capitol", {"protesters": "about 8000"}, "hundreds"),
        ("No one hurt, three held", {"hurt": "0"}, None),
        ("One hurt, three held", {"hurt": "0"}, "1"),
        ("Couple and their son of 6 detained", {"detained": "3"}, None),
        ("A group of 6 detained", {"detained": "3"}, "6"),
        ("County jail: 212 ICE holds in May", {"holds": "221"}, "212"),
        ("County jail: 212 ICE holds in May", {"holds": "212"}, None),
        ("Ana Vale and 3 more detained", {"detained": "4"}, None),
        ("Ana Vale, Bo de la Reed and three others detained", {"detained": "5"}, None),
        ("Ana Vale and 3 more detained", {"detained": "7"}, "3"),
        ("9 of the 14 released on bond", {"released": "9"}, None),
        ("9 of the 14 released on bond", {"released": "6"}, "9"),
        ("County renews jail contract for up to ten years", {"yes": "6", "no": "3"}, None),  # "years" is no "yes"
        ("The no vote of 15 members: 15 noted", {"no": "3"}, None),
        ("Council votes 7-2 to end the contract", {"yes": "9", "no": "2"}, "7-2,"),
        ("Council votes 2 to 7 against the contract", {"yes": "2", "no": "7"}, None),
        ("Board passes HB 12-1124 after 7-2 vote", {"yes": "7", "no": "2"}, None),
        ("Guards on duty 24-7 after council vote", {"yes": "24", "no": "7"}, None),
        ("First vote 5-4, second vote 7-2", {"yes": "7", "no": "2"}, None),
        ("Council votes for a clinic open 9-5 p.m.", {"yes": "7", "no": "2"}, None),
        ("Council votes 7-2", {"yes": "about 9", "no": "2"}, None),
        ("Judge orders release of 615 held without warrants", {"arrested": "651"}, "615"),  # digits in another order
        ("List of 35 sanctuary places", {"places": "53"}, "35"),
        ("List of 35 sanctuary places", {"places": "53", "states": "35"}, None),
        ("List of 53 sanctuary places, 35 of them cities", {"places": "53"}, None),
        ("Vans stopped on Route 51", {"arrested": "15"}, None),
        ("Board takes $1.2 million from fees", {"dollars": "12,000,000"}, "1200000"),
        ("Board takes $1.2M from fees", {"dollars": "1,200,000"}, None),
        ("School van stopped; driver and five held", {"held": "6"}, None),
        ("School van stopped; driver and five held", {"held": "9"}, "5"),
        ("Mass outside jail; 2,000 come", {"people": "200"}, "2,000"),
        ("Mass outside jail; 2,000 come", {"people": "1,900"}, None),
        ("Mass outside 30 cells; 12 come", {"people": "300"}, None),
        ("14 held at casino parking lot", {"grabbed": "41"}, "14"),
        ("14 held at casino parking lot", {"grabbed": "14"}, None),
        ("14 held at casino parking lot", {"gamblers": "41"}, None),
        ("Jail has 14 detainees", {"grabbed": "2"}, None),
        ("Law gives $45 billion for beds", {"dollars": "45,000,000,000"}, None),
        ("Board adds $1 million to a fund of $5 million", {"dollars": "6,000,000"}, None),
    ],
)
def test_counts_in_a_title(text, counts, says):
    found = [problem.message for problem in count_mismatch(Checked([record(text, counts=counts)], {}))]
    assert [message.split()[1] for message in found] == ([says] if says else [])


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("https://a.example/1", None),
        ("HTTP://a.example", None),
        ("a.example/1", "did you mean https://a.example/1?"),
        ("www.a.example/1", "did you mean https://a.example/1?"),
        ("http//a.example/1", "did you mean https://a.example/1?"),
        ("javascript:alert(1)", "begin it with https://"),
        ("https://", "begin it with https://"),
        ("see the paper", "begin it with https://"),
        ("[Herald](https://a.example/1)", "did you mean https://a.example/1?"),
        ("<https://a.example/1>", "did you mean https://a.example/1?"),
        ("https://[::1", "its host or its port cannot be"),
        ("https://a.example:99999/1", "its host or its port cannot be"),
        ("https://a.example:8080/1", None),
        ("https://[2001:db8::1]/1", None),
    ],
)
def test_addresses(url, hint):
    sources = [{"url": url, "publisher": "P", "published": "2017"}]
    found = [problem.message for problem in url_not_web(Checked([record(sources=sources)], {}))]
    assert len(found) == (hint is not None)
    assert all(hint in message for message in found)


@pytest.mark.parametrize(
    ("line", "column", "shown", "carets"),
    [
        ("    date: 2017-13  # sic", 11, "    date: 2017-13  # sic", "          ^^^^^^^"),
        ('places: ["Austin, TX", Texas]', 10, 'places: ["Austin, TX", Texas]', "         ^^^^^^^^^^^^"),
        ("places: [Ohio, Texas]", 16, "places: [Ohio, Texas]", "               ^^^^^"),
        ("a: 'it''s'", 4, "a: 'it''s'", "   ^^^^^^^"),
        ("a:\tb", 4, "a: b", "   ^"),
        ("a: \x1b[31m", 4, "a:  [31m", "   ^^^^^"),
        ("東京: b", 5, "東京: b", "      ^"),
        ("a", 9, "a", " ^"),
        ("", 1, "", "^"),
        ("x" * 300 + " y", 302, "…" + "x" * 98 + " y", " " * 100 + "^"),
        ("x: " + "y" * 300, 4, "x: " + "y" * 97 + "…", "   " + "^" * 97),
    ],
)
def test_excerpts(line, column, shown, carets, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(f"first\n{line}\nlast\n", encoding="utf-8")
    [(_, excerpt)] = excerpts([Problem(str(path), 2, column, "rule", "message")])
    assert excerpt.rows() == ("2 | ", shown, carets)


def test_no_excerpt_of_what_is_not_there(tmp_path):
    missing, whole = Problem(str(tmp_path / "no"), 2, 1, "r", "m"), Problem(str(tmp_path), 0, 0, "r", "m")
    assert [excerpt for _, excerpt in excerpts([missing, whole])] == [None, None]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": "Values act takes effect", "kind": "legislation"}, False),
        ({"title": "Detainer rule in force", "kind": "policy"}, False),
        ({"title": "New rule", "summary": "It went into effect that day.", "kind": "policy"}, False),
        ({"title": "Values act signed", "kind": "legislation"}, True),
        ({"title": "Raid while the rule is in force", "kind": "operation"}, True),
        ({"title": "Agents show force", "kind": "operation"}, True),
        ({"title": "Applications open", "kind": "policy"}, False),
        ({"title": "HB 101: first day", "kind": "legislation"}, False),
        ({"title": "Ban of sanctuary policies", "kind": "legislation"}, False),  # a first of a month
        ({"title": "Council adopts a ban", "kind": "legislation"}, True),
        ({"title": "State police are to sign up", "kind": "order"}, True),
        ({"title": "State police are to sign up", "kind": "order", "when": "2017-01-31"}, False),  # one day
        ({"title": "Ban of sanctuary policies", "kind": "legislation", "when": "2017-03-15"}, True),  # no first, weeks
    ],
)
def test_when_a_rule_comes_into_force_is_known_before(fields, told):
    one = record(**({"when": "2017-02-01", "sources": published("2017-01-30")} | fields))
    assert bool(list(source_before_event(Checked([one], {})))) is told


@pytest.mark.parametrize(
    ("quote", "newer", "told"),
    [
        ("The governor plans to bar agents from state buildings", "2017-02-02", False),
        ("The governor plans to bar agents from state buildings", "2017-01-31", True),  # nobody says that it came
        ("The governor barred agents from state buildings", "2017-02-02", True),
    ],
)
def test_a_source_may_tell_of_what_was_to_come(quote, newer, told):
    [older], [other] = published("2017-01-20"), published(newer)
    one = record(
        when="2017-02-01", kind="order", title="Governor bars agents", sources=[older | {"quote": quote}, other]
    )
    assert bool(list(source_before_event(Checked([one], {})))) is told


@pytest.mark.parametrize(
    ("day", "told"), [("2016-12-30", "on December 30, 2016,"), ("2016-12", "in December 2016,"), ("2016", "in 2016,")]
)
def test_a_source_that_is_too_old_is_told_as_precisely_as_it_is_known(day, told):
    [found] = source_before_event(Checked([record(sources=published(day))], {}))
    assert found.message.startswith(f"published {told} before")
