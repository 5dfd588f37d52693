"""The uncertain date: what is read, what is refused and with which advice, and the laws it keeps."""

from __future__ import annotations

import json
import pickle
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from raidline.dates.value import Edtf, EdtfError, Precision, part_of_decade, part_of_month, part_of_year

SHARED = Path(__file__).resolve().parents[2] / "shared"
WINTERS_LEFT_OPEN = {"2017-21", "2017-24"}  # the cases agree on no bounds; ours are conventions
OUTSIDE = {
    "-1985", "1950S2", "XXXX-12-XX", "Y-170000002", "Y-17E7", "Y170000002", "Y171010000S3", "Y3388E2S3",
}  # fmt: skip


@pytest.mark.skipif(not SHARED.exists(), reason="the agreed EDTF cases are not beside this checkout")
def test_agreed_cases():
    cases = json.loads((SHARED / "edtf_cases.json").read_text(encoding="utf-8"))
    inside = [case for case in cases if case["edtf"] not in OUTSIDE]
    assert (len(cases), len(inside)) == (128, 120)
    for case in inside:
        if not case["valid"]:
            with pytest.raises(EdtfError):
                Edtf.parse(case["edtf"])
            continue
        read = Edtf.parse(case["edtf"])
        if case["edtf"] not in WINTERS_LEFT_OPEN:
            earliest = "-inf" if read.open_start else read.earliest and read.earliest.isoformat()
            latest = "inf" if read.open_end else read.latest and read.latest.isoformat()
            assert (earliest, latest) == (case["earliest"], case["latest"]), case["edtf"]


@pytest.mark.parametrize("text", sorted(OUTSIDE))
def test_outside_the_subset(text):
    with pytest.raises(EdtfError):
        Edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2017-02-05", "2017-02-05", "2017-02-05", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("2017-02-05T05:30:00-08:00", "2017-02-05", "2017-02-05", "second"),
        ("2017-02-XX", "2017-02-01", "2017-02-28", "month"),
        ("2017-02-2X", "2017-02-20", "2017-02-28", "month"),
        ("2017-02-X1", "2017-02-01", "2017-02-21", "month"),
        ("2017-1X", "2017-10-01", "2017-12-31", "year"),
        ("2017-XX-31", "2017-01-31", "2017-12-31", "year"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("201X-02-29", "2012-02-29", "2016-02-29", "decade"),
        ("19X7", "1907-01-01", "1997-12-31", "century"),
        ("2XXX", "2000-01-01", "2999-12-31", "millennium"),
        ("2017-21", "2017-03-01", "2017-05-31", "season"),
        ("2017-24", "2017-12-01", "2018-02-28", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2017-28", "2017-12-01", "2018-02-28", "season"),
        ("2017-29", "2017-09-01", "2017-11-30", "season"),
        ("2017-30", "2017-12-01", "2018-02-28", "season"),
        ("2017-32", "2017-06-01", "2017-08-31", "season"),
        ("2009-35", "2009-07-01", "2009-09-30", "quarter"),
        ("2009-38", "2009-05-01", "2009-08-31", "third"),
        ("2009-41", "2009-07-01", "2009-12-31", "half"),
        ("2014/2016-03", "2014-01-01", "2016-03-31", "year"),
        ("2014/", "2014-01-01", None, "year"),
        ("/2014-05", None, "2014-05-31", "month"),
        ("2014-05-01/..", "2014-05-01", None, "day"),
        ("2016-24/2017-21", "2016-12-01", "2017-05-31", "season"),
        ("2017-02-10/2017-02", "2017-02-10", "2017-02-28", "month"),
        ("[2017-02-06,2017-03]", "2017-02-06", "2017-03-31", "month"),
        ("[2017-02-01..2017-02-10]", "2017-02-01", "2017-02-10", "day"),
        ("{2017-02-08,2017-02-06}", "2017-02-06", "2017-02-08", "day"),
        ("[2017-02..]", "2017-02-01", None, "month"),
    ],
)
def test_bounds_and_precision(text, earliest, latest, precision):
    read = Edtf.parse(text)
    assert (read.earliest, read.latest) == (
        earliest and date.fromisoformat(earliest),
        latest and date.fromisoformat(latest),
    )
    assert read.precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2017-02", False, False),
        ("2017-02~", True, False),
        ("2017-02?", False, True),
        ("2017-02%", True, True),
        ("2004-06~-11", True, False),
        ("?2004-06-~11", True, True),
        ("2004-%06-11", True, True),
        ("2016-10~/2016-12~", True, False),
        ("2016/2017?", False, True),
        ("[2017-02-06?,2017-02-07]", False, True),
    ],
)
def test_qualifiers(text, approximate, uncertain):
    read = Edtf.parse(text)
    assert (read.approximate, read.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014/..", False, True),
        ("../2014", True, False),
        ("2014/", False, False),
        ("[..2014]", True, False),
        ("{2014..}", False, True),
        ("[2014..2016]", False, False),
    ],
)
def test_open_is_not_unknown(text, start, end):
    read = Edtf.parse(text)
    assert (read.open_start, read.open_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "two_ends"),
    [
        ("2017-02-01/2017-02-10", True),
        ("2017-02-01/..", True),
        ("/2017-02", True),
        ("2017-02", False),
        ("[2017-02-01..2017-02-10]", False),
        ("2017-02-1X", False),
    ],
)
def test_an_interval_has_two_ends(text, two_ends):
    assert Edtf.parse(text).is_interval is two_ends


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2017-02-30", "2017-02-30: February 2017 has 28 days"),
        ("2016-02-30", "2016-02-30: February 2016 has 29 days"),
        ("2017-2-5", "2017-2-5: write 2017-02-05"),
        ("2017/02/05", "2017/02/05: write 2017-02-05"),
        ("20170201", "20170201: write 2017-02-01"),
        ("17-02-05", "17-02-05: write 2017-02-05"),
        ("2017-13-05", "2017-13-05: write 2017-05-13"),
        ("2017-00", "2017-00: months go from 01 to 12; where the month is not known, write 2017"),
        ("2017-02-00", "2017-02-00: days start at 01; where the day is not known, write 2017-02"),
        ("2017-21-05T10:00:00", None),
        ("02/05/2017", "02/05/2017: write the year first, 2017-02-05 for February 5 or 2017-05-02 for May 2"),
        ("13/02/2017", "13/02/2017: write the year first, 2017-02-13"),
        ("13/13/2017", None),
        ("February 2017", "February 2017: write 2017-02"),
        ("Feb. 5, 2017", "Feb. 5, 2017: write 2017-02-05"),
        ("5 February 2017", "5 February 2017: write 2017-02-05"),
        ("February 30, 2017", None),
        ("March 20–26, 2017", "March 20–26, 2017: write 2017-03-20/2017-03-26"),
        ("early February 2017", "early February 2017: write 2017-02-01~/2017-02-10~"),
        ("late Feb. 2016", "late Feb. 2016: write 2016-02-21~/2016-02-29~"),
        ("mid-2016", "mid-2016: write 2016-04~/2016-09~"),
        ("spring of 2017", "spring of 2017: write 2017-21"),
        ("the third quarter of 2009", "the third quarter of 2009: write 2009-35"),
        ("Q3 2009", "Q3 2009: write 2009-35"),
        ("the 2010s", "the 2010s: write 201X"),
        ("about 2009", "about 2009: write 2009~"),
        ("since January 2014", "since January 2014: write 2014-01/.."),
        ("until 2016", "until 2016: write ../2016"),
        ("2017-W06", "2017-W06: write 2017-02-06/2017-02-12"),
        ("2017/present", "2017/present: write 2017/.."),
        ("unknown/2017", "unknown/2017: write /2017"),
        ("2017-02-01/04", "2017-02-01/04: write 2017-02-01/2017-02-04"),
        ("2017-02-01 - 2017-02-04", "2017-02-01 - 2017-02-04: write 2017-02-01/2017-02-04"),
        (
            "2017-02-04/2017-02-01",
            "2017-02-04/2017-02-01: ends before it begins; write 2017-02-01/2017-02-04",
        ),
        ("2017-02-05 05:30", "2017-02-05 05:30: write 2017-02-05T05:30:00"),
        ("2017-02-05T25:30:00", None),
        ("2017-02-05T05:30:00/2017-02-06", None),
        ("2017-02~?", "2017-02~?: write 2017-02%"),
        ("2017-02-05~~", "2017-02-05~~: write 2017-02-05~"),
        ("201x", "201x: write 201X"),
        ("2017-21-05", None),
        ("20XX-21", None),
        ("9999-24", None),
        ("0000", None),
        ("000X", None),
        ("1XX1-02-29", None),
        ("2017-3X", None),
        ("2017\n", "'2017\\n': write it without spaces around it: 2017"),
        (" 2017", "' 2017': write it without spaces around it: 2017"),
        ("٢٠١٧", "٢٠١٧: use the digits 0 to 9: 2017"),
        ("", None),
        ("/", None),
        ("../..", None),
        ("2017/2018/2019", None),
        ("[]", None),
        ("[..]", None),
        ("[2017..,2018]", None),
        ("[2017, 2018]", "[2017, 2018]: write it without spaces: [2017,2018]"),
        ("[2018..2017]", None),
        ("[2017", None),
        ("next Tuesday", None),
        ("~" * 90, None),
        ("9" * 100_000, None),
    ],
)
def test_refused_with_advice(text, advice):
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 200
    if advice:
        assert message == advice


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (Edtf.of(date(2017, 2, 1)), "2017-02-01"),
        (Edtf.of(date(2017, 2, 1), date(2017, 2, 1)), "2017-02-01"),
        (Edtf.of(date(2017, 2, 1), date(2017, 2, 10)), "2017-02-01/2017-02-10"),
        (Edtf.of(date(17, 2, 1)), "0017-02-01"),
        (part_of_month("early", 2017, 2), "2017-02-01~/2017-02-10~"),
        (part_of_month("mid", 2017, 2), "2017-02-11~/2017-02-20~"),
        (part_of_month("late", 2016, 2), "2016-02-21~/2016-02-29~"),
        (part_of_year("early", 2016), "2016-01~/2016-03~"),
        (part_of_year("mid", 2016), "2016-04~/2016-09~"),
        (part_of_year("late", 2016), "2016-10~/2016-12~"),
        (part_of_decade("early", 1990), "1990~/1993~"),
        (part_of_decade("mid", 1990), "1994~/1996~"),
        (part_of_decade("late", 1990), "1997~/1999~"),
    ],
)
def test_made_from_parts(made, text):
    assert made == Edtf.parse(text)


def test_of_refuses_a_reversed_span():
    with pytest.raises(EdtfError):
        Edtf.of(date(2017, 2, 2), date(2017, 2, 1))


class Model(BaseModel):
    when: Edtf


def test_pydantic_reads_and_writes_the_text():
    model = Model.model_validate({"when": "2017-02"})
    assert model.when == Edtf.parse("2017-02")
    assert model.model_dump(mode="json") == {"when": "2017-02"}
    assert Model.model_validate_json(model.model_dump_json()) == model
    assert Model(when=model.when) == model
    assert Model.model_json_schema()["properties"]["when"]["type"] == "string"


@pytest.mark.parametrize("value", [2017, None, ["2017"], "2017-2"])
def test_pydantic_refuses(value):
    with pytest.raises(ValidationError, match=r"write 2017-02|such as 2017-02-05"):
        Model.model_validate({"when": value})


@pytest.mark.parametrize("value", ["2017-02", Edtf.parse("2017-02")])
def test_order_only_among_dates(value):
    if isinstance(value, Edtf):
        assert value != str(value)
    with pytest.raises(TypeError):
        assert value < 5


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


def x_out(text, places):
    return "".join("X" if n in places and c.isdigit() else c for n, c in enumerate(text))


SINGLES = st.one_of(
    st.builds(lambda d, n, q: d.isoformat()[:n] + q, DAYS, st.sampled_from([4, 7, 10]), QUALIFIERS),
    st.builds(lambda d, code: f"{d.year:04}-{code}", DAYS, st.integers(21, 41)),
    st.builds(
        lambda d, n, places: x_out(d.isoformat(), places)[:n],
        DAYS,
        st.sampled_from([4, 7, 10]),
        st.sets(st.integers(1, 9), max_size=4),
    ),
)
TEXTS = st.one_of(
    SINGLES,
    st.builds("{}/{}".format, SINGLES | st.sampled_from(["", ".."]), SINGLES | st.sampled_from(["", ".."])),
    st.builds(lambda ds: "[" + ",".join(ds) + "]", st.lists(SINGLES, min_size=1, max_size=4)),
    st.builds("{{{}..{}}}".format, SINGLES | st.just(""), SINGLES | st.just("")),
)


def readable(text):
    try:
        Edtf.parse(text)
    except EdtfError:
        return False
    return True


DATES = TEXTS.filter(readable).map(Edtf.parse)


@given(DATES)
def test_law_text_comes_back(when):
    assert Edtf.parse(str(when)) == when
    assert pickle.loads(pickle.dumps(when)) == when  # noqa: S301 - our own bytes


@given(DATES)
def test_law_earliest_before_latest(when):
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(DAYS, st.integers(0, 400))
def test_law_every_date_has_its_reading(day, days):
    last = min(day.toordinal() + days, date.max.toordinal())
    when = Edtf.of(day, date.fromordinal(last))
    assert (when.earliest, when.latest) == (day, date.fromordinal(last))
    assert when.precision is Precision.DAY
    assert timedelta(0) <= when.latest - when.earliest


@pytest.mark.parametrize(
    ("text", "first", "last", "meets"),
    [
        ("2017-02", date(2017, 2, 28), date(2017, 3, 5), True),
        ("2017-02", date(2017, 3, 1), date(2017, 3, 5), False),
        ("2017-02", date(2017, 1, 1), date(2017, 2, 1), True),
        ("2017-02", date(2017, 1, 1), date(2017, 1, 31), False),
        ("2017-02/..", date(2030, 1, 1), date(2030, 1, 1), True),
        ("2017-02/..", date(2017, 1, 31), date(2017, 1, 31), False),
        ("../2017-02", date.min, date.min, True),
        ("../2017-02", date(2017, 3, 1), date.max, False),
    ],
)
def test_overlaps(text, first, last, meets):
    assert Edtf.parse(text).overlaps(first, last) is meets


@given(DATES, DATES)
def test_law_overlap_has_no_direction(a, b):
    assert a.overlaps(*b.bounds()) is b.overlaps(*a.bounds())
    assert a.overlaps(*a.bounds())


@given(DATES, DATES, DATES)
def test_law_total_order(a, b, c):
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a == b) <= (hash(a) == hash(b))
    first, second, third = sorted([a, b, c])
    assert first <= second <= third
    assert first <= third


@given(st.text(max_size=30) | st.text("0123456789-/.~?%X[]{},TZ:+ ", max_size=30))
def test_law_any_text_is_a_date_or_an_edtf_error(text):
    try:
        when = Edtf.parse(text)
    except EdtfError as error:
        assert str(error)  # noqa: PT017 - the law is about both outcomes
    else:
        assert when.text == text
        assert text.isascii()
        assert not any(c.isspace() for c in text)
