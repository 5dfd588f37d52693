"""What public bodies and crowds do, and the kind of event it makes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.check.rule import Checked
from raidline.check.rules.prose import machine_title
from raidline.counts.value import Count
from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.timex import find_timexes
from raidline.extract.titles import make_title
from raidline.models import Kind
from raidline.store.load import Record
from raidline.yamltext.reading import loads
from samples import make_event

KINDS = {
    "legislation": [
        "The House gave final approval to the measure on Tuesday.",
        "The bill cleared its last hurdle on Tuesday.",
        "Lawmakers sent the bill to the governor's desk on Tuesday.",
        "The governor let the bill become law without her signature on Tuesday.",
        "The bill failed on a tie vote Tuesday.",
        "House Bill 12 was referred to the Judiciary Committee on Tuesday.",
        "Sen. Ana Real filed Senate Bill 9 on Tuesday.",
        "The governor vetoed it on Tuesday.",
        "The Legislature convened a special session on Tuesday.",
        "Republicans unveiled a bill on Tuesday.",
        "The committee advanced the bill 7-4 on Tuesday.",
        "Voters rejected Proposition 4 in November.",
    ],
    "ruling": [
        "On Tuesday a judge gave the government until the end of the school year.",
        "A judge blocks it on Tuesday.",
        "The Supreme Court agreed Tuesday to hear the case.",
        "A judge tossed the lawsuit on Tuesday.",
        "A jury found the deputy liable on Tuesday.",
        "A federal judge temporarily blocked the law Tuesday.",
        "The appeals court put the ruling on hold on Tuesday.",
        "The high court let stand the decision on Tuesday.",
        "The judge declined to halt the program on Tuesday.",
        "He was sentenced Tuesday to nine years.",
        "The order was blocked by a federal judge on Tuesday.",
    ],
    "lawsuit": [
        "The indictment of nine foremen was unsealed on Tuesday.",
        "Four managers were indicted on Tuesday.",
        "The ACLU filed a federal lawsuit Tuesday.",
        "Nine states challenged the rule in court on Tuesday.",
        "The attorney general appealed the ruling on Tuesday.",
        "The county settled the suit for $90,000 on Tuesday.",
        "The attorney general joined a coalition of 20 states Tuesday in suing the administration.",
    ],
    "policy": [
        "The select board takes up a like article on Tuesday.",
        "The commission is to hear it on Tuesday.",
        "The sheriff ended the county's 287(g) agreement on Tuesday.",
        "The sheriff signed an agreement with ICE on Tuesday.",
        "The county board renewed the contract on Tuesday.",
        "The commissioners voted 4-1 Tuesday to leave the program.",
        "Police stopped enforcing the order on Tuesday.",
        "The city declared itself a sanctuary on Tuesday.",
        "The jail began screening inmates on Tuesday.",
        "The city became a sanctuary in 2014.",
        "The rule kicks in on Tuesday.",
    ],
    "order": [
        "The mayor signed an executive order on Tuesday.",
        "The governor declared an emergency on Tuesday.",
        "The governor activated the National Guard on Tuesday.",
        "The president ordered troops to the city on Tuesday.",
    ],
    "operation": [
        "A charter took off on Tuesday.",
        "Two men were put on a plane on Tuesday.",
        "A dishwasher was led from the back of a diner on Tuesday.",
        "Agents were inside the mill on Tuesday.",
        "A search was carried out on Tuesday at a warehouse.",
        "Agents came back on Tuesday with a warrant.",
        "Hundreds of agents were sent to the basin on Tuesday.",
        "Special agents carried out search warrants on Tuesday.",
        "Twenty-two men were flown to Guatemala on Tuesday.",
        "Four taken on Elm Street on Tuesday.",
        "Agents boarded a bus in Concord on Tuesday.",
        "Agents took nine people into custody on Tuesday.",
        "Nine workers were led away in handcuffs on Tuesday.",
        "Federal agents descended on the plant on Tuesday.",
        "Officers served a warrant at the plant on Tuesday.",
        "ICE deported the man on Tuesday.",
        "Deputies turned the man over to ICE on Tuesday.",
        "Nine people were booked into the jail on Tuesday.",
        "Agents showed up at the courthouse on Tuesday.",
        "Operation Dawn shook the town on Tuesday.",
        "The big Riverton Operation Dawn shook the town on Tuesday.",
    ],
    "incident": [
        "A woman was shot by an agent on Tuesday.",
        "An ICE officer shot and killed a driver on Tuesday.",
        "A detainee died at the center on Tuesday.",
        "A man from Honduras died in ICE custody on Tuesday.",
        "Two inmates were hospitalized on Tuesday.",
        "Federal officers fired pepper balls on Tuesday.",
        "Officers used tear gas on Tuesday.",
        "Agents tackled a bystander on Tuesday.",
        "Deputies pepper-sprayed nine men at the jail on Tuesday.",
        "The use of force on Tuesday was filmed.",
    ],
    "statement": [
        "On Tuesday the mayor voiced alarm about the arrests.",
        "On Tuesday the chief expressed concern over agents' use of tear gas.",
        "The bishop on Tuesday deplored the raids.",
        "The senator called the raid a disgrace on Tuesday.",
        "The department was calling the arrests a success on Tuesday.",
        "The mayor wrote to the secretary on Tuesday.",
        "The mayor held a news conference on Tuesday.",
        "The governor vowed Tuesday to fight on.",
        "Officials apologized on Tuesday.",
    ],
    "report": [
        "The auditor released a report on Tuesday.",
        "The inspector general found on Tuesday that food was spoiled.",
        "The agency published figures on Tuesday.",
    ],
    "hearing": [
        "Initial appearances took place on Tuesday.",
        "The volunteer took the stand on Tuesday.",
        "The commissioners were called into special session on Tuesday.",
        "The council heard testimony on Tuesday.",
        "The committee will take up the bill on Tuesday.",
        "A hearing is set for Tuesday.",
        "Lawyers will argue the case on Tuesday.",
        "The sheriff appeared before the panel on Tuesday.",
        "More than 90 people packed a town hall on Tuesday.",
    ],
    "protest": [
        "There's a small but loud crowd in the square on Tuesday.",
        "Outside, 130 people sing on Tuesday.",
        "Police put the crowd at 400 on Tuesday.",
        "There is a crowd outside the jail on Tuesday.",
        "Marches against the law are set for Tuesday.",
        "More than 60 instructors held no classes on Tuesday.",
        "About 200 people held candles outside the jail on Tuesday.",
        "Neighbors formed a ring around the church on Tuesday.",
        "Hundreds took to the streets on Tuesday.",
        "Students staged a walkout on Tuesday.",
        "Activists blocked the gates on Tuesday.",
        "A rally is planned for Tuesday.",
        "Clergy held a vigil on Tuesday.",
        "The Riverton March drew nobody on Tuesday.",
    ],
    "funding": [
        "The Legislature set aside $9 million for legal aid on Tuesday.",
        "The department cut off grants to the city on Tuesday.",
        "The agency awarded a $9 million contract on Tuesday.",
    ],
    "other": [
        "The sheriff took office on Tuesday.",
        "The detention center opened on Tuesday.",
        "The detention center closed on Tuesday.",
        "A retired nurse died at the center on Tuesday.",
        "A driver killed a teacher on Tuesday.",
        "A man was shot by his brother on Tuesday.",
        "Two cooks were injured on Tuesday when a stove blew up.",
        "The chief stepped down on Tuesday.",
    ],
}


@pytest.mark.parametrize(("kind", "sentence"), [(kind, sentence) for kind, told in KINDS.items() for sentence in told])
def test_the_kind_of_an_act(kind, sentence):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, date(2018, 5, 18)))
    assert [happening.kind.value for happening in found] == [kind]


NO_ACTS = [
    "A goat took to the hills on Tuesday.",
    "The child began singing on Tuesday.",
    "The bakery opened on Tuesday.",
    "She found her keys on Tuesday.",
    "He is a friend of the state in 2014.",
    "The Grand March Hall was full on Tuesday.",
    "Her aunt Ana Held was ill on Tuesday.",
    "The road was blocked by a truck on Tuesday.",
]


@pytest.mark.parametrize("sentence", NO_ACTS)
def test_what_others_do_is_no_act(sentence):
    found, _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, date(2018, 5, 18)))
    assert [happening for happening in found if not happening.doubt] == []


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("counts", [{}, {"arrested": Count.parse("about 9")}])
@pytest.mark.parametrize("agencies", [[], ["ICE"]])
def test_a_title_that_the_machine_made_is_known_again(kind, counts, agencies):
    """`check` asks for another one, also after an agency or a place was added."""
    title = make_title(kind, agencies, ["Austin, Texas"], counts)
    event = make_event("e", "2017", title=title, kind=kind, counts=counts, agencies=[*agencies, "CBP"],
                       places=["Texas", "Austin, Texas"])  # fmt: skip
    own = event.model_copy(update={"title": f"{title}, at dawn"})
    records = [Record(one, Path("f"), 1, 0, loads("", "f")) for one in (event, own)]
    assert [problem.rule for problem in machine_title(Checked(records, {}, None, records))] == ["machine-title"]


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ({"arrested": "51", "protesters": "several"}, "ICE: 51 arrested in Austin, Texas"),
        ({"protesters": "several", "arrested": "51"}, "ICE: 51 arrested in Austin, Texas"),
        ({"agents": "dozens", "hurt": "1"}, "ICE: 1 hurt in Austin, Texas"),
        ({"arrested": "9", "dead": "1"}, "ICE: 1 dead in Austin, Texas"),
        ({"agents": "dozens"}, "ICE: dozens of agents in Austin, Texas"),
        ({"arrested": "dozens"}, "ICE: dozens arrested in Austin, Texas"),
        ({"families": "1"}, "ICE: 1 family in Austin, Texas"),
        ({"agents": "more than 700"}, "ICE: more than 700 agents in Austin, Texas"),
        ({"protesters": "several hundred"}, "ICE: several hundred protesters in Austin, Texas"),
    ],
)
def test_a_title_counts_first_what_was_done_to_people(counts, title):
    told = {name: Count.parse(text) for name, text in counts.items()}
    assert make_title(Kind.OPERATION, ["ICE"], ["Austin, Texas"], told) == title
