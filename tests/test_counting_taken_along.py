"""People counted by how they were taken, freed or flown out, with those told beside them; and similar words that count nobody."""

from __future__ import annotations

import pytest

from raidline.extract.counting.reading import find_counts, find_taken

TAKEN = [
    ("ICE agents took 14 landscapers off two trucks.", {"arrested": "14"}),
    ("Officers removed 21 laborers from three trucks.", {"arrested": "21"}),
    ("Deputies pulled three people from a wrecked van.", {}),
    ("Firefighters pulled three people from a van.", {}),
    ("Agents came looking for two men; they left with 19.", {"arrested": "19"}),
    ("Shoppers came looking for two pies; they left with 19.", {}),
    ("Agents came for computers; they left with 19 laptops.", {}),
    ("Agents questioned some 60 workers at the plant and kept 31.", {"arrested": "31"}),
    ("The baker kept 31.", {}),
    ("Nineteen others were led out with him.", {"arrested": "19"}),
    ("Police booked all 12 of them.", {"arrested": "12"}),
    ("Police released all 12 of them.", {"released": "12"}),
    ("A judge freed six of the 31.", {"released": "6"}),
    ("A judge ordered the release of seven of the 19 on Monday.", {"released": "7"}),
    ("ICE released 16 of the 40 it had arrested at a plant.", {"released": "16"}),
    ("The jury heard six of the 31.", {}),
    ("A flight took 120 people from Mesa, Arizona, to Honduras.", {"deported": "120"}),
    ("A flight to Ecuador with 104 people on board left Mesa.", {"deported": "104"}),
    ("A flight took 120 people from Mesa, Arizona, to Louisiana.", {}),
    ("A flight to Denver with 104 people on board left Mesa.", {}),
    ("A flight with 119 men aboard left Mesa, Arizona, for Guatemala.", {"deported": "119"}),
    ("A flight with 119 men aboard left Mesa, Arizona, for Louisiana.", {}),
    ("A bus took 120 people to Honduras Street.", {}),
    ("Agents cuffed nine men.", {"arrested": "9"}),
    ("Troopers pulled about 40 drivers out of cars.", {"arrested": "about 40"}),
    ("Firefighters pulled about 40 drivers out of cars.", {}),
    ("Four people went to hospitals.", {"hurt": "4"}),
    ("Some 300 guardsmen arrived.", {"agents": "about 300"}),
    ("They arrested a Tucson couple.", {"arrested": "2"}),
    ("Eight men, one of them a student, were flown from Texas to Djibouti.", {"deported": "8"}),
    ("Eight men were flown from Texas to Louisiana.", {}),
    ("Three brothers who came for a check-in were kept by ICE.", {"detained": "3"}),
    ("ICE took 14 people without warrants.", {"arrested": "14"}),
    ("The bus took 14 people without tickets.", {}),
    ("Two men drowned in the river.", {"dead": "2"}),
    ("A grand jury indicted three of the plant's managers.", {"charged": "3"}),
    ("Prosecutors dropped the charges against nine marchers.", {}),
    ("Prosecutors brought charges against nine marchers.", {"charged": "9"}),
    ("Two detainees were taken to a hospital.", {"hurt": "2"}),
    ("The jail turned 418 people over to Immigration and Customs Enforcement.", {"detained": "418"}),
    ("The jail kept 118 persons for ICE.", {"detained": "118"}),
    ("The church kept 118 persons for dinner.", {}),
    ("ICE checked 75 pickers and held on to 16.", {"detained": "16"}),
    ("Agents found 77 people inside a tractor-trailer.", {"detained": "77"}),
    ("Border Patrol agents found 9 men hidden in a truck.", {"detained": "9"}),
    ("Firefighters found 9 men hidden in a truck.", {}),
    ("Agents found nine men dead.", {"dead": "9"}),
    ("By noon 38 people had been loaded onto buses.", {"arrested": "38"}),
    ("They took nine of my guys.", {"arrested": "9"}),
    ("Agents arrested 12 hotel maids.", {"arrested": "12"}),
    ("About 80 men have stopped eating.", {"protesters": "about 80"}),
    ("Two of them were treated for heat.", {"hurt": "2"}),
    ("Three officers were taken to hospitals.", {"hurt": "3"}),
    ("Eleven women on a hunger strike ended it.", {"protesters": "11"}),
    ("The sweep ended with 57 people in jail.", {"detained": "57"}),
    ("Deportation flights carried 611 people out of Mesa.", {"deported": "611"}),
    ("Flights carried 611 people out of Mesa.", {}),
    ("She named 14 demonstrators arrested by deputies.", {"arrested": "14"}),
    ("About 90 demonstrators stood by.", {"protesters": "about 90"}),
]
BY_OFFICERS = [
    ("Four ICE officers arrested Luis Ortega.", {}),
    ("Four ICE officers arrested Monday had taken bribes.", {"arrested": "4"}),
    ("The plan lets 14 of his deputies make immigration arrests.", {}),
    ("The plan led to 14 immigration arrests.", {"arrested": "14"}),
    ("Two agents and a bystander were hurt.", {"hurt": "3"}),
    ("Two agents and a bystander saw it.", {"agents": "2"}),
    ("A dozen protesters and two police officers were injured.", {"hurt": "14"}),
    ("A dozen protesters and two police officers came.", {"protesters": "12"}),
]
BESIDE = [
    ("A father, his son and a cousin were arrested.", {"arrested": "3"}),
    ("A mother and her 6-year-old were deported.", {"deported": "2"}),
    ("A mother and her 6-year-old car were seen.", {}),
    ("They led away its driver and both passengers.", {"arrested": "3"}),
    ("Both drivers and all seven passengers were detained.", {"detained": "9"}),
    ("Agents took him and two others into custody.", {"arrested": "3"}),
    ("Agents arrested him, and two officers were hurt.", {"hurt": "2"}),
    ("Agents held him and two officers were hurt.", {"hurt": "2"}),
    ("A guard and four detainees were hurt.", {"hurt": "5"}),
    ("Seven detainees and a guard were taken to the hospital.", {"hurt": "8"}),
    ("A guard watched as four detainees were hurt.", {"hurt": "4"}),
    ("The pastor and two of his deacons were arrested.", {"arrested": "3"}),
    ("A cook, two waiters and a dishwasher were arrested.", {"arrested": "4"}),
    ("Two officers and a protester were injured.", {"hurt": "3"}),
    ("A driver was taken into custody; the 22 children were not touched.", {}),
]
OF_ALL = [
    ("Of the 31 workers taken in Reno, 22 were let go by nightfall.", {"released": "22", "arrested": "31"}),
    ("Of the 54 people arrested in the sweep, 12 have been released.", {"released": "12", "arrested": "54"}),
    ("Of the 54 people in the hall, 12 have been released.", {"released": "12"}),
]


@pytest.mark.parametrize(("text", "expected"), [*TAKEN, *BY_OFFICERS, *BESIDE, *OF_ALL])
def test_people_are_counted_with_those_beside_them(text, expected):
    assert {key: str(count) for key, count in find_counts(text, (0, len(text))).items()} == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The operation took in some 680 people in a dozen states.", "about 680"),
        ("Agents drove along the rows and took 14 people out of a melon field.", "14"),
        ("Thirty-three people were hauled out of two restaurants.", "33"),
        ("A tour operator took 40 retirees out of a church.", None),
        ("Forty retirees were taken to a museum.", None),
        ("Two men took hold of him.", None),
        ("The state sent 17,000 people to five cities.", None),
        ("They took 14 pictures.", None),
        ("They planned to take 14 people out of a melon field.", None),
    ],
)
def test_an_operation_counts_whom_it_took_anywhere(text, count):
    found = find_taken(text, (0, len(text)))
    assert (found and str(found)) == count
