"""What a decision about a candidate makes of the timeline, and what is remembered."""

from __future__ import annotations

import os

import pytest

from raidline.dates.value import Edtf
from raidline.errors import RaidlineError
from raidline.models import Kind
from raidline.review import deciding as review
from raidline.review import desk as desk_module
from raidline.review.choosing import Filter
from raidline.review.deciding import Accept, AlreadyDecidedError, Merge, Reject, accept_all, decide, settle, undo
from raidline.review.decisions import Decided, as_lines, beside, digest, marks_of, read_log
from raidline.review.desk import proposal, read_desk
from raidline.review.nearness import nearest
from raidline.store.fmt import format_text
from raidline.store.load import load_events
from raidline.yamltext import editing, patching, rereading
from raidline.yamltext.reading import loads
from samples import ARTICLES, make_event

TIMELINE = """\
# Kept by hand.
events:
  # the first
  - id: policy
    date: 2017-01-20
    title: A sheriff's policy   # her own words
    kind: policy
    places: ["Travis County, Texas"]
    sources: [{article: star}]

  - id: sweep
    aliases: [raids]
    date: 2017-02
    title: Agents sweep across Austin
    kind: operation
    places: ["Austin, Texas"]
    counts: {arrested: at least 51}
    sources:
      - article: star
        quote: Agents came.
"""


def candidate(name="found", date="2017-02-05", **more):
    reading = {"date_text": "on Sunday", "how": "-", "trigger": "raided", "salience": 0.5, "start": 0, "end": 12}
    sources = more.pop("sources", [{"article": "herald", "quote": f"Agents raided {name}."}])
    return make_event(name, date, sources=sources, candidate=reading | more.pop("reading", {}), **more)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "events.yaml"
    file.write_text(TIMELINE)
    return file


def events_of(path):
    loaded = load_events([path])
    assert loaded.problems == ()
    return {event.id: event for event in loaded.events}


def test_an_accepted_candidate_becomes_an_event_without_what_only_machines_need(path):
    decide(path, candidate(), Accept())
    assert events_of(path)["found"] == candidate().model_copy(update={"candidate": None})
    assert path.read_text().startswith(TIMELINE)


@pytest.mark.parametrize(
    ("date", "order"),
    [
        ("2016", ["found", "policy", "sweep"]),
        ("2017-01-25", ["policy", "found", "sweep"]),
        ("2017-03", ["policy", "sweep", "found"]),
    ],
)
def test_it_goes_where_its_date_belongs(date, order, path):
    decide(path, candidate(date=date), Accept())
    assert list(events_of(path)) == order
    for comment in ("# Kept by hand.", "# the first", "# her own words"):
        assert comment in path.read_text()


def test_in_a_file_without_order_it_goes_to_the_end(path):
    path.write_text(TIMELINE.replace("2017-01-20", "2018"))
    decide(path, candidate(date="2016"), Accept())
    assert list(events_of(path)) == ["policy", "sweep", "found"]


@pytest.mark.parametrize("text", ["", "events:\n", "events: []\n", "# mine\nevents:\n"])
def test_the_first_event_of_a_timeline(text, path):
    path.write_text(text)
    decide(path, candidate(), Accept())
    assert list(events_of(path)) == ["found"]


def test_ids_are_never_used_twice(path):
    decide(path, candidate("sweep"), Accept())
    decide(path, candidate("raids"), Accept())
    assert list(events_of(path)) == ["policy", "sweep", "raids-2", "sweep-2"]


def test_related_events_are_those_that_are_there(path):
    one, two = candidate("one", related=["two"]), candidate("two", related=["one", "policy", "nowhere"])
    decide(path, one, Accept(one.model_copy(update={"id": "renamed", "related": ()})))
    decide(path, two, Accept())
    assert events_of(path)["two"].related == ("renamed", "policy")


def test_an_edited_event_is_taken_as_it_is_but_for_a_taken_id(path):
    edited = make_event("mine", title="My own title", related=["anything"])
    decide(path, candidate(), Accept(edited))
    assert events_of(path)["mine"] == edited
    with pytest.raises(RaidlineError, match="the id sweep is taken"):
        decide(path, candidate("other"), Accept(make_event("sweep")))
    assert "Title of sweep" not in path.read_text()
    assert len(read_log(beside(path)).decisions) == 1


@pytest.mark.parametrize("into", ["sweep", "raids"])
def test_merging_adds_the_sources(into, path):
    decide(path, candidate(), Merge(into))
    event = events_of(path)["sweep"]
    assert [source.article for source in event.sources] == ["star", "herald"]
    assert event.sources[1].says is None
    assert event.date.text == "2017-02"
    assert read_log(beside(path)).decisions[0].event == "sweep"


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (candidate(date="2017-01"), {"date": "2017-01"}),
        (candidate(date="2017"), None),
        (candidate(counts={"arrested": "about 60"}), None),
        (candidate(counts={"arrested": "30"}), {"counts": {"arrested": "30"}}),
        (candidate(counts={"injured": "30"}), None),
    ],
)
def test_what_a_merged_source_says_otherwise_is_on_record(found, says, path):
    decide(path, found, Merge("sweep"))
    told = events_of(path)["sweep"].sources[1].says
    assert (told.model_dump(mode="json", exclude_defaults=True) if told else None) == says


def test_of_several_sources_only_the_first_is_known_to_give_the_date(path):
    sources = [{"article": "herald", "quote": "One."}, {"article": "star-again", "quote": "Two."}]
    decide(path, candidate(date="2017-01", counts={"arrested": "30"}, sources=sources), Merge("sweep"))
    told = [source.says for source in events_of(path)["sweep"].sources[1:]]
    assert (told[0].date.text, told[0].counts, told[1]) == ("2017-01", {}, None)


def test_a_source_that_is_there_is_not_added_again(path):
    found = candidate(sources=[{"article": "star", "quote": "Agents came."}])
    decide(path, found, Merge("sweep"))
    assert path.read_text() == TIMELINE
    assert read_desk(path).open([found]) == []


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights elsewhere")
def test_a_link_leads_to_the_same_decisions(path):
    link = path.parent / "link.yaml"
    link.symlink_to(path)
    decide(link, candidate(), Accept())
    assert link.is_symlink()
    assert read_desk(path).open([candidate()]) == []
    assert {file.name for file in path.parent.iterdir()} == {"events.yaml", "link.yaml", "events.review.jsonl"}


def test_merging_into_nothing_changes_nothing(path):
    with pytest.raises(RaidlineError, match="no event 'nowhere'"):
        decide(path, candidate(), Merge("nowhere"))
    assert path.read_text() == TIMELINE
    assert not beside(path).exists()


def test_rejecting_leaves_the_timeline_alone(path):
    decide(path, candidate(), Reject())
    assert path.read_text() == TIMELINE
    assert read_desk(path).open([candidate(), candidate("other")]) == [candidate("other")]


@pytest.mark.parametrize("choice", [Accept(), Merge("sweep"), Reject()])
def test_what_was_decided_is_not_asked_again_nor_decided_again(choice, path):
    decide(path, candidate(), choice)
    before = path.read_text()
    assert read_desk(path).open([candidate()]) == []
    with pytest.raises(AlreadyDecidedError, match=r"found was (accepted as found|merged|rejected) in the meantime"):
        decide(path, candidate(), Accept())
    assert path.read_text() == before


def test_what_was_accepted_and_edited_out_of_recognition_is_not_asked_again(path):
    decide(path, candidate(), Accept(make_event("mine", "2016", title="Mine", sources=[{"article": "z"}])))
    assert read_desk(path).open([candidate()]) == []


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        (candidate("renamed", sources=[{"article": "herald", "quote": "Agents raided found."}]), False),
        (candidate(title="Another machine's title"), False),
        (candidate(reading={"salience": 0.1}), False),
        (candidate(date="2017-02-06"), True),
        (candidate(kind="policy"), True),
        (candidate(places=["Texas"]), True),
        (candidate(sources=[{"article": "star", "quote": "Agents raided found."}]), True),
        (candidate(sources=[*candidate().model_dump(mode="json")["sources"], {"article": "b", "quote": "New."}]), True),
    ],
)
def test_a_candidate_is_known_by_sentence_kind_date_and_places(other, asked, path):
    decide(path, candidate(), Reject())
    assert bool(read_desk(path).open([other])) is asked


def test_a_candidate_told_by_several_is_decided_with_each_of_them(path):
    both = [{"article": "herald", "quote": "One."}, {"article": "star", "quote": "Two."}]
    decide(path, candidate(sources=both[:1]), Reject())
    assert read_desk(path).open([candidate(sources=both)])
    decide(path, candidate(sources=both[1:]), Reject())
    assert read_desk(path).open([candidate(sources=both)]) == []


def test_the_most_salient_comes_first(path):
    found = [candidate(name, reading={"salience": score}) for name, score in (("a", 0.2), ("b", 0.9), ("c", 0.9))]
    assert [one.id for one in read_desk(path).open(found)] == ["b", "c", "a"]


def test_a_crash_before_the_events_were_written_leaves_the_candidate_open(path, monkeypatch):
    def crash(target, text, **_):
        if target == path:
            raise KeyboardInterrupt
        target.write_text(text)

    decide(path, candidate("earlier"), Reject())
    monkeypatch.setattr(review, "write_text", crash)
    with pytest.raises(KeyboardInterrupt):
        decide(path, candidate(), Accept())
    monkeypatch.undo()
    assert len(read_log(beside(path)).decisions) == 2
    assert read_desk(path).open([candidate(), candidate("earlier")]) == [candidate()]
    decide(path, candidate(), Accept())
    assert [one.decision for one in read_log(beside(path)).decisions] == ["rejected", "accepted"]
    assert "found" in events_of(path)


def test_a_crash_after_the_events_were_written_leaves_it_decided(path):
    decide(path, candidate(), Accept())
    path.write_text(path.read_text() + "# a note of mine\n")
    assert read_desk(path).open([candidate()]) == []


def test_an_edit_by_hand_during_a_decision_is_kept(path, monkeypatch):
    reads = []
    real = review.read_text

    def read(file, **options):
        reads.append(file)
        if len(reads) == 1:  # the look before writing
            path.write_text(path.read_text().replace("# Kept by hand.", "# Kept by two hands."))
        return real(file, **options)

    monkeypatch.setattr(review, "read_text", read)
    decide(path, candidate(), Accept())
    assert path.read_text().startswith("# Kept by two hands.")
    assert "found" in events_of(path)


@pytest.mark.parametrize("merge", [False, True])
def test_an_edit_by_hand_while_the_disk_is_slow_is_kept(path, monkeypatch, merge):
    """After the decision was written and before the events are: both are done again on what is there then."""
    real, edits = os.fsync, []

    def slow(descriptor):
        real(descriptor)
        if not edits and (path.parent / "events.review.jsonl").exists():
            path.write_text(path.read_text().replace("# Kept by hand.", "# Kept by two hands."))
            edits.append(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    decide(path, candidate(), Merge("sweep") if merge else Accept())
    assert edits
    assert path.read_text().startswith("# Kept by two hands.")
    if merge:
        assert [source.article for source in events_of(path)["sweep"].sources] == ["star", "herald"]
    else:
        assert "found" in events_of(path)
    assert len(read_desk(path).decisions) == 1
    assert read_desk(path).open([candidate()]) == []


def test_events_with_mistakes_stay_as_they_are(path):
    broken = TIMELINE.replace("kind: policy", "kind: polcy")
    path.write_text(broken)
    decide(path, candidate(), Accept())
    assert path.read_text().startswith(broken)


@pytest.mark.parametrize(
    "text", ["events: [\n", "\x00", "just text\n", "events: none\n", "events: {id: a}\n", "- id: a\n"]
)
def test_what_is_no_timeline_is_refused_and_left_alone(text, path):
    path.write_text(text)
    with pytest.raises(RaidlineError):
        decide(path, candidate(), Accept())
    assert path.read_text() == text
    assert not beside(path).exists()


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "{}", '{"decision": "maybe"}'])
def test_a_broken_line_among_the_decisions_is_named(line, path):
    decide(path, candidate(), Reject())
    beside(path).write_text(beside(path).read_text() + line + "\n")
    with pytest.raises(RaidlineError, match=r"events\.review\.jsonl:2: this line is not a review decision"):
        read_desk(path)


def test_the_nearest_events_come_first(path):
    path.write_text(
        "events:\n"
        + "".join(
            f"  - {{id: {name}, date: {date}, title: T, kind: {kind}, places: ['{place}'], sources: [{{article: a}}]}}\n"
            for name, date, kind, place in (
                ("other-place", "2017-02-05", "operation", "Chicago, Illinois"),
                ("years-ago", "2014", "operation", "Austin, Texas"),
                ("later", "2017-03", "operation", "Austin, Texas"),
                ("county", "2017-02", "operation", "Travis County, Texas"),
                ("state", "2017-02", "operation", "Texas"),
                ("policy", "2017-02-05", "policy", "Austin, Texas"),
                ("state-policy", "2017-02-05", "policy", "Texas"),
            )
        )
    )
    assert [event.id for event in nearest(read_desk(path), candidate())] == ["county", "later", "state", "policy"]


def test_an_event_of_the_same_report_is_near_wherever_it_is_said_to_be(path):
    row = "  - {{id: {}, date: {}, title: T, kind: {}, places: [{}], sources: [{{url: {}, publisher: P, published: 2017-03-01}}]}}\n"
    path.write_text(
        "events:\n"
        + row.format("near", "2017-02-05", "operation", "'Austin, Texas'", "https://x.example/2")
        + row.format("misspelt", "2014", "other", "Austn", "https://x.example/1")
    )
    report = candidate().model_copy(update={"sources": read_desk(path).records[1].event.sources})
    assert [event.id for event in nearest(read_desk(path), report)] == ["misspelt", "near"]


@pytest.mark.parametrize("text", [TIMELINE, "", "events: []\n", "events: [{id: broken}]\n"])
def test_many_are_accepted_in_one_step(text, path):
    path.write_text(text)
    found = [
        candidate("last", "2018", related=["first"]),
        candidate("first", "2016", related=["last"]),
        candidate("sweep", "2017-02-05"),
        candidate("again", "2017-02-05", sources=[{"article": "herald", "quote": "Agents raided sweep."}]),
        candidate("between", "2017-01-25"),
    ]
    decide(path, candidate("old"), Reject())
    decisions = accept_all(path, [*found, candidate("old")])
    assert len(decisions) == len(found) - 1  # one is there twice
    assert accept_all(path, found) == []
    kept = ["policy", "sweep"] if text == TIMELINE else []
    sweep, twice = ("sweep-2", "again") if kept else ("sweep", "again")
    events = {event.id: event for event in load_events([path]).events}
    assert set(events) - {sweep, twice} == {"first", "between", "last", *kept} - {sweep}
    assert [event.date for event in events.values()] == sorted(event.date for event in events.values())
    assert (events["first"].related, events["last"].related) == (("last",), ("first",))


def test_what_is_in_canonical_form_stays_so(path):
    path.write_text(format_text(TIMELINE, path))
    long = [{"article": "herald", "quote": "Agents raided " + "one house after the other " * 20 + "and left."}]
    found = [candidate(name, date, sources=long, counts={"arrested": "9"}, agencies=["ICE"], title="Title: of it, and")
             for name, date in (("b", "2016"), ("a", "2016-01"), ("y", "2017-02"), ("z", "2018"))]  # fmt: skip
    accept_all(path, found)
    decide(path, candidate("merged", "2017-01", counts={"arrested": "9"}), Merge("sweep"))
    assert path.read_text() == format_text(path.read_text(), path)


def test_a_crash_in_the_middle_of_many_leaves_all_of_them_open(path, monkeypatch):
    found = [candidate(name) for name in ("one", "two", "three")]
    decide(path, candidate("zero"), Accept())
    real = review.write_text
    monkeypatch.setattr(
        review, "write_text", lambda target, text, **read: real(target, text, **read) if target != path else None
    )
    accept_all(path, found)
    monkeypatch.undo()
    assert len(read_desk(path).open([*found, candidate("zero")])) == 3
    accept_all(path, found)
    assert read_desk(path).open(found) == []
    assert len(read_log(beside(path)).decisions) == 4


@pytest.mark.parametrize(
    ("wanted", "passes"),
    [
        (Filter(), True),
        (Filter(kinds=(Kind.OPERATION,)), True),
        (Filter(kinds=(Kind.POLICY, Kind.ORDER)), False),
        (Filter(salience=0.5), True),
        (Filter(salience=0.51), False),
        (Filter(corroborated=2), True),
        (Filter(corroborated=3), False),  # The Evening Star and Evening Star are one publisher
        (Filter((Kind.OPERATION,), 0.5, 2), True),
        (Filter((Kind.OPERATION,), 0.6, 2), False),
    ],
)
def test_filters(wanted, passes):
    sources = [{"article": name, "quote": "Q."} for name in ("herald", "star", "star-again")]
    assert wanted.passes(candidate(sources=sources), ARTICLES) is passes


def test_what_no_machine_read_can_be_reviewed_too(path):
    event = make_event("by-hand")
    assert not Filter(salience=0.1).passes(event, {})
    decide(path, event, Accept())
    assert "by-hand" in events_of(path)


def test_marks_do_not_depend_on_the_run():
    assert marks_of(candidate()) == marks_of(candidate())
    assert digest("a") == "ca978112ca1bbdca"
    assert Decided().on(candidate()) is None


def test_a_proposal_is_what_accepting_writes(path):
    proposed = proposal(read_desk(path), candidate("sweep"))
    decide(path, candidate("sweep"), Accept())
    assert events_of(path)["sweep-2"] == proposed


NOW = Edtf.parse("2026-11-28T20:15:30Z")


def test_what_is_accepted_is_updated_now(path):
    decide(path, candidate(), Accept(), now=NOW)
    assert {name: event.updated for name, event in events_of(path).items() if event.updated} == {"found": NOW}


@pytest.mark.parametrize("before", ["", "    updated: 2017-05-01\n"])
def test_what_is_merged_into_is_updated_now(tmp_path, before):
    path = tmp_path / "events.yaml"
    path.write_text(
        "events:\n  - id: sweep\n    date: 2017-02\n    title: A sweep  # so called\n    kind: operation\n"
        f"    places: [Texas]\n{before}    sources:\n      - article: star\n"
    )
    decide(path, candidate(), Merge("sweep"), now=NOW)
    text = path.read_text()
    assert "    title: A sweep  # so called\n" in text
    assert text.count("updated") == 1
    assert '    places: [Texas]\n    updated: "2026-11-28T20:15:30Z"\n    sources:\n' in text


# Taking back


CHOICES = [Accept(), Accept(make_event("mine", "2016")), Merge("sweep"), Merge("policy"), Reject()]


def files(path):
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize(
    "text", [TIMELINE, TIMELINE.replace("\n", "\r\n"), TIMELINE.rstrip("\n"), TIMELINE + "# end\n"]
)
def test_a_decision_taken_back_leaves_the_files_as_they_were(choice, text, path):
    path.write_bytes(text.encode())
    decide(path, candidate("earlier"), Reject())
    before = files(path)
    now = Edtf.parse("2026-11-29T12:00:00Z")
    decision = decide(path, candidate(counts={"arrested": "30"}), choice, now=now)
    assert files(path) != before
    assert undo(path, decision)
    assert files(path) == before
    assert read_desk(path).open([candidate()]) == [candidate()]


@pytest.mark.parametrize("text", ["", "events:\n", "events: []\n", "# mine\nevents:\n"])
def test_the_first_event_taken_back(text, path):
    path.write_text(text)
    before = files(path)
    decisions = [decide(path, candidate(), Accept())]
    decisions.append(decide(path, candidate("other"), Accept()))
    for decision in reversed(decisions):
        assert undo(path, decision)
    assert files(path) == before


def test_decisions_are_taken_back_in_any_order(path):
    first = decide(path, candidate("one", "2017-01-25"), Accept())
    second = decide(path, candidate("two", "2017-01-26"), Accept())
    third = decide(path, candidate("three"), Merge("two"))
    assert not undo(path, first)  # the others are there
    assert list(events_of(path)) == ["policy", "two", "sweep"]
    assert undo(path, third) is False
    undo(path, second)
    assert path.read_text() == TIMELINE
    assert not beside(path).exists()


def test_what_was_accepted_at_once_is_taken_back_one_by_one(path):
    found = [candidate(f"c{n}", f"201{n}-02-05") for n in (6, 7, 8)] + [candidate("also", "2018-03")]
    decisions = accept_all(path, found)
    assert list(events_of(path)) == ["c6", "policy", "sweep", "c7", "c8", "also"]
    undo(path, decisions[2])
    assert list(events_of(path)) == ["c6", "policy", "sweep", "c7", "also"]
    assert [undo(path, decisions[n]) for n in (0, 3, 1)] == [False, False, True]
    assert path.read_text() == TIMELINE


def test_changes_elsewhere_stay_and_are_told(path):
    decision = decide(path, candidate(), Accept())
    path.write_text("# Not mine.\n" + path.read_text())
    assert undo(path, decision) is False
    assert path.read_text() == "# Not mine.\n" + TIMELINE


@pytest.mark.parametrize("choice", [Accept(), Merge("sweep")])
def test_what_somebody_edited_since_is_not_taken_back(choice, path):
    decision = decide(path, candidate(), choice)
    path.write_text(path.read_text().replace("Agents raided found.", "Agents raided."))
    before = files(path)
    with pytest.raises(RaidlineError, match=r"was edited in .*events\.yaml since it was (accepted|merged)"):
        undo(path, decision)
    assert files(path) == before


def test_the_same_lines_twice_are_not_guessed_between(path):
    decision = decide(path, candidate(), Merge("sweep"))
    lines = decision.change.new
    path.write_text(f"{path.read_text()}\n  - id: more\n    date: 2018\n    title: More\n    kind: operation\n"
                    f'    places: ["Texas"]\n    sources:\n{lines}')  # fmt: skip
    with pytest.raises(RaidlineError, match="was edited"):
        undo(path, decision)


def test_what_an_earlier_version_decided_is_changed_by_hand(path):
    decide(path, candidate(), Accept())
    log = beside(path)
    decision = read_log(log).decisions[0].model_copy(update={"change": None})
    log.write_text(as_lines([decision]))
    with pytest.raises(RaidlineError, match="change found by hand"):
        undo(path, decision)


def test_what_was_taken_back_is_not_taken_back_again(path):
    decision = decide(path, candidate(), Reject())
    undo(path, decision)
    with pytest.raises(RaidlineError, match="taken back in the meantime"):
        undo(path, decision)


@pytest.mark.parametrize("choice", [Accept(), Merge("sweep")])
@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("write", range(3))
def test_a_crash_while_something_is_taken_back_leaves_it_done_or_not(choice, later, write, path, monkeypatch):
    decision = decide(path, candidate(), choice)
    if later:
        decide(path, candidate("other"), Reject())
    changed = path.read_text()
    real, writes = review.write_text, []

    def crash(*given, **options):
        writes.append(given)
        if len(writes) > write:
            raise KeyboardInterrupt
        real(*given, **options)

    monkeypatch.setattr(review, "write_text", crash)
    if write < 2 or later:  # without a later decision, the last step removes the file
        with pytest.raises(KeyboardInterrupt):
            undo(path, decision)
    else:
        undo(path, decision)
    monkeypatch.undo()
    is_open = read_desk(path).open([candidate()]) == [candidate()]
    assert path.read_text() == (TIMELINE if is_open else changed)
    assert read_desk(path).open([candidate("other")]) == [candidate("other")][later:]
    desk = settle(path, read_desk(path))
    assert desk.log.decisions == desk.decisions
    path.write_text(f"# mine\n{path.read_text()}")  # an edit by hand later does not make it count again
    assert (read_desk(path).open([candidate()]) == [candidate()]) is is_open


def test_a_long_timeline_is_read_once(path, monkeypatch):
    """What a decision costs does not grow with the timeline: of the text, only the part around the change is read."""
    path.write_text("events:\n" + "".join(
        f"  - {{id: e{n}, date: '{1900 + n}', title: T, kind: other, places: [Texas], sources: [{{article: a}}]}}\n"
        for n in range(200)
    ))  # fmt: skip
    desk = read_desk(path)
    sizes = []
    for module in (desk_module, rereading, patching, editing):
        monkeypatch.setattr(module, "loads", lambda text, path: sizes.append(len(text)) or loads(text, path))
    for choice in (Accept(), Merge("e100"), Reject()):
        decision = decide(path, candidate(type(choice).__name__, "2000"), choice, before=desk)
        desk = read_desk(path, desk)
        undo(path, decision, before=desk)
        desk = read_desk(path, desk)
    assert max(sizes) < len(desk.text) / 10
