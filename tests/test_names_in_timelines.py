"""Private people are found, and nobody else is, in lines as curators write them: titles, notes, logs and stories.

Nothing was learned from the sealed table, and none of its single lines was looked at. No weight comes from the digests,
the plain words, the plain records, the reviews or the calendars.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from raidline.privacy.names import private_names

HERE = Path(__file__).parent
NAME = re.compile(r"\[([^\]]+)\]")
WORD = re.compile(r"[\w.'’-]+")
# By table: the share of full names that are found at least, and of what is found that is right.
FLOORS = {
    "names_in_timelines.txt": (0.97, 0.98),
    "names_in_timelines_sealed.txt": (0.89, 0.93),
    "names_in_logs.txt": (0.92, 0.93),
    "names_hard.txt": (0.92, 0.86),
    "names_in_notes.txt": (0.97, 0.98),
    "names_in_posts.txt": (0.97, 0.93),
    "names_in_digests.txt": (0.94, 0.97),
    "names_in_rows.txt": (0.95, 0.98),
    "names_in_collections.txt": (0.94, 0.97),
    "names_in_briefs.txt": (0.93, 0.98),
    "names_in_ledgers.txt": (0.94, 0.97),
    "names_in_chronicles.txt": (0.96, 0.98),
    "names_in_bulletins.txt": (0.93, 0.97),
    "names_in_notices.txt": (0.93, 0.97),
    "names_in_almanacs.txt": (0.9, 0.96),
    "names_in_plain_words.txt": (0.97, 0.97),
    "names_in_dispatches.txt": (0.97, 0.97),
    "names_in_minutes.txt": (0.97, 0.96),
    "names_in_wires.txt": (0.95, 0.97),
    "names_in_flyers.txt": (0.87, 0.96),
    "names_in_telegrams.txt": (0.95, 0.97),
    "names_in_samplers.txt": (0.93, 0.93),
    "names_in_chyrons.txt": (0.9, 0.88),
    "names_in_parishes.txt": (0.93, 0.9),
    "names_in_calendars.txt": (0.94, 0.92),
    "names_in_archives.txt": (0.89, 0.91),
    "names_in_plain_records.txt": (0.97, 0.97),
    "names_in_reviews.txt": (0.88, 0.9),
}


def lines(table):
    told = (HERE / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in told if line and not line.startswith("#")]


def judged(table):
    """The full names that are found and missed, all names that are found, and what is found that is none."""
    right, missed, found_at_all, wrong = [], [], 0, []
    for line in lines(table):
        names, text = NAME.findall(line), NAME.sub(r"\1", line)
        found = list(private_names(text))
        for name in names:
            is_found = any(name.split()[-1] in one for one in found)
            found_at_all += is_found
            if " " in name:
                (right if is_found else missed).append((name, text))
        known = {word for name in names for word in WORD.findall(name)}
        wrong += [(one, text) for one in found if known.isdisjoint(WORD.findall(one))]
    return right, missed, found_at_all, wrong


@pytest.mark.parametrize("table", FLOORS)
def test_a_table_has_lines_of_both_sorts(table):
    told = lines(table)
    assert len(told) >= 100
    assert 0.25 < sum("[" in line for line in told) / len(told) < 0.75


@pytest.mark.parametrize(("table", "recall", "precision"), [(table, *floors) for table, floors in FLOORS.items()])
def test_most_people_are_found_and_hardly_anything_else(table, recall, precision):
    right, missed, found, wrong = judged(table)
    assert len(right) / (len(right) + len(missed)) >= recall, missed
    assert found / (found + len(wrong)) >= precision, wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ernesto, 31, a painter, was held.", "Ernesto"),
        ("An uncle, Ernesto, closed the gate.", "Ernesto"),
        ("Oleksa Melnyk & son Ernesto moved on 11/3", "Ernesto"),
        ("His wife, Graciela, called a lawyer.", "Graciela"),
        ("A man named Ernesto fell.", "Ernesto"),
        ("Ernesto, the father of two, was taken.", "Ernesto"),
        ("The Sandoval family hid for a month.", "Sandoval"),
        ("The parents of the Tzoy children were taken.", "Tzoy"),
        ("Zavala, Martín; Duong, Kim", "Zavala, Martín"),
        ("Held: Lopez Perez, Juan", "Lopez Perez, Juan"),
        ('Jose "Chepe" Linares sells mangoes.', 'Jose "Chepe" Linares'),
    ],
)
def test_a_name_need_not_be_whole(text, name):
    assert name in list(private_names(text))


@pytest.mark.parametrize(
    "text",
    [
        "In Ernesto, 31 people were held.",
        "Her dog Ernesto barked.",
        "The Trump family sold it.",
        "The Sandoval Family Bakery closed.",
        "The Houston family court met.",
        "Ramsey, Dakota, Scott counties decline",
        "Austin, Texas; Reno, Nevada",
        "Sheriff Martín, 52, called.",
        "In October and November, 10,588 were held.",
        "Zavala, Martín; Duong, Kim (June 7, 2025).",
        "BELMONT CRAGIN — Agents came on Friday.",
        "Non-citizen New Yorkers will not be deported.",
    ],
)
def test_not_every_word_with_a_capital_is_one(text):
    assert list(private_names(text)) == []


def test_people_in_a_list_are_not_read_as_inverted():
    assert list(private_names("Also detained: Manjit Bains, Navdeep Cheema.")) == ["Manjit Bains", "Navdeep Cheema"]


@pytest.mark.parametrize(
    ("public", "private"),
    [
        ("Father Ivo Trask celebrated Mass.", "Her father Ivo Trask cooked for her."),
        ("Ona Trask, who chairs the parade, waited.", "Ona Trask, who sells chairs, waited."),
        ("Ona Trask, whose district has the plant, waited.", "Ona Trask, whose son was taken, waited."),
        ("Neither Ona Trask nor her office waited at home.", "Neither Ona Trask nor her sons waited at home."),
        ("The agent who fired was Ona Trask.", "The woman hit by the agent was Ona Trask."),
        ("Fled in May / lawyer: Ona Trask", "Charged with assaulting an officer: Ona Trask"),
        ("Economist Ona Trask waited at home.", "Landscaper Ona Trask waited at home."),
        ("Bishop emeritus Ivo Trask waited at home.", "As Bishop Ivo Gorm said, Ona Trask waited at home."),
        ("Ona Trask, Star Tribune", "Ona Trask, star pupil, waited at home."),
        ("Photo/Ona Trask", "Behind a photo on the door: Ona Trask, 34"),
        ("Ona Trask, founding partner of a firm, waited at home.", "Ona Trask, partner of the driver, waited at home."),
        ("Ona Trask, one of the man's lawyers, waited.", "Ona Trask, one of the men's wives, waited."),
        ("Ona Trask, of the Fair Work Project, waited at home.", "Ona Trask, of Reno, waited at home."),
        ("Ona Trask was sworn in at her home.", "Ona Trask was sworn at in her home."),
        ("Agent in Charge for New England Ona Trask waited.", "The lawyer for Ona Trask waited."),
        ("Fox News' Ona Trask waited at home.", "Good news: Ona Trask waited at home."),
        ("Ona Trask is an attorney in Reno.", "Ona Trask is a roofer in Reno."),
        ("Public Advocate Ona Trask was arrested.", "Volunteer Ona Trask was arrested."),
        ("Lawyers of Trask Duckworth LLP waited.", "Lawyers of Ona Trask waited."),
        ("Chef Ona Trask waited at home.", "Line cook Ona Trask waited at home."),
        ("Chef Ona Trask waited at home.", "Chef Ona Trask was arrested at home."),
        ("The law dean Ona Trask waited at home.", "The dean's cook Ona Trask waited at home."),
        ("Special master Ona Trask waited at home.", "Released with ankle monitor: Ona Trask, 34"),
        ("Fire captain Ona Trask waited at home.", "Soccer captain Ona Trask waited at home."),
        ("County clerk Ona Trask waited at home.", "Gas station clerk Ona Trask waited at home."),
        (
            "Ona Trask and Ivo Gorm, the two senators, waited.",
            "Ona Trask, a roofer, and the two senators waited at home.",
        ),
        ("Deputy mayor for public works Ona Trask waited.", "A lawyer for arrested worker Ona Trask waited."),
        ("Trask Gorm et al. v. Reed", "Ona Trask et al. were held in Reed."),
        ("Judge hears arguments in Trask Gorm", "Neighbors saw her arguments with Ona Trask at home."),
        ("They met at Ona Trask field house.", "They met Ona Trask at a field house."),
        ('"The Long Road", by Ona Trask', 'Held in "The Pines" by ICE: Ona Trask'),
        ("Ona Trask / Valley Press", "Ona Trask / Reno / roofer / held"),
        ("Photo: Ona Trask", "Photo: Ona Trask with her daughter"),
        ("ICE agent Ona Trask was charged.", "Ona Trask was charged by an ICE agent."),
        ("Ona Trask of Reed University waited at home.", "Ona Trask, a student at Reed University, waited at home."),
        ("Hon. Ona Trask waited at home.", "Mrs. Ona Trask waited at home."),
        ("Facility: Ona Trask", "Name: Ona Trask"),
        ("CM Ona Trask waited at home.", "COUSIN Ona Trask waited at home."),
        ("No more arrests in Ona Trask Co.", "No more arrests of Ona Trask and her cousins."),
        ("They marched to the office on Ona Trask Dr.", "They marched to the office of Ona Trask's doctor."),
        ("Trask Gorm: judge orders up to 600 released", "Ona Trask: judge orders her released from home"),
        ("Neighbors of Little Trask came.", "Neighbors of Ona Trask came."),
        ("Lawyers: Ona Trask", "Four of those held have lawyers: Ona Trask and her son"),
        ("Her lawyer is Ona Trask.", "The woman held by the lawyer is Ona Trask."),
        ("A lawyer for the family Ona Trask said no.", "A lawyer for the family of Ona Trask said no."),
        ("Y el padre Ona Trask esperaba.", "Su hija Ona Trask esperaba."),
        ("Judge again rebukes Ona Trask", "Agents again scolded Ona Trask at home"),
        ("Judge tosses suit against Ona Trask", "Judge tosses case against Ona Trask"),
        ("Ona Trask sworn in, ends deal", "Ona Trask sworn in as citizen with her sister"),
        ("Vans at Ona Trask and 14th, then gone", "Agents took Ona Trask at Main and 14th"),
        ("Raid at 14th and Main, then on Ona Trask.", "Raid at 14th and Main, agents sat on Ona Trask."),
        ("ICE audited Ona Trask in May.", "ICE deported Ona Trask in May."),
        ("Brandt Foods, Ona Trask and Vale Farms closed.", "Brandt Foods, where Ona Trask worked, closed."),
        ("Came: Ona Trask, League of Voters; a nurse.", "Came: Ona Trask, a tenant; a nurse."),
        ("Senate confirms Ona Trask, 51-48", "Hospital confirms Ona Trask, 51, died"),
        ("School board member-elect Ona Trask waited at home.", "School bus rider Ona Trask waited at home."),
        ("He told Ona Trask, for the state, to produce him.", "He told Ona Trask, for the third time, to go home."),
        ("Ona Trask sent to Portland to run surge", "Ona Trask sent to Louisiana to wait"),
        ("Ona Trask, running for Congress, waited at home.", "Ona Trask, running from agents, fell at home."),
        ("Ona Trask named acting chief of the office", "Ona Trask named as the driver shot at home"),
        ("The Ona Trask, a shrimp boat, was boarded.", "Ona Trask, a shrimp peeler, waited at home."),
        ("Council aide Ona Trask waited at home.", "Home health aide Ona Trask waited at home."),
        ("Ona Trask rules for the state", "The rules for Ona Trask, 34, were strict."),
        ("Bo Reed took the case from Ona Trask.", "Agents took the coat from Ona Trask at home."),
        ("Then Ona Trask, for ICE, had no answer.", "Then Ona Trask, for fear of ICE, hid at home."),
        ("Ona Trask Lutheran took in forty.", "Ona Trask, a Lutheran, was taken at home."),
        ("A plaque for Ona Trask was stolen.", "A visa for Ona Trask was stolen from her home."),
        ("Ona Trask steps aside in ethics probe", "Ona Trask steps off bus, is taken"),
        ("Ona Trask kills sanctuary bill in committee", "Agent kills Ona Trask in her home"),
        ("District attorney Ona de los Trask waited.", "Her cousin Ona Trask waited."),
        ("The judge you hear is Ona Trask.", "The man whom the judge freed is Ona Trask."),
        ("The lawyer for the union was Ona Trask.", "The son of the lawyer was Ona Trask."),
        ("The hearing before Ona Trask was short.", "The agents stood before Ona Trask and her sons."),
        ("They were represented by Ona Trask.", "They were followed home by Ona Trask, 34."),
        ("The manager on site, Ona Trask, waited.", "The roofer on site, Ona Trask, waited at home."),
        ("Lawyer Ona Trask held in contempt", "Roofer Ona Trask held in Reno"),
        ("Playing tonight: Los Lobos, Ona Trask", "Still held tonight: Ona Trask"),
        ("Law firm of Ona Trask settles", "Family of Ona Trask settles"),
    ],
)
def test_an_office_a_role_or_a_firm_is_told_by_the_words_around(public, private):
    assert list(private_names(public)) == []
    assert list(private_names(private)) == ["Ona Trask"] or "father" in private
    assert list(private_names(private))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("May Xiong says agents came.", "May Xiong"),
        ("Ye-jin Park, 20, saw it.", "Ye-jin Park"),
        ("Oumar ould Sidi, a roofer, was moved.", "Oumar ould Sidi"),
        ("taken at six: jose luis hernandez, works nights", "jose luis hernandez"),
        ("Ruiz Xitumul, Gaspar | 35 | held", "Ruiz Xitumul, Gaspar"),
        ("A minor, E.R., was with them.", "E.R."),
        ("Hope Lindgren was cited at the gate.", "Hope Lindgren"),
        ("They saw Miguel White on the porch.", "Miguel White"),
        ("Jeffrey Lane, who sold fruit, came home.", "Jeffrey Lane"),
        ("Where Is Lyle Hunt Now?", "Lyle Hunt"),
        ("Grace Castle, 81, sat down at the gate.", "Grace Castle"),
        ("Yesenia Park, born in custody, went home.", "Yesenia Park"),
        ("Ana Trask, M.D., is held in Georgia.", "Ana Trask"),
        ("anyone seen luis fernando castillo?", "luis fernando castillo"),
        ("José Luis de la Cruz y Salas was taken.", "José Luis de la Cruz y Salas"),
    ],
)
def test_a_name_may_be_of_words_or_have_particles(text, name):
    assert list(private_names(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "May Day marches drew 4,000.",
        "Jordan Park, 20 people waited.",
        "The E.R. was full.",
        "The complaint names Jane Doe and Juan Roe.",
        "They met at Grace Church and on Jeffrey Lane.",
        "Agents waited at Joe Foss Field.",
        "the sun rose, the gate was shut",
        "Brooks Brothers, Perry Ellis and Tommy Bahama pulled out.",
    ],
)
def test_what_only_looks_so_is_none(text):
    assert list(private_names(text)) == []


def test_a_name_with_a_relative_and_an_age_is_found_once():
    assert list(private_names("His daughter Ximena, 7, saw it.")) == ["Ximena"]
