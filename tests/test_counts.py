"""Counts as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from raidline.counts.people import in_like_words
from raidline.counts.value import Count


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("51", 51, 51),
        ("0", 0, 0),
        ("160,000", 160_000, 160_000),
        ("1.2 million", 1_200_000, 1_200_000),
        ("at least 51", 51, None),
        ("At least 51", 51, None),
        ("500 or more", 500, None),
        ("500+", 500, None),
        ("more than 160,000", 160_001, None),
        ("over two dozen", 25, None),
        ("up to 2,000", None, 2_000),
        ("as many as 2,000", None, 2_000),
        ("fewer than 10", None, 9),
        ("about 700", 630, 770),
        ("nearly 700", 630, 699),
        ("about zero", 0, 0),
        ("nearly 0", 0, 0),
        ("10 to 12", 10, 12),
        ("10-12", 10, 12),
        ("10–12", 10, 12),
        ("between 10 and 12", 10, 12),
        ("four or five", 4, 5),
        ("five", 5, 5),
        ("twenty-one", 21, 21),
        ("none", 0, 0),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("two dozen", 24, 24),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("several hundred", 300, None),
        ("a few", 3, None),
        ("a couple of hundred", 200, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("unknown", None, None),
        ("over thousands", 2_000, None),
        ("at least dozens", 24, None),
        ("about dozens", 21, None),
        ("nearly hundreds", 180, None),
        ("up to dozens", None, None),
        ("fewer than several", None, None),
        ("dozens or more", 24, None),
    ],
)
def test_bounds(text, low, high):
    count = Count.parse(text)
    assert (count.low, count.high) == (low, high)
    assert str(count) == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "needs quotes"),
        ("lots", "write a number"),
        ("-5", "write a number"),
        ("1.5", "write a number"),
        ("160,00", "write a number"),
        ("51 people", "write the number alone (51)"),
        ("at least 51 people", "write the number alone (at least 51)"),
        ("12 to 10", "the smaller number comes first"),
        ("between 12 and 10", "the smaller number comes first"),
        ("at least at least 5", "write a number"),
        ("about unknown", "write a number"),
        ("a", "write a number"),
        ("dozen", "write a number"),
        ("people", "write a number"),
        ("10 to", "write the number alone (10)"),
        ("٥١", "write a number"),
        ("9" * 5000, "write a number"),
        ("999999999999 million", "write"),
        ("several " * 50_000, "write a number"),
    ],
)
def test_refused_with_advice(text, advice):
    with pytest.raises(ValueError, match=r".") as caught:
        Count.parse(text)
    assert advice in str(caught.value)
    assert len(str(caught.value)) < 200


class Model(BaseModel):
    arrested: Count


def test_pydantic_reads_and_writes_the_text():
    model = Model.model_validate({"arrested": "at least 51"})
    assert model.arrested == Count("at least 51", 51, None)
    assert model.model_dump(mode="json") == {"arrested": "at least 51"}
    assert Model.model_validate_json(model.model_dump_json()) == model
    assert Model(arrested=model.arrested) == model


@pytest.mark.parametrize("value", [51, None, ["51"], "many"])
def test_pydantic_refuses(value):
    with pytest.raises(ValidationError, match="at least 51"):
        Model.model_validate({"arrested": value})


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}", "about {:,}", "nearly {:,}", "at least {}"]))
def test_law_low_is_never_above_high(number, form):
    count = Count.parse(form.format(number))
    assert count.low is not None
    assert count.high is None or count.low <= count.high
    assert count.low <= number


@given(st.text(max_size=20))
def test_law_any_text_is_a_count_or_a_value_error(text):
    try:
        count = Count.parse(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - the law is about both outcomes
    else:
        assert count.text == text


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([{"detained": "9"}, {"arrested": "9"}], [{"arrested": "9"}, {"arrested": "9"}]),
        ([{"killed": "2"}, {"dead": "3"}], [{"dead": "2"}, {"dead": "3"}]),
        ([{"injured": "4"}, {"hurt": "4"}, {}], [{"hurt": "4"}, {"hurt": "4"}, {}]),
        ([{"fatalities": "2"}, {"killed": "2"}], [{"dead": "2"}, {"dead": "2"}]),
        ([{"killed": "2"}, {"killed": "3"}], [{"killed": "2"}, {"killed": "3"}]),  # all say it alike
        (
            [{"arrested": "3", "detained": "9"}, {"detained": "9"}],
            [{"arrested": "3", "detained": "9"}, {"arrested": "9"}],
        ),
        ([{"dead": "2"}, {"hurt": "2"}], [{"dead": "2"}, {"hurt": "2"}]),
    ],
)
def test_two_words_for_one_count_are_compared_as_one(told, expected):
    counts = [{what: Count.parse(text) for what, text in one.items()} for one in told]
    assert [{what: str(count) for what, count in one.items()} for one in in_like_words(counts)] == expected
