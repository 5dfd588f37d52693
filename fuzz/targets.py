"""What must hold for any bytes at all: a function for each kind of input, from bytes to None or an AssertionError.

`fuzz/run.py` feeds them with atheris, `tests/test_fuzz.py` with Hypothesis. Nothing here may raise but what a target
asserts: a RaidlineError or a Problem is an answer, any other exception is a bug.
"""

# ruff: noqa: S101, D401, PT017 - asserting is what targets do, as tests do

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from time import process_time

from choices import Choices
from composed import numbers, times
from made import calendar, dated_page
from openpyxl import load_workbook
from packing import workbook

from raidline.article import Article
from raidline.check.reading import Readings
from raidline.counts.value import Count
from raidline.dates.value import Edtf, EdtfError
from raidline.dates.words import in_words
from raidline.errors import Problem, RaidlineError
from raidline.export import FORMATS, Options, export_chunks, left_out
from raidline.export.addresses import is_address
from raidline.export.candidates import as_yaml
from raidline.extract.counting.reading import find_counts
from raidline.extract.pipeline import extract_article
from raidline.extract.text.numbers import numbers_named
from raidline.extract.timex import find_timexes
from raidline.files.lines import Lines
from raidline.importing import Columns, make_events, read_columns, read_records
from raidline.importing.days.cell import read_date
from raidline.importing.days.dayorder import Order
from raidline.importing.lists.agreements import agreements, is_such_a_list
from raidline.importing.lists.memory import beside
from raidline.importing.lists.plan import listed
from raidline.importing.lists.update import update
from raidline.inert import block, json_escaped, line, web_link
from raidline.merging.merge import merge_candidates
from raidline.models import Event
from raidline.places.lookup import lookup
from raidline.publish import contents_of, plan_site
from raidline.reading.files import read_file
from raidline.reading.webpage import page_of
from raidline.saving.address import checked
from raidline.saving.answer import Answer, NoAnswerError
from raidline.saving.content import articles_in
from raidline.saving.feeds import entries_of
from raidline.saving.warc import archived
from raidline.store.fmt import format_text
from raidline.store.load import records_of
from raidline.timeline.build import build_timeline
from raidline.yamltext.dumping import dump
from raidline.yamltext.reading import loads

ANCHOR = date(2017, 3, 29)
# Days on which what is counted from them lies at the edge of a week, a month, a year, or of the calendar.
ANCHORS = (
    None, ANCHOR, date(2017, 3, 4), date(2017, 3, 5), date(2017, 3, 6), date(2016, 2, 29), date(2017, 1, 1),
    date(2016, 12, 31), date.min, date(1, 12, 31), date(9999, 1, 1), date.max,
)  # fmt: skip
ARTICLE = Article("star", "What we saw", "The Evening Star", ANCHOR, None, "", Path("star.md"))
SLOW = 0.25  # seconds; what takes less is not worth a comparison
TICK = 1e-3  # seconds; what is faster cannot be told from nothing
STEEPEST = 10.0  # of 4 n over n: 4 is linear, 16 quadratic


def timeline_file(data: bytes) -> None:
    """YAML: positions that exist, events or problems; what is put in order stays so and means the same."""
    document = loads(data, "events.yaml")
    found = list(records_of(document))
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 <= one.line <= lines for one in found)
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    ordered = format_text(text, Path("events.yaml"))
    if isinstance(ordered, str):
        again = [one for one in records_of(loads(ordered, "events.yaml")) if not isinstance(one, Problem)]
        before = [one for one in records_of(loads(text, "events.yaml")) if not isinstance(one, Problem)]
        assert sorted(str(one.event) for one in again) == sorted(str(one.event) for one in before)
        assert format_text(ordered, Path("events.yaml")) == ordered


def dates(data: bytes) -> None:
    """A date prints as it was typed, its bounds are in order, and it can be said in words; so can a count."""
    text = data.decode("utf-8", "replace")
    read_date(text, [*Order][len(text) % len(Order)])
    with suppress(ValueError):
        Count.parse(text)
    lookup(text)
    try:
        edtf = Edtf.parse(text)
    except EdtfError as error:
        assert str(error)
        return
    assert str(edtf) == text
    assert edtf.earliest is None or edtf.latest is None or edtf.earliest <= edtf.latest
    assert in_words(edtf)
    assert Edtf.parse(text) == edtf


def timexes(data: bytes) -> None:
    """Time expressions are verbatim, in order and apart."""
    text = data.decode("utf-8", "replace")
    found = find_timexes(text, ANCHOR if len(data) % 4 else None)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def composed(data: bytes) -> None:
    """What the grammar can compose is read, whatever the day it is read on."""
    choices = Choices(data)
    anchor = choices.one_of(ANCHORS)
    text = times(choices)
    found = find_timexes(text, anchor)
    assert all(text[one.start : one.end] == one.text and one.value for one in found)
    Readings().dates(text, anchor)
    text = numbers(choices)
    assert all(str(number.count) for number in numbers_named(text, (0, len(text))))
    find_counts(text, (0, len(text)))


def extraction(data: bytes) -> None:
    """Quotes are verbatim; what is merged can be read back."""
    text = data.decode("utf-8", "replace")
    article = Article("star", text[:40] or None, "Star", ANCHOR if len(data) % 4 else None, None, text, Path("star.md"))
    extraction = extract_article(article)
    assert all(text[one.start : one.end] == one.quote for one in extraction.candidates)
    assert all(0 <= one.start < one.end <= len(text) for one in extraction.skipped)
    index = {article.id: article}
    events = merge_candidates(extraction.candidates, index)
    read = list(records_of(loads("".join(as_yaml(events)), "candidates.yaml")))
    assert not [one for one in read if isinstance(one, Problem) and one.severity == "error" and events]
    assert len(read) == len(events) or not events


def reports(data: bytes) -> None:
    """Texts with front matter."""
    _read(".md", data)


def json_lines(data: bytes) -> None:
    """JSON lines, plain and as if they were packed."""
    _read((".jsonl", ".jsonl.gz", ".jsonl.zst")[len(data) % 8 % 3], data)


def pages(data: bytes) -> None:
    """Saved web pages."""
    page, problems = page_of(data, "page.html")
    assert page or problems
    if page:
        assert page.text == block(page.text)
        assert page.url == web_link(page.url)


def pubdates(data: bytes) -> None:
    """Pages that state their day of publication in any of the ways that are read, in any words."""
    choices = Choices(data)
    page, problems = page_of(dated_page(choices).encode("utf-8", "surrogatepass"), "page.html")
    assert page or problems
    if page and page.published:
        assert date(1, 1, 1) <= page.published <= date.max
    assert all(one.message == line(one.message) for one in problems)


def documents(data: bytes) -> None:
    """PDF, Word and OpenDocument texts, as they are and of any XML; the first byte says which."""
    way, data = (data[0] if data else 0) % 5, data[1:]
    if way < 3:
        _read((".pdf", ".docx", ".odt")[way], data)
    else:
        name, suffix = (("word/document.xml", ".docx"), ("content.xml", ".odt"))[way - 3]
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, data)
        _read(suffix, packed.getvalue())


def answers(data: bytes) -> None:
    """What a server answers: a page, a document, a feed; the first byte says which."""
    kind = ("text/html", "application/pdf", "text/plain; charset=utf-16", "")[(data[0] if data else 0) % 4]
    packing = ((), (("Content-Encoding", "gzip"),))[len(data) % 8 == 7]
    answer = Answer("https://a.example/x", 200, "OK", (("Content-Type", kind), *packing), data[1:])
    with suppress(NoAnswerError):
        for one in articles_in(answer):
            assert isinstance(one, Problem) or one.url
    with suppress(NoAnswerError):
        assert all(one.address == checked(one.address) for one in entries_of(answer))
    archived(answer, datetime(2031, 5, 9, tzinfo=UTC))


def mails(data: bytes) -> None:
    """Mails, one or many in a file."""
    _read((".eml", ".mbox")[data.startswith(b"From ")], data)


def archives(data: bytes) -> None:
    """Web archives, plain and as if they were packed."""
    _read((".warc", ".warc.gz")[len(data) % 4 == 3], data)


def tables(data: bytes) -> None:
    """Spreadsheets; the first byte says which."""
    _import((".csv", ".tsv")[(data[0] if data else 0) % 2], data[1:])


def workbooks(data: bytes) -> None:
    """Workbooks, packed by whoever wrote them or here from the text of their sheets; the first byte says which."""
    suffix = (".xlsx", ".ods")[(data[0] if data else 0) % 2]
    _import(suffix, data[1:] if data[1:3] == b"PK" else workbook(suffix, data[1:]))


def cards(data: bytes) -> None:
    """Markdown with front matter, as an event."""
    _import(".md", data)


def objects(data: bytes) -> None:
    """JSON to import: lists, slides, lines, maps, what raidline itself exports; the first byte says which."""
    _import((".json", ".jsonl", ".timelinejs", ".geojson")[(data[0] if data else 0) % 4], data[1:])


def scripts(data: bytes) -> None:
    """Arrays in scripts."""
    _import(".js", data)


def lists(data: bytes) -> None:
    """Two versions of a list go into a timeline, one after the other; the second one again changes nothing."""
    old, _, new = data.partition(b"\0")
    events = _file(".yaml", b"events:\n")
    memory = beside(events)
    memory.unlink(missing_ok=True)
    for version in (old, new, new):
        before = events.read_bytes(), memory.read_bytes() if memory.exists() else b""
        with suppress(RaidlineError):
            records = read_records(_file(".csv", version))
            imported = make_events(agreements(records) if is_such_a_list(records) else records, Columns(), "import")
            found = records_of(loads(dump({"events": imported.events}), "imported.yaml"))
            rows = listed([one.event for one in found if not isinstance(one, Problem)], imported.keys, "import")
            update(events, "list", rows)
    assert not memory.exists() or before == (events.read_bytes(), memory.read_bytes())


def calendars(data: bytes) -> None:
    """Calendars."""
    _import(".ics", data)


def entries(data: bytes) -> None:
    """Calendars composed of what calendars are made of, so that times and zones meet."""
    _import(".ics", calendar(Choices(data)).encode("utf-8", "surrogatepass"))


def mappings(data: bytes) -> None:
    """The file that says which column is which field."""
    with suppress(RaidlineError):
        read_columns(_file(".yaml", data))


def exports(data: bytes) -> None:
    """Events of any texts go through every format, twice to the same bytes; those that can be are parsed."""
    timeline = build_timeline(made_up(data), {"star": ARTICLE})
    for name in FORMATS:
        written = b"".join(export_chunks(timeline, name, Options()))
        assert written == b"".join(export_chunks(timeline, name, Options())), name
        left_out(timeline, name)
        if not FORMATS[name].binary:
            assert block(written.decode().replace("\r\n", "\n")) == written.decode().replace("\r\n", "\n"), name
        elif name == "xlsx":
            assert {cell.data_type for sheet in load_workbook(BytesIO(written)) for row in sheet for cell in row} <= {
                "s",
                "n",  # as an empty cell has it
            }
        else:
            with closing(sqlite3.connect(":memory:")) as database:
                database.deserialize(written)
                assert database.execute("pragma integrity_check").fetchall() == [("ok",)]


def sites(data: bytes) -> None:
    """Every page of a site stands at an address inside of it, and is made."""
    index = {"star": ARTICLE}
    site = plan_site(contents_of(build_timeline(made_up(data), index), index, "https://a.example/"), Options())
    for path, page in site.items():
        assert is_address(path)
        assert page.make()
    assert len({path.lower() for path in site}) == len(site)


def texts(data: bytes) -> None:
    """What is inert stays so; lines are where they are."""
    text = data.decode("utf-16-le", "surrogatepass") if len(data) % 2 == 0 and _pairs(data) else data.decode("latin-1")
    assert block(block(text)) == block(text)
    assert line(line(text)) == line(text)
    assert "\n" not in line(text)
    assert web_link(web_link(text)) == web_link(text)
    json_escaped(text).encode()
    lines = Lines(text)
    assert all(lines.position(n)[0] >= 1 for n in range(min(len(text), 50)))


def growth(data: bytes) -> None:
    """Four times the text takes about four times as long, in whatever reads running text or a file."""
    unit = data[:24] or b"x"
    small, large = (unit * (size // len(unit)) for size in (10_000, 40_000))
    for target in (timexes, extraction, timeline_file, reports, pages, dates):
        slow = _time(target, large)
        if slow > SLOW and slow > STEEPEST * min(_time(target, small) for _ in range(2)):
            slow = min(slow, *(_time(target, large) for _ in range(2)))
            ratio = slow / max(TICK, min(_time(target, small) for _ in range(3)))
            assert ratio < STEEPEST, f"{target.__name__} takes {ratio:.0f} times as long for four times {unit!r}"


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        timeline_file,
        dates,
        timexes,
        composed,
        extraction,
        reports,
        json_lines,
        pages,
        pubdates,
        documents,
        answers,
        mails,
        archives,
        tables,
        workbooks,
        cards,
        objects,
        scripts,
        lists,
        calendars,
        entries,
        mappings,
        exports,
        sites,
        texts,
        growth,
    )
}

_DATES = (
    "2017-02-01", "2017-02", "2017", "2017-02-01~/2017-02-10~", "../2017", "2016-21", "201X", "2017-02-01T10:30:00Z",
    "[2017-02-01..2017-02-10]", "0001", "9999-12-31", "2017-03/..", "19XX~", "2017-33",
)  # fmt: skip
_PLACES = ("Austin, Texas", "Travis County, Texas", "Texas", "United States", "New York City", "Nowhere", "48453")
_COUNTS = ("51", "at least 51", "about 700", "dozens", "10 to 12", "unknown", "nearly 7")
_KINDS = ("operation", "policy", "hearing", "statement", "other")
_STATUSES = ("occurred", "planned", "alleged", "cancelled", "retracted")


def made_up(data: bytes) -> list[Event]:
    """Return up to four events out of bytes, past the model where it would refuse a text."""
    taken = Choices(data)
    return [_event(taken, number) for number in range(1 + taken.number(4))]


def _event(taken: Choices, number: int) -> Event:
    source = {
        "url": taken.one_of(("https://a.example/", "javascript:", "")) + taken.text(),
        "publisher": taken.text(),
        "published": taken.one_of(_DATES),
        "quote": taken.text(),
        "title": taken.text(),
        "says": {"date": taken.one_of(_DATES), "note": taken.text(), "places": [taken.text()]},
    }
    event = Event.model_validate(
        {
            "id": f"event-{number}",
            "date": taken.one_of(_DATES),
            "title": taken.text(),
            "kind": taken.one_of(_KINDS),
            "status": taken.one_of(_STATUSES),
            "places": [taken.one_of(_PLACES), taken.one_of((*_PLACES, taken.text()))],
            "agencies": [taken.text()],
            "counts": {taken.one_of(("arrested", taken.text())): taken.one_of(_COUNTS)},
            "summary": taken.text(),
            "notes": taken.text(),
            "sources": [source, {"article": "star", "quote": taken.text()}][taken.number(2) :],
        }
    )
    return event.model_copy(update={"id": taken.text()}) if taken.number(4) == 3 else event


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it, for speed
    return tempfile.TemporaryDirectory(prefix="raidline-fuzz-", dir=memory if memory.is_dir() else None)


def _file(suffix: str, data: bytes) -> Path:
    path = Path(_folder().name) / f"input{suffix}"
    path.write_bytes(data)
    return path


def _read(suffix: str, data: bytes) -> None:
    found: Iterable[Article | Problem] = read_file(_file(suffix, data))
    for one in found:
        if isinstance(one, Article):
            one.text.encode()
            assert one.id
            assert one.id.isprintable()
        else:
            assert one.message


def _import(suffix: str, data: bytes) -> None:
    with suppress(RaidlineError):
        imported = make_events(read_records(_file(suffix, data)), Columns(), "import")
        document = loads(dump({"events": imported.events}), "imported.yaml")
        assert not document.problems
        assert len(list(records_of(document))) >= len(imported.events)


def _pairs(data: bytes) -> bool:
    return len(data) > 1 and data[1] in {0, 0x20, 0xD8, 0xDC}


def _time(target: Callable[[bytes], None], data: bytes) -> float:
    began = process_time()
    target(data)
    return process_time() - began
