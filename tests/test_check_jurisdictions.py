"""What is said of places that cannot be read, and that one mistake is reported once."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.check import run_checks
from raidline.store.load import load_events


def reported(tmp_path, *events, today=date(2026, 6, 1)):
    path = tmp_path / "events.yaml"
    rows = [
        f"  - id: e{n}\n    date: {event.get('date', '2026-01-10')}\n    title: {event.get('title', f'Board meets {n}')}\n"
        f"    kind: policy\n    places: {event['places']}\n    sources:\n"
        + "".join(
            f"      - {{url: https://paper.example/{n}, publisher: P, published: {day}}}\n"
            for day in event.get("published", ["2026-01-11"])
        )
        for n, event in enumerate(events)
    ]
    path.write_text("events:\n" + "".join(rows), encoding="utf-8")
    return [(one.rule, one.message) for one in run_checks(load_events([path]), {}, today=today)]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        # Two slips in a short name make another name; a hamlet may be too small for the list.
        ("Ochopee, FL", "no jurisdiction is called 'Ochopee, FL' - if it is too small for the list, write its county"),
        (
            "Paramont, CA",
            "did you mean Paramount, California? If it is another, too small for the list, write its county",
        ),
        ("Austni TX", "'Austni TX' - did you mean Austin, Texas? If it is another"),  # without a comma
        ("Exampleville NY", "'Exampleville NY' - if it is too small for the list, write its county"),
        ("Austin TX", None),
        ("Austni, Texas", "did you mean Austin, Texas?"),
        # Towns of that name in other states, and longer names in the same.
        ("Yuma, New Mexico", "there is Yuma, Arizona. If it is another, too small for the list, write its county"),
        ("Loveland, NM", "there is Loveland, Colorado or Loveland, Ohio. If it is another"),
        (
            "Springfield, Montana",
            "'Springfield, Montana' - if it is too small for the list, write its county",
        ),  # in many
        ("Snowmass, CO", "did you mean Snowmass Village, Colorado?"),
        ("Minneapolis, Minneota", "did you mean Minneapolis, Minnesota?"),  # there is a town of Minneota
        ("Chigaco, Illinois", "did you mean Chicago, Illinois?"),
        (
            "Rio Grande Valley, Texas",
            'is a region; write the counties of it that are meant: ["Cameron County, Texas", ',
        ),
        ("Front Range, Colorado", "… (11 in all)]"),
        ("Martha's Vineyard, Massachusetts", None),  # an island, read as its county
        ("Dededo, Guam", None),
        ("Exampleville, Guam", "if it is too small for the list, write Guam"),  # has no counties
        ("Mecklenberg County, North Carolina", "did you mean Mecklenburg County, North Carolina?"),
        (
            "Washington, D.C. / New Orleans, Louisiana",
            '2 places; write them one by one: ["Washington, D.C.", "New Orleans',
        ),
        ("Los Angeles, Chicago, New York", "3 places; write them one by one: [Los Angeles, Chicago, New York]"),
        ("Dallas and Houston", "2 places; write them one by one: [Dallas, Houston]"),
        ("Dallas, Houston", "2 places; write them one by one: [Dallas, Houston]"),
        # What stands before a comma may be a part of what stands behind it.
        ("Koreatown, LA", "no jurisdiction is called 'Koreatown, LA'"),
        ("Tbilisi, Georgia", "no jurisdiction is called 'Tbilisi, Georgia'"),
        ("Central Valley, California", "no jurisdiction is called 'Central Valley, California'"),
        ("N. Las Vegas", None),
        ("W. Palm Beach, FL", None),
        ("Oahu", None),
        ("St. Croix, USVI", None),
        ("Nowhereton and Houston", "no jurisdiction is called 'Nowhereton and Houston'"),
        ("Trinidad and Tobago", None),
        ("Lake and Peninsula Borough, Alaska", None),
        ("Austin, Texas", None),
    ],
)
def test_what_is_said_of_a_place(place, told, tmp_path):
    found = reported(tmp_path, {"places": f'["{place}"]'})
    assert [rule for rule, _ in found] == (["unknown-place"] if told else [])
    assert all(told in message for _, message in found)


def test_a_name_that_a_part_of_a_town_has_too_may_be_that(tmp_path):
    [(rule, message)] = reported(tmp_path, {"places": '["San Ysidro"]'})
    assert rule == "ambiguous-place"
    assert "could be San Diego, California; San Ysidro, " in message


def test_a_county_is_not_too_small_for_the_list(tmp_path):
    [(_, message)] = reported(tmp_path, {"places": '["Mecklenberg County, North Carolina"]'})
    assert message.endswith("did you mean Mecklenburg County, North Carolina?")


def test_a_place_split_by_its_comma_is_not_also_misspelt(tmp_path):
    found = reported(tmp_path, {"places": "[Plano, Texas]"}, {"places": '["Plano, Texas"]'})
    assert [rule for rule, _ in found] == ["split-place"]
    found = reported(tmp_path, {"places": '["Plano, TX"]'}, {"places": '["Plano, Texas"]'})
    assert [rule for rule, _ in found] == ["place-spelling"]


def test_a_wrong_year_is_not_also_told_of_each_source(tmp_path):
    austin = {"places": '["Austin, Texas"]', "published": ["2026-05-01", "2026-05-02"]}
    assert [rule for rule, _ in reported(tmp_path, austin | {"date": "2027-04-30"})] == ["event-in-future"]
    found = reported(tmp_path, austin | {"date": "2026-05-30", "published": ["2026-03-01", "2026-03-02"]})
    assert [rule for rule, _ in found] == ["source-before-event"] * 2
