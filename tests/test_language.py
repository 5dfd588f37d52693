"""Which texts are taken for English: what else is reported as not read."""

from __future__ import annotations

import pytest

from raidline.corpus.language import is_in_another_language

SPANISH = (
    "Los agentes entraron en la panadería y detuvieron a nueve trabajadores, según el sindicato, que pide una explicación "
    "del gobierno federal por lo que pasó el martes."
)
FRENCH = (
    "La police a arrêté mardi quatorze ouvriers dans une usine de la banlieue, selon le syndicat, qui a dénoncé une opération "
    "brutale et demande leur libération immédiate."
)
ENGLISH = (
    "Agents of the agency came to the bakery and held nine of its workers, said the union, which asks for an explanation "
    "of what was done on Tuesday."
)
TABLE = "Name, Date, Town, Held\n" * 30
LIST = "roofers, cooks, bakers, welders, painters, masons, framers, movers, drivers"


@pytest.mark.parametrize("text", [SPANISH, FRENCH, f"RENO, Nev. — {SPANISH}"])
def test_other_languages_have_few_words_of_english(text):
    assert is_in_another_language(text)


@pytest.mark.parametrize("text", [ENGLISH, f"{ENGLISH} “{SPANISH}”", TABLE, LIST, "", "El alcalde no dijo nada."])
def test_english_tables_and_short_texts_are_not_taken_for_one(text):
    assert not is_in_another_language(text)
