"""Whether a sentence names a private person: invented names of twelve origins, and what only looks like a name.

Most names stand in no list of raidline's on purpose: the words around have to tell.
"""

from __future__ import annotations

import itertools

import pytest

from raidline.privacy import offices
from raidline.privacy.names import private_names
from raidline.privacy.offices import is_public

PEOPLE = {
    "english": "Keira Wexcombe, Tobias Farnley, Marla Quist, Desmond Pruitt, Alice Hartwell, Gordon Pike, Ruth Ann Maddox, Lyle Brannock",
    "mexican": "Eleuterio Zamarripa Luna, Rosario Quintana, Nicanor Balderas, Yazmín Tovar Rueda, Fermín Lozada, Teodora Arzate, José Luis Camargo, Ma. Elena Rosas",
    "central american": "Wilfredo Chinchilla, Marleny Xicará, Delfina Tzunux, Osman Cárcamo Mejía, Nery Ajpop, Ingrid Lemus de Paz, Hermelindo Cuc, Evelin Bonilla",
    "caribbean": "Widner Lormeus, Guerda Petit-Homme, Jean-Robert Delcy, Yoandry Peñalver, Mackendy Cineus, Rose-Laure Etienne, Dayron Fonte, Fritzner Alexis",
    "brazilian": "Cleidson Brandão, Rosilene Tavares da Costa, Thiago Mesquita, Ivone Barcelos, Wesley Fagundes, Marlene dos Santos Prado, Edimar Siqueira, Jussara Pimentel",
    "somali": "Abdirisaq Warfa, Hodan Cilmi, Faadumo Xirsi, Mahamed Abdi Guuleed, Sahra Ducaale, Liibaan Jaamac, Nuur Cabdille, Ubah Barqadle",
    "west african": "Ousmane Kanté, Chidinma Ezenwa, Mamadou Lamine Diouf, Folasade Ogunleye, Kwabena Ofori, Bintou Sidibe, Alhassan Jawara, Nkechi Umeh",
    "vietnamese": "Nguyen Thi Hanh, Tran Quoc Bao, Kiet Lam, Phuong-Anh Huynh, Dinh Vo, Bich Ngoc Le, Hoang Van Toan, Thuy Luong",
    "chinese": "Li Meihua, Zhang Guowei, Xiaolan Chen, Wei Qiang Huang, Mei-Ling Tso, Zhou Jianping, Guifen Lin, Chun Kit Leung",
    "arabic": "Yasser Al-Tamimi, Rawan Hijazi, Mahmoud Abu Zeid, Suhair Qabbani, Tamer el-Sharif, Hiba Nasrallah, Ihab Mansour, Abdulrahman bin Saleh",
    "south asian": "Harjinder Singh Bains, Manpreet Kaur, Bhim Gurung, Sarita Adhikari, Tenzin Lhamo, Farzana Siddique, Jagtar Pannu, Rukhsana Mirza",
    "ukrainian": "Oksana Hnatiuk, Bohdan Prytula, Mykhailo Zabolotnyi, Halyna Dzyuba, Yevhen Kryvenko, Lesya Marusyk, Artem Sheremet, Zlata Vovk",
}
SAID_OF_THEM = """
Agents arrested {} outside a bakery in Tulsa.
{}, 34, was taken from his car on Monday.
The family of {} has not heard from him since.
His wife, {}, watched from the porch.
{} was detained after a hearing in Omaha.
Officers shot and killed {} on a county road.
A neighbor, {}, filmed the arrest.
A man identified as {} died in the county jail on June 3.
{}'s lawyer asked a judge to release him.
The agents handcuffed {} and drove off.
Among those taken was {}, a father of two.
A 41-year-old roofer named {} was held for nine days.
{}, who was arrested in March, was flown to Texas.
The detention of {} drew a crowd to the courthouse.
{} (52) was beaten during the raid.
They deported {} without a hearing.
{}, a cook from Dayton, was held at the border.
Relatives said that {} had been deported by noon.
The agency released {} on bond on Friday.
{} was charged with reentry on April 9.
Her son {} was at school that morning.
Federal officers tackled {} in a parking lot.
A judge freed {}, an asylum seeker, after a month.
The death of {} is under review by the state.
Agents injured {} when they broke the window.
""".strip().split("\n")
TWO_OF_THEM = [
    "Agents arrested {}, {} and two others.",
    "Those held are {} and {}, both of Dayton.",
    "{} and {} were detained at the plant.",
]

OFFICIALS = "Ann Vale, Bruno Castellan, Harriet Okoye, Luis Armendariz, Mei Tanaka, Patrick O'Shea, Dolores Quiroga, Samuel Adeyemi, Grace Whitlock, Tariq Haddad"
IN_OFFICE = """
Sheriff {} said deputies took no part in the raid.
Border Patrol Commander {} led the operation in Charlotte.
Wisconsin AG {} sued the administration on Monday.
Secretary of State {} signed the order.
Mayor {} vetoed the ordinance.
U.S. District Judge {} blocked the policy.
{}, the county's sheriff, ended the contract.
{} (D-Ohio) voted against the bill.
Sen. {} visited the detention center.
State Rep. {} asked for the records.
Police Chief {} denied that officers had helped.
Governor {} deployed troops to the border.
The order was signed by Attorney General {} in Austin.
ICE Director {} announced the sweep.
Council Member {} proposed the resolution.
District Attorney {} declined to file charges.
{}, superintendent of the schools, wrote to parents.
Homeland Security Secretary {} toured the jail.
Commissioner {} read the agreement aloud.
Spokeswoman {} confirmed eleven arrests.
""".strip().split("\n")
OFFICIALS_TOGETHER = [
    "The letter was signed by two Republican senators - {} of Maine and {} of Alaska.",
    "Sheriffs {} and {} ended their agreements.",
    "Reps. {} and {} toured the jail.",
]
NO_PEOPLE = """
Agents arrested nine people near Cesar Chavez Elementary School.
The crowd met at Martin Luther King Park in Dayton.
The Laken Riley Act took effect in January.
In Plyler v. Doe the court ruled for the children.
Justices cited Arizona v. United States.
The raid on Koch Foods in Morton, Mississippi, took a day.
Agents entered a Home Depot in Santa Ana.
ICE and the Texas Department of Public Safety signed it.
A vigil was held at St. Francis Church.
Operation Charlotte's Web began on November 15.
Operation Metro Surge sent agents to Minneapolis.
The Bishop Henry Whipple Federal Building was closed.
Protesters blocked Martin Luther King Boulevard.
The Adams County Detention Center holds 2,000 people.
Agents went to Santa Fe, New Mexico, and to Las Cruces.
The Trump administration sued Los Angeles.
Hyundai Motor Group halted work in Ellaville, Georgia.
The Broward Transitional Center was full.
Lawyers of the Florence Immigrant Project filed the suit.
The Jordan Downs Housing Complex was surrounded.
Marines trained at Camp Pendleton and Fort Bliss.
The Stewart Detention Center in Lumpkin, Georgia, was expanded.
The Hutto Residential Center took families.
The University of St. Thomas closed its gates.
Agents waited outside Hennepin County District Court.
The League of United Latin American Citizens sued.
A raid at Smithfield Packing Company took 21 workers.
The Delaney Hall facility in Newark was reopened.
El Paso County and Tarrant County signed agreements.
The San Francisco Chronicle reported the arrests.
Catholic Charities of San Antonio opened a shelter.
The Otay Mesa Detention Center was inspected.
Thanksgiving Day arrests were denied by Customs and Border Protection.
The Flores settlement limits how long children are held.
Agents took nine workers at Glenn Valley Foods in Omaha.
The arrests at Signature Senior Apartments were filmed.
Workers at the Ambiance Apparel warehouse were detained.
Prince William County and Prince George's County disagreed.
The Muslim Public Affairs Council protested.
On Monday, Black Lives Matter marched to Foley Square.
The Alligator Alcatraz site was closed.
The Krome North Service Processing Center was crowded.
Johnson County, Iowa, and Grant County, Washington, refused.
Protesters gathered at Paramount and at Grand Park.
National Guard troops came to Portland.
The Texas Senate passed Senate Bill 4.
Border Patrol agents drove through Little Village and Brighton Park.
The American Civil Liberties Union of Oregon sued.
Whole Foods Market on Houston Street was searched.
Agents detained several people at Fashion District.
The Dignity Not Detention Act was vetoed.
Mecklenburg County Sheriff's Office ended the program.
""".strip().split("\n")


def _names(listed):
    return [name.strip() for name in listed.split(",")]


def _private():
    everyone = [name for listed in PEOPLE.values() for name in _names(listed)]
    said = itertools.cycle(SAID_OF_THEM)
    for turn in range(5):
        for number, name in enumerate(everyone):
            if (number + turn) % 25 == 24 or (turn == 4 and number % 2):
                continue
            yield next(said).replace("{}", name), [name]
        next(said)
    for pattern, (one, two) in zip(itertools.cycle(TWO_OF_THEM), itertools.pairwise(everyone[::5]), strict=False):
        yield pattern.format(one, two), [one, two]


def _public():
    officials = _names(OFFICIALS)
    for pattern in IN_OFFICE:
        yield from (pattern.replace("{}", name) for name in officials)
    for pattern in OFFICIALS_TOGETHER:
        yield from (pattern.format(one, two) for one, two in itertools.permutations(officials, 2))
    yield from NO_PEOPLE


PRIVATE, PUBLIC = list(_private()), list(_public())


def test_enough_is_tried():
    assert len(PEOPLE) >= 12
    assert len({text for text, _ in PRIVATE}) >= 400
    assert len(set(PUBLIC)) >= 400


def test_private_people_are_found_and_nobody_else():
    right = missed = wrong = 0
    slips = []
    for text, names in [*PRIVATE, *((text, []) for text in PUBLIC)]:
        found = list(private_names(text))
        right += len(set(found) & set(names))
        missed += len(set(names) - set(found))
        wrong += len(set(found) - set(names))
        if set(found) != set(names):
            slips.append((text, found))
    report = "\n".join(f"{text} -> {found}" for text, found in slips)
    assert right / (right + missed) >= 0.92, report
    assert right / (right + wrong) >= 0.97, report


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_places_laws_firms_and_memorials_are_no_people(text):
    assert list(private_names(text)) == []


def test_a_list_of_officials_is_followed_only_from_word_to_word():
    """Words that could be parted in many ways once took time that doubled with each letter."""
    assert not is_public("Vale", f"Senators {'A' * 60}! Maria Vale was arrested.")
    assert is_public("Vale", "Two senators - Bruno Castellan of Maine and Maria Vale of Alaska - signed.")


def test_a_name_is_asked_for_once_however_often_it_stands(monkeypatch):
    asked = []
    monkeypatch.setattr(offices, "is_public", lambda surname, text, **_: asked.append(surname))
    assert list(private_names("Maria Vale, " * 40)) == ["Maria Vale"] * 40
    assert asked == ["Vale"]
