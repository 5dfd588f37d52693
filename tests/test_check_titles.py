"""Titles as people write them beside their counts: those that agree are left alone, and a changed number is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.check.rule import Checked
from raidline.check.rules.prose import count_mismatch
from raidline.models import Event
from raidline.store.load import Record
from raidline.yamltext.reading import loads

AGREEING = [
    ("Council passes 12-page ordinance 6-3", {"yes": "6", "no": "3"}),
    ("Board votes 3 to 2 to keep 4-year contract", {"yes": "3", "no": "2"}),
    ("Council rejects jail deal on a 5-to-4 vote", {"yes": "4", "no": "5"}),
    ("House passes HB 4 by 86-62, Senate 19-12", {"yes": "86", "no": "62"}),
    ("Commission deadlocks 2-2 after 3-hour vote", {"yes": "2", "no": "2"}),
    ("Nine vote yes, two no", {"yes": "9", "no": "2"}),
    ("Council votes 7-0, two absent", {"yes": "7", "no": "0"}),
    ("Council approves 10-5 plan, vote 8-1", {"yes": "8", "no": "1"}),
    ("Senate passes SB 54, 27-12, after vote on amendments 20-17", {"yes": "27", "no": "12"}),
    ("Voters pass Measure Q 58-42 percent", {"yes": "58000", "no": "42000"}),
    ("Vote of 2-1 by appeals panel lifts stay for 30-60 days", {"yes": "2", "no": "1"}),
    ("10 a.m.-2 p.m. vote at town meeting: 121 for, 98 against", {"for": "121", "against": "98"}),
    ("ICE arrests 14, charges 3", {"arrested": "14", "charged": "3"}),
    ("Fourteen arrested, among them a 14-year-old and a 61-year-old", {"arrested": "14"}),
    ("Raid no. 2 at plant: 31 held", {"detained": "31"}),
    ("Two vans take five from bus stop", {"detained": "5"}),
    ("Five taken on Sixth Street by 2 vans", {"detained": "5"}),
    ("A dozen agents take one man", {"detained": "1"}),
    ("9 arrested of 200 at march", {"arrested": "9", "protesters": "200"}),
    ("Hundreds march, 9 arrested", {"arrested": "9", "protesters": "about 800"}),
    ("57 of 113 workers detained", {"detained": "57"}),
    ("Third raid in 10 days takes 6", {"detained": "6"}),
    ("Family of five held, three of them US citizens", {"detained": "5"}),
    ("Mother and two children detained", {"detained": "3"}),
    ("Couple and their son of 6 detained", {"detained": "3"}),
    ("Three brothers, 19, 22 and 25, arrested", {"arrested": "3"}),
    ("At least 20 arrested on I-95, exit 12", {"arrested": "at least 20"}),
    ("Between 30 and 40 detained", {"detained": "30 to 40"}),
    ("Some 40 detained", {"detained": "about 40"}),
    ("Nearly 1,500 arrested in a month in state; 790 had records", {"arrested": "nearly 1500"}),
    ("1.5K arrested", {"arrested": "1500"}),
    ("Sheriff holds 7 for ICE; 2 released on bond", {"detained": "7", "released": "2"}),
    ("Judge orders 13 of 615 freed", {"released": "13"}),
    ("13 freed so far; 615 may follow", {"released": "13"}),
    ("Over 100 clergy arrested at airport terminal 1", {"arrested": "over 100"}),
    ("19 detainees begin hunger strike on day 40 of camp", {"strikers": "19"}),
    ("Detainee, 44, is 3rd to die in 44 days", {"dead": "1"}),
    ("2 killed, 1 wounded by rooftop shots", {"dead": "2", "hurt": "1"}),
    ("Shooting leaves two dead and one hurt", {"dead": "2", "hurt": "1"}),
    ("Deal worth $70 million for 1,800 beds", {"beds": "1800", "dollars": "70000000"}),
    ("County pays $125,000 to woman stopped in 2008", {"dollars": "125000"}),
    ("Fine of $500 a day for 3,000 days waived", {"dollars": "1500000"}),
    ("5,000 pupils absent, 12% of enrollment", {"pupils": "5000"}),
    ("Absences: 30,399 pupils on Monday, 1 in 5", {"pupils": "30399"}),
    ("287(g): 10 deputies trained", {"deputies": "10"}),
    ("287(g) agreements pass 1,000", {"agreements": "1000"}),
    ("Agreement no. 900 signed", {"agreements": "900"}),
    ("I-40 stops: 120 arrested, 91 of them truckers", {"arrested": "120", "truckers": "91"}),
    ("Agents stop 150 cars, arrest 103", {"arrested": "103", "cars": "150"}),
    ("50 officers for one man", {"arrested": "1", "agents": "50"}),
    ("Operation nets 214 in 5 states, 61 in Texas", {"arrested": "214"}),
    ("61 of 214 arrested were in Texas", {"arrested": "61"}),
    ("1,297 held in six states", {"detained": "1297"}),
    ("One held after 30-minute standoff", {"detained": "1"}),
    ("ICE says 97 arrested, churches count 104", {"arrested": "97"}),
    ("54 or 55 taken, says union", {"detained": "54 to 55"}),
    ("No one hurt, 3 held", {"hurt": "0", "detained": "3"}),
    ("None arrested in 2-hour sweep with 17 vehicles", {"arrested": "0"}),
    ("Zero detained, 400 bystanders", {"detained": "0"}),
    ("Field trip: pupil of 18 held", {"detained": "1"}),
    ("High schooler of 15 held for 5 hours", {"detained": "1"}),
    ("11 lawmakers and dozens of others held", {"detained": "76"}),
    ("4 arrested incl. 2 juveniles", {"arrested": "4"}),
    ("2+ taken", {"detained": "at least 2"}),
    ("12-15 detained", {"detained": "12 to 15"}),
    ("Half of 80 workers arrested", {"arrested": "40"}),
    ("Three quarters of the 16 day laborers taken", {"detained": "12"}),
    ("Dozens arrested, 24 charged", {"arrested": "dozens", "charged": "24"}),
]
CHANGED = [
    ("Council passes 12-page ordinance 6-3", {"yes": "7", "no": "3"}, "6-3"),
    ("House passes HB 4 by 86-62", {"yes": "68", "no": "62"}, "86-62"),
    ("ICE arrests 14, charges 3", {"arrested": "41"}, "14 arrested"),
    ("Raid no. 2 at plant: 31 held", {"detained": "13"}, "31 detained"),
    ("Mother and two children detained", {"detained": "7"}, "detained"),
    ("Shooting leaves two dead and one hurt", {"dead": "5"}, "2 dead"),
    ("287(g): 10 deputies trained", {"deputies": "20"}, "10 deputies"),
    ("Three quarters of the 16 day laborers taken", {"detained": "40"}, None),  # a share says nothing
    ("Bus station: 10 taken", {"detained": "30"}, "10 detained"),
    ("11 lawmakers and dozens of others held", {"detained": "12"}, "detained"),
    ("A crew of 18 held", {"detained": "1"}, "18 detained"),
    ("Hundreds march", {"protesters": "about 20"}, "hundreds protesters"),
]


def reported(title, counts):
    event = {"id": "e", "date": "2025-05-13", "title": title, "kind": "other", "places": ["Texas"], "counts": counts}
    event |= {"sources": [{"url": "https://paper.example/1", "publisher": "Paper", "published": "2025-05-14"}]}
    record = Record(Event.model_validate(event), Path("x.yaml"), 1, 0, loads("events: []", "x.yaml"))
    return [problem.message for problem in count_mismatch(Checked([record], {}))]


@pytest.mark.parametrize(("title", "counts"), AGREEING)
def test_a_title_that_agrees_with_its_counts_is_left_alone(title, counts):
    assert reported(title, counts) == []


@pytest.mark.parametrize(("title", "counts", "says"), CHANGED)
def test_a_changed_count_is_found(title, counts, says):
    found = reported(title, counts)
    assert len(found) == (says is not None)
    assert all(says in message for message in found)
