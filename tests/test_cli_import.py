from __future__ import annotations

import pytest

TABLE = "Date,Headline,City,State,Type,Officer\n2/5/2017,A raid,Austin,TX,raid,Mustard\nsomeday,Another,,TX,policy,\n"


@pytest.fixture
def table(folder):
    (folder / "raids.csv").write_text(TABLE)
    return folder


def test_events_and_what_could_not_be_read(table, run):
    code, out, err = run("import", "raids.csv")
    assert code == 1
    assert out.startswith("events:\n  - id: 2017-02-05-austin-operation\n    date: 2017-02-05\n    title: A raid\n")
    assert err.split("\n")[:-1] == [
        "raids.csv: column 'Date': 2/5/2017 is read as February 5, because no date shows which number is the month;"
        " --day-first makes it May 2",
        "raids.csv: line 2 and 1 more: no source is named; 'raids-csv' is used instead",
        "raids.csv: line 3: date 'someday' cannot be read; kept in notes",
        "raids.csv: column 'Officer': kept in notes (1 time)",
        "2 events from raids.csv; 1 cell could not be read for sure",
        "-:14:5: error: the key 'date' is missing [missing-key]",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.csv", "Date,Title,Link,Seen\n2017,T,https://j:probe@a.example/1?token=probe&id=5,https://b.example/?sig=probe\n"),
        ("x.json", '[{"date": "2017", "title": "T", "url": "https://j:probe@a.example/1?token=probe&id=5", "more": {"x": ["https://b.example/?sig=probe"]}}]'),
    ],
)  # fmt: skip
def test_what_lets_somebody_in_is_taken_out_of_addresses(name, text, folder, run):
    (folder / name).write_text(text)
    _, out, err = run("import", name)
    assert "https://a.example/1?id=5" in out
    assert "probe" not in out + err
    where = "line 2" if name == "x.csv" else "record 1"
    for secret in ("user", "token", "sig"):
        assert f"{name}: {where}: an address grants access through its {secret}; that was removed\n" in err


def test_into_a_new_file(table, run):
    (table / "raids.csv").write_text(TABLE.replace("someday", "2018"))
    code, out, err = run("import", "raids.csv", "-o", "new.yaml")
    assert (code, out) == (0, "")
    assert err.endswith(
        "2 events from raids.csv\n"
        "new.imports.jsonl beside it remembers which row made which event: a later version comes with --into new.yaml\n"
        "next: raidline check new.yaml\n"
    )
    assert run("fmt", "--check", "new.yaml")[0] == 0
    assert run("import", "raids.csv", "--into", "new.yaml")[2].endswith(
        "0 events added, 0 changed, 0 to decide; nothing else of new.yaml changes\n"
    )
    before = (table / "new.yaml").read_text()
    code, out, err = run("import", "raids.csv", "-o", "new.yaml")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "exists already" in err
    assert (table / "new.yaml").read_text() == before


def test_with_a_mapping(table, run):
    (table / "map.yaml").write_text("columns: {Officer: skip}\ndefaults: {city: Dallas, kind: other}\n")
    _, out, err = run("import", "raids.csv", "--mapping", "map.yaml")
    assert "Mustard" not in out + err
    assert '["Dallas, Texas"]' in out


def test_there_and_back(folder, run):
    assert run("export", "--format", "jsonl", "-o", "x.jsonl")[0] == 0
    assert run("import", "x.jsonl", "-o", "data/back.yaml") == (0, "", "3 events from x.jsonl\n")
    assert run("diff", "data/events.yaml", "data/back.yaml")[0] == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nowhere.csv"], "there is no file or folder nowhere.csv"),
        (["raids.csv", "--mapping", "nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["raids.csv", "--mapping", "raids.csv"], "raids.csv"),
        (["raids.csv", "-o", "nowhere/new.yaml"], "cannot be written"),
        (["raids.csv", "-o", "data"], "cannot be written: is a directory"),
        (
            ["raids.csv", "--into", "data/new.yaml"],
            "write a new one with -o data/new.yaml, or begin with `raidline init`",
        ),
        (["raids.csv", "--into", "raids.cvs"], "did you mean"),
        ([], "Missing argument"),
    ],
)
def test_misuse(args, words, table, run):
    code, _, err = run("import", *args)
    assert code == 2
    assert words in err


@pytest.mark.parametrize(
    ("name", "near"), [("riads.csv", "raids.csv"), ("raids.cvs", "raids.csv"), ("nowhere.csv", None)]
)
def test_a_misspelt_file_is_told_with_the_one_beside_it(name, near, table, run):
    code, _, err = run("import", table / name)
    assert code == 2
    assert ("did you mean" in err) is bool(near)
    assert near is None or f"did you mean {table / near}?" in err


def test_many_problems_of_one_rule_are_counted_after_the_tenth(folder, run):
    (folder / "raids.csv").write_text("Date,Title,State\n" + "unclear,T,TX\n" * 30)
    code, _, err = run("import", "raids.csv")
    assert code == 1
    assert err.count("key 'date' is missing") == 10
    assert "20 more of [missing-key]; `raidline check` on the written file lists all\n" in err


def test_each_decision_about_a_column_is_printed_once(folder, run):
    (folder / "raids.csv").write_text("Date,Title,State,Officer,Empty\n" + "2017-02-05,T,TX,Mustard,\n" * 3)
    code, out, err = run("import", "raids.csv", "--explain")
    assert code == 0
    assert out.startswith("events:\n")
    rows = [line.split() for line in err.split("\n")[1:8]]
    assert rows == [
        ["column", "field", "why", "filled", "example"],
        ["Date", "date", "heading", "3", "2017-02-05"],
        ["Title", "title", "heading", "3", "T"],
        ["State", "state", "heading", "3", "TX"],
        ["Officer", "notes", "no", "field", "3", "Mustard"],
        ["Empty", "notes", "empty", "0"],
        [],
    ]


def test_a_file_that_cannot_be_read_is_one_error(tmp_path, run):
    path = tmp_path / "x.json"
    path.write_bytes("[]".encode("utf-32"))
    assert run("import", path) == (2, "", f"error: {path}: is UTF-32; save it as UTF-8\n")


ALL_READ = {
    "all is read": "Date,Title,City,State,Link\n2017-02-05,T,Austin,TX,https://x.example/a",
    "a column without a field": "Date,Title,State,Officer\n2017,T,TX,Mustard",
    "no source but the list": "Date,Title,State\n2017,T,TX",
    "no kind": "Date,Title,State,Link\n2017,T,TX,https://x.example/a",
    "an empty cell": "Date,Title,City,State,Arrested\n2017,T,,TX,",
    "words beside a date": "Date,Title,State\n2/5/2017 (raid began at dawn),T,TX",
    "words beside a count": "Date,Title,State,Arrested\n2017,T,TX,5 (2 women)",
    "a person where a body should be": "Date,Title,State,Agency\n2017,T,TX,Dana Whitlock",
    "a secret in an address": "Date,Title,State,Link\n2017,T,TX,https://x.example/?token=probe",
    "an order that was chosen": "Date,Title,State\n3/4/2017,T,TX",
}
NOT_ALL_READ = {
    "date": "Date,Title,State\nsomeday,T,TX",
    "an end before the date": "Date,End date,Title,State\n2017,2016,T,TX",
    "day of publication": "Date,Title,State,Link,Published\n2017,T,TX,https://x.example/a,someday",
    "count": "Date,Title,State,Arrested\n2017,T,TX,lots",
    "place": "Date,Title,Place\n2017,T,Nowhere Flats",
    "ambiguous place": "Date,Title,Place\n2017,T,Springfield",
    "country": "Date,Title,State,Country\n2017,T,TX,Nowhereland",
    "kind": "Date,Title,State,Type\n2017,T,TX,fandango",
    "status": "Date,Title,State,Status\n2017,T,TX,fandango",
    "precision": "Date,Title,State,Date precision\n2017,T,TX,fandango",
    "id of another event": "ID,Date,Title,State\na,2017,T,TX\na,2018,U,TX",
    "row of totals": "Date,Title,State,Arrested\n2017,T,TX,5\nTotal,,,5",
    "no date": "Date,Title,State\n,T,TX",
}


@pytest.mark.parametrize(
    ("table", "expected"), [*((text, 0) for text in ALL_READ.values()), *((text, 1) for text in NOT_ALL_READ.values())],
    ids=[*ALL_READ, *NOT_ALL_READ],
)  # fmt: skip
def test_the_exit_code_tells_whether_all_was_read(table, expected, folder, run):
    (folder / "x.csv").write_text(table + "\n")
    code, out, err = run("import", "x.csv")
    assert (code, "title: T" in out) == (expected, True), err
    (folder / "events.yaml").write_text("events: []\n")
    assert run("import", "x.csv", "--into", "events.yaml")[0] == expected
    assert run("import", "x.csv", "--into", "events.yaml", "--dry-run")[0] == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x.json", '[{"date": "2017", "title": "T", "state": "TX"}]', 0),
        ("x.json", '[{"date": "someday", "title": "T", "state": "TX"}]', 1),
        ("x.json", '[{"date": "2017", "title": "T", "state": "TX"}, 5]', 1),
        ("x.jsonl", '{"date": "2017", "title": "T", "state": "TX"}\n{"date"', 1),
        ("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20170205\nSUMMARY:Raid in Austin, Texas\nEND:VEVENT\nEND:VCALENDAR", 0),
        ("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:someday\nSUMMARY:Raid in Austin, Texas\nEND:VEVENT\nEND:VCALENDAR", 1),
        ("x.md", "---\ntitle: T\nstate: TX\ndate: 2017\n---\n", 0),
        ("x.md", "---\ntitle: T\nstate: TX\ndate: someday\n---\n", 1),
        ("x.json", "[", 2),
        ("x.csv", "Date,Title\n", 2),
        ("x.txt", "Date\n2017", 2),
    ],
)  # fmt: skip
def test_the_exit_code_of_other_files(name, text, expected, folder, run):
    (folder / name).write_text(text)
    assert run("import", name)[0] == expected


def test_a_kind_that_the_mapping_decides_is_read(folder, run):
    (folder / "x.csv").write_text("Date,Title,Type,State\n2017,T,fandango,TX\n")
    (folder / "map.yaml").write_text("defaults: {kind: operation}\n")
    code, out, err = run("import", "x.csv", "--mapping", "map.yaml")
    assert (code, "kind: operation" in out, "Type: fandango" in out) == (0, True, True)
    assert "unknown to raidline; entered as operation, as the mapping says" in err


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ('composed: {title: "{Agency}: {Arrested} arrested in {City}, Texas"}', 0),
        ('composed: {title: "{Agency} takes {Arrested} people in {City}"}', 0),
        ("{}", 1),  # of a title that nobody chose, `check` still asks for a better one
    ],
)
def test_a_title_that_a_mapping_composes_is_its_curators(mapping, code, folder, run):
    (folder / "x.csv").write_text(
        "Date,Agency,City,State,Arrested,Link\n2017-02-05,ICE,Austin,TX,9,https://a.example/1\n"
    )
    told = "defaults: {kind: operation, publisher: Oak Courier, published: 2017-02-06}\n"
    (folder / "map.yaml").write_text(told + mapping.replace("{}", "") + "\n")
    assert run("import", "x.csv", "--mapping", "map.yaml", "-o", "made.yaml")[0] == 0
    done, out, err = run("check", "--strict", "made.yaml")
    assert (done, "[machine-title]" in out + err) == (code, bool(code))
    assert run("import", "x.csv", "--mapping", "map.yaml", "--into", "made.yaml")[2].endswith(
        "0 events added, 0 changed, 0 to decide; nothing else of made.yaml changes\n"
    )
