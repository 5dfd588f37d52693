"""Spanish word for word as English has it: titles and reports of raids, and what is only borrowed from Spanish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.check.rules.duplicates import near_duplicate
from raidline.check.rules.prose import count_mismatch
from raidline.check.rules.support import count_unsupported, date_unsupported, place_unsupported
from raidline.lexicon.gloss import in_english
from raidline.models import Event
from raidline.store.load import Record
from raidline.yamltext.reading import loads

REPORT = (
    "Agentes de inmigración arrestaron el martes a seis trabajadores en un vivero de Canby. "
    "Otra redada ocurrió el 3 de abril de 2031 en Molalla, dijo la alcaldesa. Once familias piden ayuda."
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Redada en Phoenix: 12 detenidos en taller", "Raid in Phoenix: 12 detained in repair shop"),
        ("Agentes detienen a 14 en obra de construcción", "Agents arrest 14 in construction site"),
        ("El alcalde de El Paso pide ayuda", "The mayor of El Paso asks aid"),  # a name keeps its words
        ("Diez obreros detenidos el lunes por la migra", "Ten laborers detained on Monday by the migra"),
        ("Caballos en el parque MacArthur", "Horses in the park MacArthur"),
        ("Unas cien personas rezaron en la iglesia", "About a hundred people rezaron in the church"),
        ("Más de doscientas familias en la calle", "More than two hundred families in the street"),
        ("Vinieron mil vecinos, y dos mil el lunes", "Vinieron a thousand neighbors, and two thousand on Monday"),
        ("Detenidos en Nueva Orleans, Luisiana, el martes", "Detained in New Orleans, Louisiana, on Tuesday"),
        ("La audiencia es el 4 de mayo de 2031", "The hearing is May 4, 2031"),
    ],
)
def test_a_title_in_spanish(text, english):
    assert " ".join(in_english(text).split()) == " ".join(english.split())


@pytest.mark.parametrize(
    "text",
    [
        "Agents raid Plaza de las Rosas",
        "Maria de la Example, a nurse, is freed",
        "Father and son held at taller",
        "Taqueria on El Camino Real searched, once again",
        "",
    ],
)
def test_what_is_only_borrowed_stays_as_it_is(text):
    assert in_english(text) == text


def record(title, places, counts=None, when="2031-04-22", source=None, number=0):
    source = source or {"url": f"https://paper.example/{number}", "publisher": "Paper", "published": when}
    event = {"id": f"e{number}", "date": when, "title": title, "kind": "operation", "places": places}
    event |= {"counts": counts or {}, "sources": [source]}
    return Record(Event.model_validate(event), Path("x.yaml"), number + 1, number, loads("events: []", "x.yaml"))


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({}, []),
        ({"when": "2031-04-03"}, []),
        ({"when": "2031-04-09"}, ["date-unsupported"]),
        ({"counts": {"arrested": "16"}}, ["count-unsupported"]),
        ({"places": ["Silverton, Oregon"]}, ["place-unsupported"]),
    ],
)
def test_a_report_in_spanish_supports_what_it_says_and_no_more(changes, rules):
    told = {"title": "Raid", "places": ["Canby, Oregon"], "counts": {"arrested": "6"}} | changes
    event = record(**told, source={"article": "latino"})
    article = Article("latino", None, "El Latino", date(2031, 4, 23), None, REPORT, Path("latino.md"))
    checked = Checked([event], {"latino": article})
    checks = (date_unsupported, place_unsupported, count_unsupported)
    assert [problem.rule for rule in checks for problem in rule(checked)] == rules


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Redada en panadería: cuatro detenidos", "Bakery raided, four detained", True),
        ("Vendedor de elotes detenido frente a escuela", "Corn seller taken in front of elementary school", True),
        ("Cocinero muere baleado por agente", "Agent shoots cook", True),
        ("Redada en panadería: cuatro detenidos", "Car wash raided, four detained", False),
        ("Maestra detenida en la guardería", "Roofer taken at gas station", False),
    ],
)
def test_one_event_told_in_two_languages(one, other, told):
    records = [record(title, ["Tyler, Texas"], number=n) for n, title in enumerate((one, other))]
    assert bool(list(near_duplicate(Checked(records, {})))) is told


@pytest.mark.parametrize(("counted", "told"), [("10", False), ("12", True)])
def test_a_number_in_a_spanish_title_is_read(counted, told):
    one = record("Diez detenidos en mercado de pulgas", ["Tyler, Texas"], {"detained": counted})
    assert bool(list(count_mismatch(Checked([one], {})))) is told
