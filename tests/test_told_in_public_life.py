"""What a sentence says of people in public life, and the same words said of private ones."""

from __future__ import annotations

import pytest

from raidline.models import Kind
from raidline.privacy import names
from raidline.privacy.names import private_names

PUBLIC = [
    "Sisters Odile Marchetti and Berthe Konrad, of the Sisters of Providence, kept the vigil.",
    "Brothers Anselm Prior and Clement Dray left the abbey to join them.",
    "The commission, chaired by Odile Marchetti, met twice.",
    "Harbor International's Odile Marchetti drove to the jail.",
    "The clinic's Odile Marchetti has seen three patients.",
    "Odile Marchetti and Anselm Prior for the plaintiffs.",
    "For the county, Odile Marchetti argued that it was moot.",
    "The panel split, Odile Marchetti dissenting.",
    "Council vote: yes, Odile Marchetti, Anselm Prior; no, Berthe Konrad.",
    "Mayor Odile Marchetti; members Anselm Prior, Berthe Konrad, Clement Dray",
    "Aldermen Odile Marchetti, Anselm Prior and Berthe Konrad were pepper sprayed.",
    "Odile Marchetti, who had run against the sheriff, beat him by four points.",
    "Odile Marchetti did not say how many agents are left. He heads the sector.",
    "The network, coordinated by Odile Marchetti & Anselm Prior, has drivers.",
    "Harbor Light's Odile Marchetti drove to the jail.",
    "Odile Marchetti of New Labor counts 46.",
    "Odile Marchetti of Indivisible spoke last.",
    "Odile Marchetti of Voces Unidas photographed the cards.",
    "Odile Marchetti and Anselm Prior of Seton Hill's clinic filed it.",
    "Odile Marchetti, Anselm Prior and Berthe Konrad for plaintiffs.",
    "Odile Marchetti and Anselm Prior represent him.",
    "Odile Marchetti and Anselm Prior kept their seats.",
    "Anselm Prior's order bars such arrests.",
    "In Dover, Odile Marchetti lost to a newcomer.",
    "Anselm Prior beat Odile Marchetti by 14 points.",
    "Odile Marchetti of the interfaith movement brought soup.",
    "Against: Vice Mayor Odile Marchetti, Anselm Prior, Berthe Konrad.",
    "Brother Anselm Prior runs the shelter.",
    "Pitcher Anselm Prior said teammates carry passports.",
    "Reported by Odile Marchetti and Anselm Prior",
    "Data desk: Odile Marchetti and Anselm Prior",
    "Dep. Anselm Prior, body camera requested",
    "UFCW 77 pres. Odile Marchetti said so.",
    "Trainers: Odile Marchetti, Anselm Prior",
    "Cooperating attorneys Odile Sterling and Jared Prior want the records.",
    "ICE names Odile Marchetti to run its Newark office.",
    "The officer, named in the report as Odile Marchetti, was put on leave.",
    "The shooter, an ICE agent later identified as Anselm Prior, was not charged.",
    "ICE Dallas (Odile Marchetti): no comment.",
    "Odile Marchetti, retired from the immigration bench, called it unlawful.",
    "Odile Marchetti, who handled the border in the Obama administration, called.",
    "Odile Marchetti, the daughter of a miner, was sworn in.",
    "Odile Marchetti, ICE's head of detention, called.",
    "United Farm Workers head Odile Marchetti called.",
    'Police chief: Odile Marchetti "was not told"',
    "Sheriff's runoff: Odile Marchetti 52, Anselm Prior 48",
    "Sheriff's race: Odile Marchetti, who signed the deal, loses to Berthe Konrad.",
    "Anselm Prior, running on a promise to end the deal, won by 9 points.",
    "Voting no were Odile Marchetti and Anselm Prior.",
    "It passed 5-2, with Odile Marchetti and Anselm Prior opposed.",
    "Council splits 4-3: Ayes Marchetti, Prior, Konrad; nays Dray, Vale-Hill",
    "Seconded: Odile Marchetti.",
    "Odile Marchetti (Univ. of Reno) counted 412 flights.",
    "Report by Odile Marchetti and Anselm Prior (Harbor Policy Institute)",
    "According to Odile Marchetti, who studies detention, beds are full.",
    "Odile Marchetti concert moved",
    "Odile Marchetti of the anti-tax Center for Border Studies was there.",
    "Odile Marchetti from Harbor Legal Services was there.",
    "Speakers: Odile Marchetti, Latin Integration Center; Berthe Konrad, Families for Freedom",
    "Odile Marchetti of the city's Budget Office was there.",
    "— Odile Marchetti (@odile) May 11, 2031",
    "Odile Marchetti is a police union lawyer.",
    "Del. Odile Marchetti and Ald. Anselm Prior sign on",
    "Sup. Odile Marchetti: no more beds",
    "Asst. Sec. Odile Marchetti was there.",
    "DFOD Odile Marchetti was there.",
    "Local 12 boss Odile Marchetti was there.",
    "FEMA names Odile Marchetti; she ran its fleet",
    "DHS (Odile Marchetti) disputes it.",
    "ICE statement (Odile Marchetti, 4/2): no comment",
    "Case reassigned from Odile Marchetti to Berthe Konrad",
    'Goalkeeper Odile Marchetti: "I carry my passport to practice"',
]
PRIVATE = [
    ("Sisters Odile Marchetti and Berthe Marchetti waited for their mother.", ["Odile Marchetti", "Berthe Marchetti"]),
    ("Brothers Anselm Prior and Clement Dray were pulled from the truck.", ["Anselm Prior", "Clement Dray"]),
    ("The van, chased by neighbors of Odile Marchetti, got away with her husband.", ["Odile Marchetti"]),
    ("Brandt City's Odile Marchetti was detained on her way to work.", ["Odile Marchetti"]),
    ("The bakery's Odile Marchetti was handcuffed.", ["Odile Marchetti"]),
    ("Odile Marchetti waited for the mother of her son.", ["Odile Marchetti"]),
    ("Chief Bo Russell: Anselm Prior, 34, posed as an agent", ["Anselm Prior"]),
    ("Members of her church prayed for Odile Marchetti, who is in jail.", ["Odile Marchetti"]),
    ("Agents tackling Odile Marchetti broke her wrist.", ["Odile Marchetti"]),
    ("Odile Marchetti fell from the roof. She has three children.", ["Odile Marchetti"]),
    ("Odile Marchetti lay at UNMC with a broken hip.", ["Odile Marchetti"]),
    ("ICE names Odile Marchetti in a report of its raid on her home.", ["Odile Marchetti"]),
    ("The officer, who shot a man named Odile Marchetti, was put on leave.", ["Odile Marchetti"]),
    ("Held by ICE (Odile Marchetti): two days", ["Odile Marchetti"]),
    ("Odile Marchetti, retired from the cannery, was home alone.", ["Odile Marchetti"]),
    ("Odile Marchetti, the daughter of a miner, was sworn at in her home.", ["Odile Marchetti"]),
    ("Odile Marchetti, head of a household of six, waited at home.", ["Odile Marchetti"]),
    ("Odile Marchetti, who ran a store, lost her home to the bank.", ["Odile Marchetti"]),
    ("With Odile Marchetti and Anselm Prior in jail, the shop closed.", ["Odile Marchetti", "Anselm Prior"]),
    ("Odile Marchetti (Univ. student), held at Krome", ["Odile Marchetti"]),
    ("Odile Marchetti, who studies nursing, was held at the door.", ["Odile Marchetti"]),
    ("High school wrestler Anselm Prior misses the finals", ["Anselm Prior"]),
    ("The man hit in the leg, Anselm Prior, remains at St. Luke's under guard.", ["Anselm Prior"]),
    ("Sponsor of the boy is his uncle, Anselm Prior, of New Bedford.", ["Anselm Prior"]),
    ('DHS: Odile Marchetti "self-removed." Her husband says otherwise', ["Odile Marchetti"]),
    ("ODILE MARCHETTI – DRC – Moshannon – hunger strike day 9", ["ODILE MARCHETTI"]),
    ("ICE locator shows Marchetti-Cux, Abel at Pine Prairie.", ["Marchetti-Cux, Abel"]),
    ("Sup. no. Odile Marchetti was at home with her kids.", ["Odile Marchetti"]),
    ("ICE names Odile Marchetti, 34, as the driver.", ["Odile Marchetti"]),
    ("Held by DHS (Odile Marchetti); says her son", ["Odile Marchetti"]),
    ("High school goalkeeper Odile Marchetti was taken from her home.", ["Odile Marchetti"]),
    (
        "Class representatives are Odile Marchetti, Anselm Xuncax and Berthe Konrad.",
        ["Odile Marchetti", "Anselm Xuncax"],
    ),
    ("Hunger striker Odile Marchetti was put in the hole.", ["Odile Marchetti"]),
    ("The Guevara Ramos children are with an aunt.", ["Guevara Ramos"]),
    ('She was booked as "Odile Marchetti" in Reno.', ["Odile Marchetti"]),
    ("Odile Marchetti drives a truck for Konrad's.", ["Odile Marchetti"]),
    ("Mon: Anselm Tecún picked up, back lot", ["Anselm Tecún"]),
    ("Deputies handed over Odile Marchetti although a judge had signed her release.", ["Odile Marchetti"]),
    ("ICE se lleva a Odile Marchetti en Reno", ["Odile Marchetti"]),
    ("Xitumul, Eulalio / Cochoy, Roberto", ["Xitumul, Eulalio", "Cochoy, Roberto"]),
    ("Odile Marchetti from Harbor Street was held.", ["Odile Marchetti"]),
    ("Odile Marchetti is a friend of the host.", ["Odile Marchetti"]),
    ("Patrick Henry, 34, was arrested on his way home.", ["Patrick Henry"]),
    ("The wife of Patrick Henry waited outside Krome.", ["Patrick Henry"]),
    ("Students wrote to Odile Marchetti in jail.", ["Odile Marchetti"]),
    ("ICE agents follow Odile Marchetti home from the clinic.", ["Odile Marchetti"]),
    ("Odile Marchetti was 52 and fixed pianos.", ["Odile Marchetti"]),
    ("Bond granted: Odile Marchetti (Haiti), Anselm Prior (Mali), Berthe Konrad", ["Odile Marchetti", "Anselm Prior"]),
    ("Student organizers Odile Marchetti, 17, and Anselm Prior, 16, spoke.", ["Odile Marchetti", "Anselm Prior"]),
    ("Guatemala's Odile Marchetti was held for a week.", ["Odile Marchetti"]),
    ("Odile Marchetti of Reno fell from the roof.", ["Odile Marchetti"]),
    ("Odile Marchetti of San Juan Guichicovi fell from the roof.", ["Odile Marchetti"]),
    ("Anselm Prior's removal order was from 1999, and he feared it.", ["Anselm Prior"]),
    ("Odile Marchetti kept her job, and her papers, until the raid.", ["Odile Marchetti"]),
    ("Agents beat Odile Marchetti by the gate.", ["Odile Marchetti"]),
    ("Makeup artist Odile Marchetti is home.", ["Odile Marchetti"]),
    ("Lopez Campos was arrested at the gate.", ["Lopez Campos"]),
    ("Marchetti, Ernesto dies in the county jail", ["Marchetti, Ernesto"]),
    ("They came for Esperanza Marchetti at dawn.", ["Esperanza Marchetti"]),
    ("A man from Guinea, Anselm Prior, taught others to read.", ["Anselm Prior"]),
    ("His sister Yudelka is a volunteer.", ["Yudelka"]),
]
THINGS = [
    "Second Circuit hears Marchetti Vale; ruling expected by June",
    "The judge in Guevara Ramos says that race decided.",
    "The government appeals in Guevara Ramos and Ochoa Flores.",
    "Guevara Ramos applied; released",
    'The crowd sang "Cielito Hermoso" outside the hotel.',
    "Konrad Marchetti jackets worn by agents",
    "Students at Odile Marchetti walked out on Monday.",
    "Vigil outside Odile Marchetti as agents leave",
    "Two held at Patrick Henry and Main",
    "March from Clara Barton to city hall",
    "Agents near the Sam Rayburn Tollway",
    '"Ballad of Anselm Prior" sung outside the jail',
    "Odile Marchetti, Anselm Prior trucks stopped",
    "Agents at Odile Marchetti Tech and Anselm Prior Prep",
    "Ramirez Lopez stay extended to April 3",
    "Garcia Lopez habeas: the automatic stay is unlawful",
    "Citing Pablo Marchetti and Prior Konrad, she gave the agency ten days.",
    "The order in Silva Marchetti is cited.",
    "Drummond Konrad's Anselm Prior argued.",
    "Sixth Circuit: Lopez Campos no bond bar",
    "Packers at Anselm Prior & Sons stayed home.",
    "The council of the Tohono O'odham sent a letter.",
    "In Lopez Konrad the court blocked roving patrols.",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_who_is_told_of_as_in_public_life_is_public(text):
    assert list(private_names(text)) == []


@pytest.mark.parametrize(("text", "people"), PRIVATE)
def test_others_of_whom_much_the_same_is_said_are_private(text, people):
    assert list(private_names(text))[: len(people)] == people


@pytest.mark.parametrize("text", THINGS)
def test_a_case_goes_by_the_names_of_people(text):
    assert list(private_names(text)) == []


def test_more_has_to_be_said_of_people_where_affairs_are_told():
    text = "Odile Marchetti knows the file; Anselm Prior asked."
    told = {kind: list(private_names(text, kind=kind)) for kind in (Kind.OPERATION, None, Kind.REPORT)}
    assert len(told[Kind.OPERATION]) >= len(told[None]) >= len(told[Kind.REPORT])
    least = {kind: names._least(kind) for kind in told}
    assert least[Kind.OPERATION] < least[None] < least[Kind.REPORT]
