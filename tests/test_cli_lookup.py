"""`raidline lookup` from outside."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("name", "first", "code", "said"),
    [
        ("Travis County", "Travis County, Texas", "48453", "reads it as Travis County, Texas; no namesakes"),
        ("48453", "Travis County, Texas", "48453", "no namesakes"),
        ("austin", "Austin, Texas", "4805000", "reads it as Austin, Texas; 6 namesakes"),
        ("manhattan", "New York County, New York", "36061", "reads it as New York County, New York"),
        ("Texas", "Texas", "48", "reads it as Texas"),
        ("Springfield", "Springfield, Missouri", "2970000", "add the state"),
    ],
)
def test_what_a_name_means(name, first, code, said, run):
    exit_code, out, err = run("lookup", name)
    assert exit_code == 0
    row = out.splitlines()[2]
    assert row.startswith(f"{first}  ")
    assert f" {code} " in row
    assert said in err


def test_shares_and_people_of_a_city(run):
    row = run("lookup", "Austin, Texas")[1].splitlines()[2]
    assert "Travis County (9" in row
    assert "Williamson County (" in row
    assert "974,447" in row


def test_no_people_are_shown_of_what_is_only_partly_known(run):
    assert not any(character == "," for character in run("lookup", "Travis County")[1].splitlines()[2][22:])
    assert json.loads(run("lookup", "Texas", "--format", "json")[1])["found"][0]["population"] is None


def test_json(run):
    code, out, _ = run("lookup", "orange county", "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert answer["meant"] is None
    assert [one["name"] for one in answer["found"][:2]] == ["Orange County, California", "Orange County, Florida"]
    assert answer["found"][0]["within"][0] == {"name": "California", "code": "06", "share": 1.0}


@pytest.mark.parametrize("name", ["Austni", "Nowhere-upon-Sea", "99999"])
def test_an_unknown_name(name, run):
    code, out, err = run("lookup", name)
    assert (code, out) == (1, "")
    assert name in err


@pytest.mark.parametrize("args", [[""], [" "], [], ["Austin", "--format", "csv"]])
def test_misuse(args, run):
    code, out, err = run("lookup", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("typed", "first", "write"),
    [
        ("Travis", "Travis County, Texas", "Travis County, Texas"),
        ("Chicagoland", "Cook County, Illinois", "the one it was in, such as Cook County, Illinois"),
    ],
)
def test_what_only_people_type_is_found(typed, first, write, run):
    code, out, err = run("lookup", typed)
    assert code == 0
    assert first in out
    assert err == f"--place reads it so; in a timeline, write {write}\n"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["Travis", "County"], "Travis County, Texas"),
        (["austin,", "tx"], "Austin, Texas"),
        (["Tijuana,", "Mexico"], "Tijuana, Mexico"),
        (["Puerto", "Rico"], "Puerto Rico"),
    ],
)
def test_a_name_needs_no_quotes(words, name, run):
    code, out, err = run("lookup", *words)
    assert (code, out.splitlines()[2].startswith(f"{name}  ")) == (0, True)
    assert f"reads it as {name}" in err


def test_two_names_are_not_one(run):
    code, out, err = run("lookup", "Austin", "Reno")
    assert (code, out) == (1, "")
    assert "'Austin Reno'" in err


def test_a_county_that_place_takes_for_a_bare_name_comes_first(run):
    code, out, err = run("lookup", "Harris")
    assert code == 0
    assert out.splitlines()[2].startswith("Harris County, Texas")
    assert "Harris, Minnesota" in out
    assert "--place reads it as Harris County, Texas" in err
    assert "--place" not in run("lookup", "Springfield")[2]  # which nobody can decide
