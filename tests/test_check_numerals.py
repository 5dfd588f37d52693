"""The numbers of a text that support a count: what is beside what is counted, parts added up, vague words; no others."""

from __future__ import annotations

import pytest

from raidline import lexicon
from raidline.check.numbers.numerals import is_told
from raidline.counts.agreement import supports
from raidline.counts.value import Count


@pytest.mark.parametrize(
    ("stated", "count", "supported"),
    [
        ("51", "51", True),
        ("51", "15", False),
        ("about 230", "228", True),
        ("about 230", "212", False),  # it would have been rounded to 210
        ("nearly 700", "683", True),
        ("nearly 700", "701", False),
        ("more than 70", "76", True),
        ("more than 70", "83", False),  # it would have been "more than 80"
        ("at least 1,200", "1,260", True),
        ("at least 7", "8", False),
        ("at least 75", "78", True),  # it would have been "at least 80"
        ("at least 75", "81", False),
        ("more than 70", "140", False),
        ("more than 70", "70", True),
        ("up to 50", "45", True),
        ("up to 50", "12", False),
        ("dozens", "48", True),
        ("dozens", "480", False),
        ("10 to 12", "11", True),
        ("10 to 12", "14", False),
        ("12", "at least 12", True),
        ("unknown", "12", False),
    ],
)
def test_what_a_source_states_supports(stated, count, supported):
    assert supports(Count.parse(stated), Count.parse(count)) is supported


@pytest.mark.parametrize(
    ("text", "name", "count", "told"),
    [
        ("Agents arrested 12 men and four women.", "arrested", "16", True),
        ("Agents arrested 12 men and four women.", "arrested", "12", True),
        ("Agents arrested 12 men and four women.", "arrested", "18", False),
        ("Seven of those arrested are from Peru, nine from Chile, four from Cuba.", "arrested", "20", True),
        ("Two officers were injured, one of them in the eye.", "injured", "3", False),  # not one more
        ("Two officers were injured and one agent.", "injured", "3", True),
        (
            f"Two were arrested in Tyler{', in a town that lies far from all others' * 3}, and four in Waco.",
            "arrested",
            "6",
            False,
        ),
        ("They were injured. Vigils in three parks broke up.", "injured", "3", False),  # "hurt" in other words
        ("Three were wounded.", "injured", "3", True),
        ("The firm lost 11 men: seven the first time, and four on Jan. 6 at its yard.", "detained", "7", True),
        ("The firm lost 11 men: seven the first time, and four on Jan. 6 at its yard.", "detained", "4", True),
        ("The firm lost 11 men: seven the first time, and four on Jan. 6 at its yard.", "detained", "6", False),
        ("The firm lost 11 trucks: seven the first time, and four on Jan. 6 at its yard.", "detained", "7", False),
        ("The firm lost 11 men. All but two have been flown to Texas.", "deported", "9", True),
        ("The firm lost 11 men. All but two have been flown to Texas.", "deported", "8", False),
        ("The two, brothers from Jalisco, were bonded out.", "released", "2", True),
        ("Agents took a ski shop's repairman and two hotel maids off the bus.", "detained", "3", True),
        ("The board passed it with one nay, that of its chair, out of five.", "yes", "4", True),
        ("The board passed it with one nay, that of its chair, out of five.", "yes", "3", False),
        ("It was 2-2 when the mayor broke the tie and ended the contract.", "yes", "3", True),
        ("It was 2-1 when the mayor broke her silence and a tie-rod.", "yes", "3", False),
        ("They took the coach of the visiting team and the grandfather of a guard.", "detained", "2", True),
        ("They took the coach of the visiting team. The grandfather of a guard looked on.", "detained", "2", False),
        ("There were 30 parents at each of three schools.", "people", "90", True),
        ("There were 30 parents at one of three schools.", "people", "90", False),
        ("A crew of seven was pulled over, and six were handed to the Border Patrol.", "detained", "6", True),
        ("A crew of seven was pulled over, and six were let go by the Border Patrol.", "detained", "6", False),
        ("A family of five leaves. The three children were born here.", "people", "5", True),
        ("Commissioners Ana Vale and Bo Real voted against it; the other three voted for it.", "no", "2", True),
        ("Commissioners Ana Vale and Bo Real voted against it; the other three voted for it.", "yes", "3", True),
        ("Commissioners Ana Vale and Bo Real voted against it; the other three voted for it.", "no", "4", False),
        ("Ana Vale, Bo Real and Cy Moss voted no.", "no", "3", True),
        ("Ana Vale and Bo Real met. The board voted.", "no", "2", False),
        ("Nine cities are on the list. The mayor told seven men.", "cities", "7", False),
        ("Nine jurisdictions are on the list. The mayor told seven men.", "jurisdictions", "7", False),
        ("Dozens were arrested.", "arrested", "40", True),
        ("Dozens were arrested, 27 of them in Tyler.", "arrested", "40", False),  # the number says more than the word
        ("Dozens of papers wrote of it. They arrested nobody.", "arrested", "40", False),
        ("They arrested workers, and slept for 16 hours.", "arrested", "16", False),
        ("They were arrested at Motel 6.", "arrested", "6", False),
        ("They were arrested on Saturday. Three men got away.", "arrested", "3", True),
        ("They were arrested. Two papers wrote of it.", "arrested", "2", False),
        ("It cost $1,530,000, ahead of plan.", "dollars", "1,530,000", True),
        ("The House passed it, 218-209.", "votes against", "209", True),
        ("The House passed it, 218-209.", "arrested", "209", False),
        ("ICE made 58 arrests in 2024 and 41 the year before.", "arrests", "41", True),
        ("The council closed three shelters.", "shelters", "3", True),
        ("The council closed three shelters after seven meetings.", "shelters", "7", False),
        ("They were arrested at two schools.", "arrested", "2", False),
        ("On Sunday four pickers were arrested.", "arrested", "4", True),
        ("Nine people were led away. Two more workers were taken outside.", "arrested", "11", True),
        ("Nine people were led away. Another two people were taken outside.", "arrested", "11", True),
        ("Nine people were led away. Two more cars were towed.", "arrested", "11", False),
        ("Nine people were led away. Two workers were taken outside.", "arrested", "13", False),
        ("They stopped nine pickers and arrested all but one of them.", "arrested", "8", True),
        ("They stopped nine pickers and arrested all but one of them.", "arrested", "7", False),
        ("The board voted 3-0 for it.", "no", "0", True),
        ("The board voted unanimously for it.", "no", "0", True),
        ("The board voted 3-1 for it on May 10.", "no", "0", False),
        ("Three of five commissioners voted yes; two were absent.", "yes", "3", True),
        ("Three of five commissioners voted yes; two were absent.", "yes", "4", False),
        ("The judge barred gas for 14 days.", "days", "14", True),
        ("It is a two-week order.", "weeks", "2", True),
        ("The judge barred gas for 14 days.", "days", "41", False),
        ("Fourteen men waited for days.", "days", "14", False),
        ("Agents arrested two pickers.", "arrested", "2", True),
        ("They arrested the owner on Sept. 22, 2025.", "arrested", "22", False),
        ("They arrested a clerk.\n22, 2025", "arrested", "22", False),  # the month is on another line
        ("They arrested Ann Example, 24, of Waco.", "arrested", "24", False),
        ("They arrested him and his two sons, 9 and 12.", "arrested", "12", False),
        ("She was arrested when she was 14.", "arrested", "14", False),
        ("A father and his two children were arrested.", "arrested", "3", True),
        ("A father and his two lawyers were arrested.", "arrested", "4", False),
        ("They were arrested. Five people marched.", "arrested", "5", False),
        ("Five people were hurt.", "dead", "5", True),  # of one scene
        ("It has nine state senators and five governors.", "governors", "9", False),
        ("He paid forty-five thousand dollars.", "dollars", "45,000", True),
        ("He paid for forty-five thousand meals.", "dollars", "44,000", False),
        ("He was deported to Peru five times.", "deportations", "5", True),
        ("He was arrested five times.", "visits", "6", False),
        ("The attacks went on. On Monday nine men came.", "attackers", "9", True),
        ("Seven attacks were told. On Monday nine shops closed.", "attackers", "9", False),
        ("Agents took nine people.", "detained", "9", True),
        ("The order shields millions.", "shielded", "millions", True),
        ("Of 5 motels it searched one. Nine papers wrote.", "motels", "9", False),
    ],
)
def test_a_text_tells_a_count(text, name, count, told):
    assert is_told(Count.parse(count), name, text) is told


def test_the_words_for_what_is_no_count():
    listed = lexicon.shown("not_counting")
    assert not is_told(Count.parse("6"), "arrested", f"Arrested: {listed['examples']['before'][0]}")
    assert not is_told(Count.parse("12"), "arrested", f"Arrested: {listed['examples']['behind'][0]}")
    assert is_told(Count.parse("6"), "arrested", f"Arrested: {listed['not']['before'][0]}")
    assert is_told(Count.parse("12"), "arrested", f"Arrested: {listed['not']['behind'][0]}")


@pytest.mark.parametrize(
    ("text", "name", "count", "told"),
    [
        ("Four roofers were led to a van.", "arrested", "4", True),
        ("The van left with four roofers inside.", "arrested", "4", True),
        ("Officers took at least nine roofers into custody at the yard.", "arrested", "9", True),
        ("The raid ended with eleven day laborers in custody.", "detained", "11", True),
        ("Three seamstresses, among them a nursing mother, were taken from the shop.", "arrested", "3", True),
        ("They drove off with six players of the visiting team.", "detained", "6", True),
        ("A family of four was taken off the bus.", "arrested", "4", True),
        ("A couple and their baby spent the night in the airport's holding room.", "held", "3", True),
        ("A couple was arrested on the way to church.", "arrested", "2", True),
        ("A father and son were picked up outside the store.", "arrested", "2", True),
        ("A mother and her three daughters are being held in Dilley.", "detained", "4", True),
        ("Two brothers were put across the bridge at dawn.", "deported", "2", True),
        ("The mother of four was pulled from her car.", "children", "4", True),
        ("Her five children were at school.", "children", "5", True),
        ("Two nurses were treated for the effects of gas.", "injured", "2", True),
        ("A man and a woman were led out in handcuffs.", "arrested", "2", True),
        ("Several hundred people walked to the courthouse.", "protesters", "hundreds", True),
        ("Hundreds walked to the courthouse.", "protesters", "several hundred", True),
        ("Three were taken at the first house, two at the second.", "arrested", "5", True),
        ("Twelve people were arrested at one warehouse and fourteen at another.", "arrested", "26", True),
        ("In all, the agents took nine: six cooks, two waiters and a dishwasher.", "arrested", "9", True),
        ("Six cooks, two waiters and a dishwasher were taken.", "arrested", "9", True),
        ("Agents left without an arrest.", "arrested", "0", True),
        ("No one was hurt.", "injured", "0", True),
        ("Between 30 and 40 people were taken, the union said.", "arrested", "30 to 40", True),
        ("Some 30 to 40 were taken, the union said.", "arrested", "35", True),
        ("About two dozen pickers did not come back.", "detained", "24", True),
        ("A dozen vendors were loaded on a bus.", "arrested", "12", True),
        ("Half a dozen customers were lined up and taken away.", "detained", "6", True),
        ("The hotline logged seven calls about people taken that day.", "calls", "7", True),
        ("Seven of the eleven were let go the same night.", "released", "7", True),
        ("Five journalists were hit by pellets.", "injured", "5", True),
        ("Eight students and their teacher were hospitalized.", "hurt", "9", True),
        ("A pair of landscapers was stopped and taken.", "arrested", "2", True),
        ("A trio of painters was arrested.", "arrested", "3", True),
        ("Both brothers were deported within the week.", "deported", "2", True),
        ("Two more were held on Friday, which makes eight.", "detained", "8", True),
        ("The total rose to 19 by night.", "arrested", "19", True),
        ("Five agents climbed the fence.", "agents", "5", True),
        ("Its six plaintiffs live in three counties.", "plaintiffs", "6", True),
        ("Five residents filed suit on Tuesday.", "plaintiffs", "5", True),
        ("Three tenants and a visitor sued.", "plaintiffs", "4", True),
        ("The council voted 5 to 2 in favor.", "yes", "5", True),
        ("Only two members of seven were against it.", "no", "2", True),
        ("Agents visited eleven stores.", "stores", "11", True),
        ("Nine drivers and one passenger were held at the roadblock.", "detained", "10", True),
        ("A grandmother, her daughter and two grandchildren were taken.", "arrested", "4", True),
        ("Four of them, all from Honduras, were deported.", "deported", "4", True),
        ("Deputies booked nine into the county jail.", "arrested", "9", True),
        ("Two were killed and three hurt in the crash.", "killed", "2", True),
        ("Two were killed and three hurt in the crash.", "hurt", "3", True),
        ("The fire department treated three people for breathing trouble.", "injured", "3", True),
        ("The last two were brought out at noon.", "arrested", "2", True),
        ("Five vans left with three to five people each.", "vans", "5", True),
        ("Eighteen cars were towed.", "cars", "18", True),
        ("Agents zip-tied nine workers and drove them off.", "arrested", "9", True),
        ("Neighbors counted ten people being put into vans.", "arrested", "10", True),
        ("Ten-year-old twins and their mother were held.", "detained", "3", True),
        ("Four agents came to the roofing yard and arrested nobody they were looking for.", "arrested", "4", False),
        ("Agents arrested a man at 6 Elm Street.", "arrested", "6", False),
        ("Two helicopters circled while agents arrested nine cooks.", "arrested", "2", False),
        ("Agents arrested nine cooks after watching the diner for three weeks.", "arrested", "3", False),
        ("It was the fourth raid in two months; agents arrested nine.", "arrested", "2", False),
        ("Seven lawyers came to help the nine who were arrested.", "arrested", "7", False),
        ("The plant has five buildings; nine workers were taken.", "arrested", "5", False),
        ("A family of four watched as nine neighbors were arrested.", "arrested", "6", False),
        ("Three vans carried off nine people.", "arrested", "3", False),
        ("He has lived here for eight years and has two children; he was arrested on Monday.", "arrested", "8", False),
        ("Nine were arrested; the youngest is 6.", "arrested", "6", False),
        ("Five protesters were hurt and nine arrested.", "arrested", "3", False),
        ("Nine people were deported on two flights.", "deported", "2", False),
        ("Agents from six agencies took nine workers.", "arrested", "6", False),
        ("The mother of four was arrested with two coworkers.", "arrested", "4", False),
        ("The council voted 5 to 2 in favor.", "yes", "6", False),
        ("The council voted 11 to 24 against it.", "yes", "14", False),  # no range
        ("The court ruled, 5-2, for the city.", "yes", "5", True),
        ("Nine sheriffs met; two spoke.", "sheriffs", "3", False),
        ("The hearing took four hours and drew nine people.", "protesters", "4", False),
        ("He was held in Room 8 with five others.", "detained", "8", False),
        ("Two of nine stores were closed.", "stores", "7", False),
        ("Nine were taken on Route 5.", "arrested", "5", False),
        ("Agents took nine cooks from three restaurants.", "arrested", "3", False),
        ("ICE arrested nine on five warrants.", "arrested", "5", False),
        ("In 2019 agents arrested 22; on Monday they took nine.", "arrested", "13", False),
        ("Twelve people were arrested at one warehouse and fourteen at another.", "arrested", "16", False),
        ("A couple and their baby watched nine men being arrested.", "arrested", "7", False),
        ("Nine drivers were held at four roadblocks.", "detained", "4", False),
    ],
)
def test_a_text_tells_how_many_persons(text, name, count, told):
    assert is_told(Count.parse(count), name, text) is told
