"""What governs a number of people decides whether they were arrested, came to speak or are those who arrest."""

from __future__ import annotations

import json

import pytest

from raidline.extract.counting.reading import find_counts
from raidline.extract.counting.tallies import Passage, counts_of
from raidline.models import Kind

GOVERNED = [
    ("Agents in Tulsa, who had watched the plant since June, led away forty people in vans.", {"arrested": "40"}),
    ("Forty people who had come to work at the plant in Tulsa were arrested.", {"arrested": "40"}),
    ("Forty people came to the office for a check-in and were arrested.", {"arrested": "40"}),
    ("Thirty people came to the office to ask about the arrests.", {}),
    ("Sixty people from the valley signed up to speak against the detention of 12 workers.", {"detained": "12"}),
    ("Sixty people from the valley signed up to speak against the detentions.", {}),
    ("A rally for everyone arrested drew 90 people.", {"protesters": "90"}),
    ("A sweep meant to calm the town ended with 90 people, most of them cooks, being arrested.", {"arrested": "90"}),
    ("A hearing drew 200 people, and eleven workers were arrested.", {"arrested": "11"}),
    ("A hearing drew 200 people.", {}),
    ("The agents who arrested nine people came from Denver.", {"arrested": "9"}),
    ("The office has 80 officers who arrest people.", {}),
    ("Eighty officers who had taken bribes were arrested.", {"arrested": "80"}),
    ("Twelve officers arrested the man.", {}),
    ("Two officers arrested on Monday were fired.", {"arrested": "2"}),
    ("Nine officers arrested five workers.", {"arrested": "5"}),
    ("Thirty people arrested the week before went home.", {"arrested": "30"}),
    ("Thirty people wept over the arrests.", {}),
    ("A meeting with the families of those arrested was attended by 70 people.", {}),
    ("The families of the 70 people arrested attended a meeting.", {"arrested": "70"}),
    ("In the arrests of 17 people the county had no part.", {"arrested": "17"}),
    ("Two hundred people testified about the raid, but only four were arrested.", {"arrested": "4"}),
    ("Two hundred people, at the end of a long day of raids, were arrested.", {"arrested": "200"}),
    ("Seven people attended a service for those who were detained.", {}),
    ("Seven people, after a service for their neighbors, were detained.", {"detained": "7"}),
    ("Before noon fifty women stood in line to ask about those arrested.", {}),
    ("Before noon fifty women, who stood in line, were arrested.", {"arrested": "50"}),
    ("The county hired 300 officers to arrest people.", {}),
    ("The county sent officers to arrest 300 people.", {"arrested": "300"}),
    ("Forty residents wrote letters for those arrested.", {}),
    ("Agents boarded the bus where 25 passengers sat and took them into custody.", {"arrested": "25"}),
    ("At the meeting, attended by 25 residents, the sheriff spoke about the arrests.", {}),
    (
        "By the end of the day, agents going from door to door along the canal had taken into custody 31 people.",
        {"arrested": "31"},
    ),
    ("A crowd that the pastor put at 400 people came to hear about the raids.", {}),
    (
        "Eighteen workers, who had clocked in at dawn and never saw a warrant, were taken into custody at the cannery.",
        {"arrested": "18"},
    ),
    ("Eighteen workers told the board of the arrests at the cannery.", {}),
    ("The board heard from 22 people about the detentions.", {}),
    ("The board heard that 22 people had been detained.", {"detained": "22"}),
    ("Among those whom agents arrested were 14 women.", {"arrested": "14"}),
    (
        "About 500 people gathered in Toledo on Sunday to demand the release of those arrested.",
        {"protesters": "about 500"},
    ),
    (
        "The union said that of its members no fewer than 36 workers had been arrested at the three plants.",
        {"arrested": "at least 36"},
    ),
    ("Seventy volunteers brought food for the families of workers arrested at the plant.", {}),
    ("Seventy workers, some with their food still in their hands, were arrested at the plant.", {"arrested": "70"}),
    ("ICE has sent 60 agents to the city to arrest people with old orders.", {"agents": "60"}),
    ("ICE agents sent to the city have so far arrested 60 people with old orders.", {"arrested": "60"}),
    ("The sheriff employs 210 deputies who can detain people for ICE.", {}),
    ("The sheriff's deputies, who can detain people for ICE, held 210 people last year.", {"detained": "210"}),
    ("A fundraiser for the arrested workers attracted 130 residents on Saturday.", {}),
    ("A sting on Saturday, the second this month, ended in handcuffs for 13 men.", {"arrested": "13"}),
    ("Nearly 80 parents attended a workshop on what to do if they are detained.", {}),
    ("Nearly 80 parents who attended a workshop have since been detained.", {"detained": "nearly 80"}),
    ("Forty-five people commented on the deportations, and the council voted no.", {}),
    ("Forty-five people were put on a plane, and the council voted on the deportations.", {"deported": "45"}),
    ("A prayer service drew 260 people, while outside the church six men were arrested.", {"arrested": "6"}),
    ("Three hundred people filled the gym on Monday; five were detained.", {"protesters": "300", "detained": "5"}),
    ("Twelve lawyers and 30 students helped those arrested.", {}),
    ("Agents surprised 30 students and arrested them.", {"arrested": "30"}),
    (
        "In all, the roundup that neighbors had feared since spring cost 52 people their freedom: they were arrested.",
        {"arrested": "52"},
    ),
    ("Twenty-six people shared stories of relatives deported last year.", {}),
    ("Twenty-six people with relatives in the valley were deported last year.", {"deported": "26"}),
    ("Officials trained 75 officers to detain and deport people.", {}),
    ("Twelve officers came and arrested them.", {}),
    ("The union hall seated 90 people waiting for news of those detained.", {}),
    ("Nine people joined the march.", {"protesters": "9"}),
    ("Forty people were at the hearing on the arrests, and two of them were arrested.", {"arrested": "2"}),
    ("Nineteen riders complained to the bus company about the arrests.", {}),
    ("A forum on the detentions brought 140 people to the library in Ogden.", {}),
    ("A forum at the library in Ogden ended when agents took 14 people into custody.", {"arrested": "14"}),
    ("More than 70 people called in to the meeting to object to the arrests.", {}),
    ("More than 70 people who called in to the meeting later said they were afraid.", {}),
    ("The packing house, which employs 600 people, was raided and 45 were arrested.", {"arrested": "45"}),
    ("The raid at the packing house, where 600 people work, led to the arrest of 45.", {"arrested": "45"}),
    ("The church housed 33 people who feared being deported.", {}),
    ("The church said that 33 people it had housed were deported.", {"deported": "33"}),
    ("The jail has 24 officers who book those arrested.", {}),
    ("Of the people booked at the jail, 24 had been arrested by ICE.", {"arrested": "24"}),
    ("Two dozen clergy members prayed for the men detained on Friday.", {}),
    ("Two dozen clergy members were detained as they prayed on Friday.", {"detained": "24"}),
    (
        "After a chase through three towns, deputies caught up with eight men and arrested all of them.",
        {"arrested": "8"},
    ),
    ("A petition by 900 residents asks the sheriff to stop detaining people.", {}),
    ("The hearing lasted five hours, with 110 people on the list to speak about the raid and the people arrested.", {}),
    ("Some 15 officers took part, arresting six people.", {"agents": "about 15", "arrested": "6"}),
    ("Twenty people lost a parent when the plant's night shift was arrested.", {}),
    ("Sixty people spoke of the arrests of nine workers.", {"arrested": "9"}),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNED)
def test_a_number_counts_what_the_words_that_govern_it_say(text, expected):
    assert {what: str(count) for what, count in find_counts(text, (0, len(text))).items()} == expected


@pytest.mark.parametrize(
    ("before", "ahead", "expected"),
    [
        ("Nine workers were arrested.", False, {"arrested": "9"}),
        ("Nine workers were arrested.", True, {}),
        ("Agents plan to arrest 200 people.", True, {"arrested": "200"}),
    ],
)
def test_an_act_to_come_has_no_count_of_what_was_done_before_it(before, ahead, expected):
    text = f"{before} The raids are on Thursday."
    own = (len(before) + 1, len(text))
    found = counts_of(text, Kind.OPERATION, Passage(own, own, before=(0, len(before)), ahead=ahead))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize("office", ["sheriff", "mayor"])
def test_who_will_speak_after_a_raid_is_no_second_raid(tmp_path, run, office):
    article = {
        "id": "a",
        "published": "2019-08-13",
        "text": "LAREDO, Texas - Agents raided a plant on Monday. Nine workers were arrested.\n\n"
        f"The {office} will speak to the county board this Thursday.",
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    rows = map(json.loads, run("extract", path, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert [(row["date"], row["kind"], row["counts"]) for row in rows] == [
        ("2019-08-12", "operation", {"arrested": "9"}),
        ("2019-08-15", "statement", {}),
    ]
