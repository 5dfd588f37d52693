"""What stands around a name tells a private person from one in public life, and from a thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.privacy import likelihood
from raidline.privacy.likelihood import judging
from raidline.privacy.likelihood.setting import setting_of
from raidline.privacy.likelihood.surroundings import features_of
from raidline.privacy.names import private_names
from raidline.privacy.people import find_people

HEAD = (Path(likelihood.__file__).with_name(judging.WEIGHTS)).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("private", "public"),
    [
        ("Ona Trask waits for surgery in Folkston", "Ona Trask vetoes mask ban"),
        ("A bullet went through the leg of Ona Trask.", "The order by Ona Trask bars arrests in court."),
        ("Agents came into the home of Ona Trask.", "A speech by Ona Trask was heard in the statehouse."),
        ("Where is Ona Trask?", "Ona Trask ousted as head of the field office"),
        ("Ona Trask had been in the country for 20 years.", "Ona Trask, who oversees the sector, denied it."),
        ("Ona Trask, a roofer from Reno, fell.", "Ona Trask of the Reno Bar Association wrote the brief."),
        ("Her cousin Ona Trask saw it from the porch.", "DHS's Ona Trask called it a lie."),
    ],
)
def test_the_words_around_tell_a_private_person(private, public):
    assert list(private_names(private)) == ["Ona Trask"]
    assert list(private_names(public)) == []


def test_whoever_is_harmed_is_private_whatever_else_is_told():
    assert list(private_names("Ona Trask, who leads a choir, was arrested when she signed the order.")) == ["Ona Trask"]


def test_a_list_is_judged_as_one():
    listed = "Arrested: Ona Trask, Bo Ferrel and Cy Hallam."
    assert list(private_names(listed)) == ["Ona Trask", "Bo Ferrel", "Cy Hallam"]


def test_nothing_but_a_name_is_one_of_a_person():
    assert list(private_names("Ona Trask")) == ["Ona Trask"]


def features(text):
    people = find_people(text)
    return set(features_of(setting_of(text, people, ()), people[0]))


@pytest.mark.parametrize("other", ["Wenceslao Arriaga", "Guled Yusuf", "Wei Zhang", "Brian McAllister"])
def test_where_a_name_is_from_is_not_weighed(other):
    frame = "{} asked the agents for a warrant, and they broke the door."
    assert features(frame.format(other)) == features(frame.format("Curtis Langford"))


def test_weights_say_what_they_were_made_from():
    assert "scripts/train_names.py" in HEAD[0]
    assert sum("people found" in line for line in HEAD if line.startswith("#")) >= 10


def test_no_weight_is_of_a_name():
    """Words beside a name are in small letters; what has capitals is one of a few bodies, or any name."""
    for feature in judging.weights():
        key, _, words = feature.partition(": ")
        if key in {"before", "behind"}:
            assert {word for word in words.split() if word != word.lower()} <= {"Name"}
