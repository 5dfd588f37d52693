"""Events entered twice: pairs of both sorts, written before the rule; most are found, and hardly any wrong ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from raidline import lexicon
from raidline.check.rule import Checked
from raidline.check.rules.duplicates import near_duplicate
from raidline.merging.twice.distinction import differences
from raidline.merging.twice.scenes import scene_of
from raidline.models import Event
from raidline.store.load import Record
from raidline.yamltext.reading import loads

HERE = Path(__file__).parent
FOUND = {  # of those entered twice, at least
    "near_duplicates.txt": 0.92,
    "near_duplicates_short.txt": 0.86,
    "near_duplicates_retold.txt": 0.85,
    "near_duplicates_lists.txt": 0.79,
    "near_duplicates_papers.txt": 0.6,
    "near_duplicates_curators.txt": 0.65,
    "near_duplicates_firsthand.txt": 0.65,
    "near_duplicates_newsrooms.txt": 0.6,
    "near_duplicates_clerks.txt": 0.8,
    "near_duplicates_logs.txt": 0.85,
    "near_duplicates_trackers.txt": 0.75,
    "near_duplicates_keepers.txt": 0.65,
    "near_duplicates_dispatchers.txt": 0.78,
    "near_duplicates_counties.txt": 0.62,
}
WRONG = 0.03  # of the others, at most


def event(number, row):
    when, place, kind, title, url, counts = [*map(str.strip, row.split("|")), "", ""][:6]
    source = {"url": url or f"https://paper.example/{number}", "publisher": "Paper", "published": "2026-02-01"}
    counted = dict(one.split(": ") for one in counts.split("; ") if one)
    fields = {"id": f"e{number}", "date": when, "places": [place], "kind": kind, "title": title}
    return Event.model_validate(fields | {"sources": [source], "counts": counted})


def record(number, row):
    return Record(event(number, row), Path("events.yaml"), number, 0, loads("events: []", "events.yaml"))


def pairs(mark, name):
    written = (HERE / name).read_text(encoding="utf-8").splitlines()
    lines = [line for line in written if not line.startswith(("##", "# --"))]
    for number, line in enumerate(lines):
        if line.startswith(f"{mark} ") and number + 2 < len(lines) and "|" in lines[number + 1]:
            yield line[2:], [record(n, row) for n, row in enumerate(lines[number + 1 : number + 3])]


def reports(records):
    return list(near_duplicate(Checked(records, {})))


@pytest.mark.parametrize("name", FOUND)
def test_what_is_entered_twice_is_found(name):
    missed = [why for why, two in pairs("=", name) if not reports(two)]
    assert len(missed) <= (1 - FOUND[name]) * len(list(pairs("=", name))), missed


@pytest.mark.parametrize("name", FOUND)
def test_two_events_are_left_alone(name):
    wrong = [(why, reports(two)[0].message) for why, two in pairs("#", name) if reports(two)]
    assert len(wrong) <= WRONG * len(list(pairs("#", name))), wrong


@pytest.mark.parametrize("name", FOUND)
def test_the_order_of_two_events_does_not_matter(name):
    for mark in "=#":
        for why, two in pairs(mark, name):
            assert bool(reports(two)) == bool(reports(two[::-1])), why


TITLES = [
    pytest.param(*example.split(" / "), told, id=example)
    for row in lexicon.load("opposites")
    for told, examples in ((True, row["examples"]), (False, row.get("not", ())))
    for example in examples
]


@pytest.mark.parametrize(("one", "other", "told"), TITLES)
def test_opposites_tell_events_apart(one, other, told):
    base = "2026-01-07 | Tyler, Texas | operation | "
    assert bool(list(differences(event(0, base + one), event(1, base + other)))) is told


def test_a_report_says_what_is_alike_and_what_differs():
    rows = (
        "2025-07-11 | Tyler, Texas | operation | Agents raid cannabis farm in Tyler, worker falls from roof",
        "2025-07-10 | Smith County, Texas | incident | Agents raid cannabis farm; worker falls from the roof",
    )
    [report] = reports([record(number, row) for number, row in enumerate(rows)])
    assert "alike are the same words in the title" in report.message
    assert "the date, 1 day apart, the place, of which one lies in the other and the kind" in report.message


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Seven stops by 9 a.m. - over 30 farmworkers", "Seven traffic stops, over thirty farm workers taken", True),
        ("Father arrested at preschool drop-off", "Father arrested dropping child at preschool", True),
        ("Race track: 400 zip-tied, 105 held", "Horse race track raided, 105 held for ICE", True),
        ("Race track: 400 zip-tied, 105 held", "Horse race track raided, 150 held for ICE", False),
        ("Trucks stopped on I-20, 15 held", "Diner raided, 15 held for ICE", False),  # a small number
        ("Car wash on Maple Boulevard: five held", "Five held at carwash, Maple Blvd.", True),
        ("Car wash on Maple Boulevard: five held", "Five held at carwash, Cedar Blvd.", False),
    ],
)
def test_one_event_in_other_words(one, other, told):
    base = "2025-09-01 | Tyler, Texas | operation | "
    assert bool(reports([record(0, base + one), record(1, base + other)])) is told


@pytest.mark.parametrize(
    ("one", "other", "days", "told"),
    [
        ("Ten milkers held", "ICE at dairy barn, dairy hands taken", 0, True),
        ("Dad and two kids held on way to class", "Father and children detained outside school", 1, True),
        ("Cadet taken from car, engine left running", "Jail trainee stopped, car left idling", 1, True),
        ("Cadet taken from car, engine left running", "Nurse stopped, car left idling", 1, False),  # somebody else
        ("Tavern: 6 held", "Nightclub: 6 held", 0, True),
        ("Tavern: 6 held", "Library: 6 held", 0, False),  # somewhere else
        ("Milkers held", "Dairy hands held", 1, False),  # on the next day more has to be alike
        ("Pupils of Alder High cut class", "Pupils of Birch High walk out", 0, False),  # names of their own
        ("Linemen held at motel", "ICE raids lodging of utility crew", 1, True),
        ("Bakery: owner held over workers' papers", "Tire shop: owner held over workers' papers", 0, False),
        ("Cabbies arrested at airport lot", "Baggage handlers arrested at airport lot", 0, False),
        ("ICE jails veteran after stop", "Army veteran held for days after farm raid", 0, True),  # "jails" is no site
        ("Judge frees teacher held since May", "Judge frees cook held since May", 0, False),
        ("28 crewmen taken off Delta ship", "Cruise liner: 28 Filipino seafarers led off", 0, True),
        ("475 held at Delta battery plant", "Raid on Omega site takes 475, most of them Koreans", 0, True),
        ("400 held at Delta battery plant", "Raid on Omega site takes 400, most of them Koreans", 0, False),  # round
        ("Agents board Greyhound bus, take three", "Agents board Greyhound bus, take one", 0, False),
        ("Three held after crash on Halloween", "Crash at Oakton and Asbury, three held", 0, True),
        ("Lockdown at Alder Road Elementary", "Lockdown at Birch Elementary", 0, False),
    ],
)
def test_one_happening_without_words_in_common(one, other, days, told):
    rows = [f"2025-09-0{1 + days * n} | Marshall, Texas | operation | {title}" for n, title in enumerate((one, other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Pupils walk out over Reno shooting", "Vigil on steps over Reno shooting", False),
        ("Hundreds march down Alder Street", "Nurses march down Alder Street", False),
        ("Hundreds march down Alder Street", "Hundreds march on Alder St. against ICE", True),
        ("Hunger strike at Alder jail", "Hunger strike at Alder jail ends", False),
        ("Hunger strike at Alder jail ends", "Detainees end hunger strike at Alder jail", True),
    ],
)
def test_people_protest_day_after_day(one, other, told):
    rows = [f"2025-09-0{n + 1} | Marshall, Texas | protest | {title}" for n, title in enumerate((one, other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Four ASU students lose visas", "Eight more ASU students lose visas", False),
        ("ASU student loses visa", "Three more ASU students lose visas", False),
        ("Eight ASU students lose visas", "Eight more ASU students lose visas", True),
        ("Driver and three more held on Route 9", "Driver and three others held on Route 9", True),
        ("No Kings 3 draws 5,000 to Capitol steps", "Third No Kings rally draws 5,000 to Capitol", True),
        ("No Kings 3 draws 5,000 to Capitol steps", "No Kings draws 5,000 to Capitol steps", True),
        ("Mother detained at school drop-off", "Mother detained at school drop-off is freed", False),
        ("Bakery owner detained at check-in", "Bakery closes after owner detained at check-in", False),
        ("Bakery owner detained after check-in", "Bakery owner detained at check-in", True),
        ("Lawn crew of 5 detained at light", "Lawn crew: five detained at light, one released", True),
        ("Three day laborers held outside Home Depot", "Day laborer held outside Home Depot", False),
        ("Agents wait outside dialysis clinic", "Agents wait outside dental clinic", False),
        ("Third No Kings fills Capitol mall", "No Kings fills Capitol mall", True),
        ("No Kings 3 draws 5,000 to Capitol steps", "No Kings II draws 5,000 to Capitol steps", False),
        ("No Kings 3 draws 5,000 to Capitol steps", "Second No Kings draws 5,000 to Capitol steps", False),
    ],
)
def test_further_ones_and_those_of_a_series(one, other, told):
    rows = [f"2026-04-0{n + 1} | Tempe, Arizona | report | {title}" for n, title in enumerate((one, other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("31 mayors ask Congress to defund ICE", "DHS calls letter by 31 mayors reckless", False),
        (
            "31 mayors ask DHS to leave",
            "DHS rejects letter by 31 mayors",
            True,
        ),  # it is named; whether it is one is open
        ("AG says detainers bind no sheriff", "Sheriffs' association rejects AG's view of detainers", False),
        ("31 mayors ask Congress to defund ICE", "Letter by 31 mayors asks Congress to defund ICE", True),
    ],
)
def test_an_answer_is_not_what_it_answers(one, other, told):
    rows = [f"2026-04-0{n + 1} | Connecticut | statement | {title}" for n, title in enumerate((one, other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


def test_money_is_read_in_thousands():
    rows = (
        "2025-09-01 | Marshall, Texas | funding | City puts $500,000 into legal aid",
        "2025-09-02 | Marshall, Texas | funding | Council votes $500K for legal defense fund",
    )
    assert reports([record(n, row) for n, row in enumerate(rows)])
    rows = (rows[0], rows[1].replace("500K", "50K"))
    assert not reports([record(n, row) for n, row in enumerate(rows)])


def test_a_named_site_is_enough_in_a_large_city():
    rows = (
        "2025-09-01 | Houston, Texas | operation | Troops and agents sweep Reed Park",
        "2025-09-01 | Houston, Texas | operation | Mounted agents ride through Reed Park",
    )
    assert reports([record(n, row) for n, row in enumerate(rows)])
    rows = (rows[0], rows[1].replace("Reed Park", "Hale Park"))
    assert not reports([record(n, row) for n, row in enumerate(rows)])


def test_in_a_large_city_more_has_to_be_alike():
    rows = [
        "2025-09-01 | Houston, Texas | operation | Milkers held",
        "2025-09-01 | Houston, Texas | operation | Dairy hands held",
    ]
    assert not reports([record(n, row) for n, row in enumerate(rows)])


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Mayor arrested at gate", "Agents handcuff mayor", True),  # as hardly anybody of a state is
        ("Welder arrested at gate", "Agents handcuff electrician", False),
    ],
)
def test_in_a_state_only_what_seldom_happens_is_enough(one, other, told):
    rows = [f"2025-09-01 | {where} | incident | {title}" for where, title in (("Texas", one), ("Tyler, Texas", other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "counted", "days", "told"),
    [
        ("37 taken at depot", "Roofers led off", 37, 0, True),
        ("37 taken at depot", "Roofers led off", 37, 1, True),
        ("37 taken at depot", "Roofers led off", 37, 2, False),  # some word has to be alike as well
        ("Depot raid: 37 taken", "Roofers held in raid", 37, 2, True),
        ("Depot: 40 taken", "Roofers led off", 40, 1, False),  # a round number
        ("Depot: 7 taken", "Roofers led off", 7, 1, False),  # a small one
    ],
)
def test_one_telling_count_is_enough(one, other, counted, days, told):
    base = "Marshall, Texas | operation"
    rows = [
        f"2025-09-0{1 + days * n} | {base} | {title} | | arrested: {counted}" for n, title in enumerate((one, other))
    ]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Board law has $45 billion for beds", "Tax act: money for jails", True),
        ("Board law has $45 billion for beds", "Tax act: money for walls", True),
    ],
)
def test_one_telling_sum_of_a_day_is_one_whatever_the_kind(one, other, told):
    rows = [
        f"2025-07-04 | United States | {kind} | {title} | | dollars: 45,000,000,000"
        for kind, title in (("legislation", one), ("funding", other))
    ]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "killed", "told"),
    [
        ("Woman shot in car by officer", "Mother of three slain on Alder Avenue", (1, 1), True),
        ("Woman shot in car by officer", "Mother of three slain on Alder Avenue", (1, 2), False),
        ("Nurse shot by officer", "Teacher slain on Alder Avenue", (1, 1), False),  # somebody else
    ],
)
def test_hardly_two_are_killed_on_one_day_of_a_county(one, other, killed, told):
    places = "Minneapolis, Minnesota", "Hennepin County, Minnesota"
    rows = [
        f"2026-01-07 | {place} | incident | {title} | | killed: {number}"
        for place, title, number in zip(places, (one, other), killed, strict=True)
    ]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Clinic asks court to unseal ICE warrants", "Clinic asks court to unseal ICE emails", False),
        ("Clinic asks court to unseal ICE warrants", "Clinic tells court to unseal ICE warrants", True),
        ("Judge Vale bars gas at ICE office", "Same judge bars gas at ICE office again", False),
        ("All 67 sheriffs have joined 287(g)", "Sheriff has joined 287(g)", False),
        ("Fifth of 30 pupils held at mill raid", "Pupils held at mill raid", True),  # a part, no ordinal
        ("Growers sue over field stops", "Farmworkers sue over field stops", False),
        ("Vans stopped on Highway 99E near mill", "Vans stopped on Highway 214 near mill", False),
        ("Seven tree cutters held on Highway 12", "Tree crew of 7 stopped, held", True),  # no number of people
        ("Mayor Ana Vale cuffed in Alder Hospital", "Mayor handcuffed in Alder Hospital", True),
    ],
)
def test_what_tells_titles_of_two_days_apart(one, other, told):
    rows = [f"2025-09-0{n + 1} | Marshall, Texas | operation | {title}" for n, title in enumerate((one, other))]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(("town", "told"), [("Riviera Beach, Florida", False), ("Naples, Florida", True)])
def test_the_name_of_a_town_is_no_site(town, told):
    """Two events of one beach are alike; two of Riviera Beach need not be."""
    titles = "Boatyard hands taken at Riviera Beach", "Four painters taken at Riviera Beach hotel"
    rows = [f"2025-10-2{n} | {town} | operation | {title} | | arrested: 4" for n, title in enumerate(titles)]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Roofers held on Mount Baker Highway", {"roofer"}),  # no baker
        ("Suit against Cook County dismissed", set()),  # no cook
        ("Cook held at White House gate", {"cook"}),
        ("Judge Simon bars gas", {"judge"}),
        ("Agents Arrest Cook", {"cook"}),  # every word has a capital
    ],
)
def test_a_part_of_a_name_is_nobody(title, told):
    assert set(scene_of(title).of("persons")) == told
    assert "home" not in scene_of(title).of("sites")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Supervisors quit 287(g)", "Board pulls out of ICE program", True),
        ("Supervisors quit 287(g)", "Sheriff pulls out of ICE program", False),  # another body
        ("Council bars agents from city garages", "Council votes to end Flock cameras", False),  # another matter
        ("Commissioners let ICE contract run out", "Board declines to renew jail deal with ICE", True),
        ("Council backs ICE agreement", "Council rejects deal with ICE", False),  # another step
    ],
)
def test_one_decision_without_words_in_common(one, other, told):
    rows = [f"2025-09-01 | Smith County, Texas | policy | {title}" for title in (one, other)]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


def test_a_report_names_the_sort_of_what_is_alike():
    rows = [f"2025-09-01 | Marshall, Texas | operation | {title}" for title in ("Cooks held", "Dishwashers held")]
    assert "alike are cook in the title" in reports([record(n, row) for n, row in enumerate(rows)])[0].message


SCENES = [
    pytest.param(example, row["aspect"], row["name"], id=f"{row['aspect']}-{example}")
    for row in lexicon.load("scenes")
    for example in row["examples"]
]


@pytest.mark.parametrize(("title", "aspect", "name"), SCENES)
def test_titles_tell_of_the_class_of_their_words(title, aspect, name):
    assert name in scene_of(title).of(aspect)


@pytest.mark.parametrize(
    ("title", "aspect", "name"),
    [
        ("He was held", "sites", "hospital"),  # "ER" has capitals
        ("Agents target a man", "sites", "store"),
        ("Schoolwork halted", "sites", "school"),
    ],
)
def test_titles_do_not_tell_of_what_only_looks_alike(title, aspect, name):
    assert name not in scene_of(title).of(aspect)


@pytest.mark.parametrize(
    ("url", "counts", "told"),
    [
        ("https://list.example", "", True),  # one row, twice
        ("https://list.example", "arrested: 3", False),
        ("https://other.example", "", False),
    ],
)
def test_a_title_of_a_machine_says_nothing(url, counts, told):
    row = "2025-09-01 | Tyler, Texas | other | Event in Tyler, Texas | {} | {}"
    assert (
        bool(reports([record(0, row.format("https://list.example", "")), record(1, row.format(url, counts))])) is told
    )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Two taken at a building site off Kildaire Farm Road", "Building site off Kildaire Farm Rd: two taken", True),
        ("Two taken at a building site off Kildaire Farm Road", "Vigil at the Capitol, drums and candles", False),
        ("Two taken at a building site. It rained.", "Seven taken at a building site. It rained.", False),
    ],
)
def test_of_a_title_of_a_machine_the_summary_is_compared(one, other, told):
    made = [record(n, "2025-09-01 | Tyler, Texas | other | Event in Tyler, Texas") for n in range(2)]
    pair = [
        replace(row, event=row.event.model_copy(update={"summary": summary}))
        for row, summary in zip(made, (one, other), strict=True)
    ]
    assert bool(reports(pair)) is told


def test_a_title_of_many_events_is_a_form_of_words():
    row = "2025-09-0{} | Tyler, Texas | protest | Weekly vigil at the Broadview processing facility draws neighbors"
    assert len(reports([record(day, row.format(day)) for day in (1, 2)])) == 1
    assert reports([record(day, row.format(day)) for day in (1, 2, 3)]) == []
    twice = [record(n, row.format(day)) for n, day in enumerate((1, 2, 1))]
    assert len(reports(twice)) == 2  # entered three times, on two days


@pytest.mark.parametrize(
    ("kinds", "other", "told"),
    [
        (("other", "other"), "Protest against the raid on the bottling plant", False),
        (("operation", "other"), "Protest against the raid on the bottling plant", False),
        (("other", "other"), "76 held in a raid on the bottling plant", True),
    ],
)
def test_a_protest_against_a_raid_is_not_the_raid_in_a_table_without_kinds(kinds, other, told):
    titles = ("Worksite raid at the bottling plant, 76 workers detained", other)
    rows = [
        record(n, f"2025-09-01 | Tyler, Texas | {kind} | {title}")
        for n, (kind, title) in enumerate(zip(kinds, titles, strict=True))
    ]
    assert bool(reports(rows)) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Cooks held at dawn", "ICE visits diner", True),  # people of a trade, and where such people work
        ("Cooks held at dawn", "ICE visits quarry", False),
        ("Cooks held at dawn", "Roofers held at dawn at a diner", False),
        ("Roofers held in Selma for two days", "12 roofers held", True),  # days are no people
        ("Roofers held in Selma for two days", "Roofers held in Selma for three days", False),
        ("Roofer, 57, held with two sons", "Two sons of roofer, 57, held with him", True),  # nor are years
        ("Roofer, 57, held with two sons", "Roofer, 41, held with two sons", False),
        ("Selma roofers held", "Roofers held south of Dallas County line", True),  # each names its own place
        ("Dueña de taquería held", "Taqueria owner held", True),
    ],
)
def test_a_town_and_its_county_in_other_words(one, other, told):
    rows = (
        f"2026-04-01 | Selma, Alabama | operation | {one}",
        f"2026-04-01 | Dallas County, Alabama | operation | {other}",
    )
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told


@pytest.mark.parametrize(
    ("places", "counts", "told"),
    [
        (("Selma, Alabama", "Dallas County, Alabama"), ("detained: 3", "detained: 3"), True),
        (("Selma, Alabama", "Dallas County, Alabama"), ("detained: 3", "detained: 4"), False),
        (("Selma, Alabama", "Dallas County, Alabama"), ("detained: 1", "detained: 1"), False),
        (("Selma, Alabama", "Selma, Alabama"), ("detained: 3", "detained: 3"), False),
    ],
)
def test_one_count_of_a_town_and_its_county(places, counts, told):
    titles = ("Agents come at dawn", "Men led off in silence")
    rows = [f"2026-04-01 | {places[n]} | operation | {titles[n]} | | {counts[n]}" for n in (0, 1)]
    assert bool(reports([record(n, row) for n, row in enumerate(rows)])) is told
