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
    ("Agents in four unmarked cars took a 17-year-old and his uncle outside a bakery", {"detained": "2"}),
    ("The man, 44, and two coworkers were detained near mile marker 31", {"detained": "3"}),
    ("A dozen agents came for one roofer; neighbors counted 8 cars", {"detained": "1"}),
    ("Officers arrested the manager and 26 line workers", {"arrested": "27"}),
    ("Police arrested three people, two of them minors, at the gate", {"arrested": "3"}),
    ("About 40 people gathered; at least six were detained", {"detained": "at least 6"}),
    ("Six people were arrested on Monday and nine more on Tuesday", {"arrested": "15"}),
    ("Of 52 people questioned, 11 were taken into custody", {"detained": "11"}),
    ("Agents questioned 52 people and arrested 11", {"arrested": "11"}),
    ("Agents with warrants for 3 people arrested 19", {"arrested": "19"}),
    ("ICE said it had 3 targets. It arrested 19.", {"arrested": "19"}),
    ("One of the 19 arrested has 2 children at the school", {"arrested": "19"}),
    ("Families say 21 people are missing; ICE confirms 19 arrests", {"arrested": "19"}),
    ("The raid, the 4th since May, ended with 12 arrests", {"arrested": "12"}),
    ("Nobody was arrested, but two were cited", {"arrested": "0"}),
    ("No arrests; 2 citations", {"arrested": "0"}),
    ("Two people were briefly detained and released", {"detained": "2", "released": "2"}),
    ("A couple was taken from their car, leaving three children", {"detained": "2"}),
    ("Twins, 18, taken on graduation day", {"detained": "2"}),
    ("A grandmother of nine was held for 5 months", {"detained": "1"}),
    ("Mother of four detained in front of 2 of her children", {"detained": "1"}),
    ("Father of 3 arrested", {"arrested": "1"}),
    ("Husband and wife, both 61, arrested after 30 years in town", {"arrested": "2"}),
    ("Man arrested 2 blocks from his home", {"arrested": "1"}),
    ("Man arrested after 20 years in the country", {"arrested": "1"}),
    ("Woman arrested at her 3rd check-in in 2 weeks", {"arrested": "1"}),
    ("Student arrested with 2 days left of term", {"arrested": "1"}),
    ("Driver shot 3 times, 2 agents hurt", {"hurt": "3"}),
    ("Driver shot five times survives", {"hurt": "1"}),
    ("Two agents hurt, driver dead", {"hurt": "2", "dead": "1"}),
    ("Five dead in van crash, 3 critical", {"dead": "5", "hurt": "3"}),
    ("Ninth death at the jail since 2019", {"dead": "1"}),
    ("He is the 12th person to die in custody this year", {"dead": "1"}),
    ("Third death in 44 days at the tent camp for 5,000", {"dead": "1"}),
    ("2,000 marched from Union Park; organizers say 5,000", {"protesters": "2000"}),
    ("Organizers said 5,000 came, police 2,000", {"protesters": "2000"}),
    ("Crowd of 300 swells to 1,000 by dusk", {"protesters": "about 1000"}),
    ("75 people, a third of them clergy, knelt; 30 were arrested", {"protesters": "75", "arrested": "30"}),
    ("40 students from 3 schools walked out", {"protesters": "40"}),
    ("Some two dozen people were detained at 3 sites", {"detained": "24"}),
    ("Up to 50 were held, 12 of them overnight", {"detained": "up to 50"}),
    ("Half of the 60 detained have been let go", {"detained": "60", "released": "30"}),
    ("After 22 arrests in June, 15 more in July", {"arrested": "15"}),
    ("Agents made 15 arrests, following 22 in June", {"arrested": "15"}),
    ("Since January 340 have been arrested in the county; on Friday 7", {"arrested": "7"}),
    ("Friday's seven arrests bring the total to 340", {"arrested": "7"}),
    ("The 7 arrests bring the county's total to 340 this year", {"arrested": "7"}),
    ("ICE arrested 340 in the state in May, 61 in the city", {"arrested": "340"}),
    ("Sheriff: jail holds 212 for ICE, room for 400", {"detained": "212"}),
    ("Contract: 400 beds at $85 a day for 5 years", {"beds": "400"}),
    ("The bill, SB 4, passed 23-8 on third reading, 30 days before the session ends", {"yes": "23", "no": "8"}),
    ("Commissioners voted 4-1; 37 spoke against", {"yes": "4", "no": "1"}),
    ("After 6 hours and 90 speakers, the council voted 8 to 5", {"yes": "8", "no": "5"}),
    ("In a 6-3 decision the justices lifted the order of a lower court", {"yes": "6", "no": "3"}),
    ("By 3-0 the supervisors ended 2 contracts worth $4 million", {"yes": "3", "no": "0"}),
    ("A 5-4 vote last week was repeated: 6-3", {"yes": "6", "no": "3"}),
    ("He was held for 52 days with 31 others in one cell", {"detained": "1"}),
    ("She and 11 other women were moved at 3 a.m.", {"women": "12"}),
    ("4 women and 7 men arrested", {"arrested": "11"}),
    ("Seven men, four women and a boy detained", {"detained": "12"}),
    ("ICE's tweet says 14 were arrested, court papers list 13", {"arrested": "13"}),
    ("One man was hospitalized after agents tased him twice", {"hurt": "1"}),
    ("Agents fired 9 rounds; one man was hit", {"hurt": "1"}),
    ("18 pepper balls, 4 people treated", {"hurt": "4"}),
    ("School of 700 had 250 absent", {"absent": "250"}),
    ("Plane with 117 from 4 states lands in 2 hours", {"deported": "117"}),
    ("Bus with 50 seats took 38 people", {"detained": "38"}),
    ("Two buses took 38", {"detained": "38"}),
    ("Three Hondurans and a Guatemalan were held", {"detained": "4"}),
]
CHANGED = [
    ("Man arrested 2 blocks from his home; 7 arrested in all", {"arrested": "1"}, "7 arrested"),
    ("The manager and 26 workers arrested", {"arrested": "62"}, "arrested"),
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
