"""Whatever changed between two runs of `raidline publish`, the folder is then that of a first run: byte for byte."""

from __future__ import annotations

import random
import shutil

import pytest

from raidline.publish import contents, site
from raidline.publish.pages import front

pytestmark = pytest.mark.slow
EVENT = """\
  - id: {id}
    date: {date}
    title: {title}
    kind: {kind}
    places: ["{place}"]
    agencies: [{agency}]
    counts: {{arrested: at least 3}}
    sources:
      - {{url: "https://herald.example/{id}", publisher: Herald, published: 2021-01-02, quote: "It {title}."}}
      - {{article: star, quote: Agents came.}}
"""
PLACES = ("Austin, Texas", "Denver, Colorado", "Texas", "Travis County, Texas", "New York City", "Gotham Heights")
KINDS = ("policy", "operation", "hearing")
SETTINGS = '[site]\ntitle = "A record"\npublisher = "Riverside Times"\n'
REMOVED = "removed:\n  - {id: gone, day: 2026-02-01, text: It never took place., places: [Texas]}\n"


def event(number, **told):
    usual = {"id": f"e{number}", "date": f"20{number % 25:02}-0{number % 9 + 1}", "title": f"went on {number}"}
    usual |= {"kind": KINDS[number % 3], "place": PLACES[number % len(PLACES)], "agency": f"Body {number % 2}"}
    more = "".join(f"    {line}\n" for line in told.pop("more", ()))
    return EVENT.format(**usual | told) + more


class Project:
    """A newsroom's folder: what it holds is changed by the edits below, and published into folders beside it."""

    def __init__(self, folder, run):
        self.folder, self.run = folder, run
        self.events = {number: event(number) for number in range(8)}
        self.write("raidline.toml", SETTINGS)
        self.save()

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def save(self):
        self.write("data/events.yaml", "events:\n" + "".join(self.events.values()))

    def say(self, number, **told):
        self.events[number] = event(number, **told)
        self.save()

    def drop(self, number):
        del self.events[number]
        self.save()

    def published(self, name, *options):
        code, _, err = self.run("publish", name, "--base-url", "https://example.org/", *options)
        assert code == 0, err
        return err

    def files(self, name):
        top = self.folder / name
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


@pytest.fixture
def project(folder, run, monkeypatch, tmp_path):
    monkeypatch.setenv("RAIDLINE_CACHE", str(tmp_path / "cache"))
    return Project(folder, run)


@pytest.fixture
def as_new(project, monkeypatch):
    """Whether a site is what a first run without any cache makes of the project."""

    def as_new(name, *options):
        with monkeypatch.context() as patch:
            patch.setenv("RAIDLINE_CACHE", "")
            project.published("new", *options)
        new = project.files("new")
        shutil.rmtree(project.folder / "new")
        assert project.files(name) == new
        return True

    return as_new


EDITS = {
    "an event added": lambda p: p.say(20),
    "one added where nothing was": lambda p: p.say(20, place="Boise, Idaho"),
    "one taken out": lambda p: p.drop(3),
    "one taken out and told of": lambda p: (p.drop(3), p.write("data/events.removed.yaml", REMOVED)),
    "all but one taken out": lambda p: [p.drop(number) for number in range(1, 8)],
    "said anew": lambda p: p.say(3, title="was called off"),
    "moved": lambda p: p.say(3, place="El Paso, Texas"),
    "on another day": lambda p: p.say(3, date="1999-12-31"),
    "of another kind": lambda p: p.say(3, kind="protest"),
    "by another body": lambda p: p.say(3, agency="Body of Others"),
    "corrected": lambda p: p.say(3, more=["corrections: [{day: 2026-01-15, text: It was five people.}]"]),
    "retracted": lambda p: p.say(3, more=["status: retracted"]),
    "renamed": lambda p: p.say(3, id="e3-and-more", more=["aliases: [e3]"]),
    "related": lambda p: p.say(3, more=["related: [e5]"]),
    "noted for curators": lambda p: p.say(3, more=["notes: Ask again."]),
    "an article's headline": lambda p: p.write(
        "data/articles/star.md",
        (p.folder / "data/articles/star.md").read_text("utf-8").replace("title: ", "title: More of "),
    ),
    "an article lost": lambda p: (p.folder / "data/articles/star.md").unlink(),
    "settings": lambda p: p.write("raidline.toml", SETTINGS + 'contact = "desk@example.org"\n'),
    "the language of dates": lambda p: p.write("raidline.toml", SETTINGS + 'language = "en-GB"\n'),
    "no settings": lambda p: (p.folder / "raidline.toml").unlink(),
    "nothing": lambda p: None,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_law_after_an_edit_a_site_is_that_of_a_first_run(project, as_new, edit):
    project.published("site")
    edit(project)
    project.published("site")
    assert as_new("site")
    assert "\n0 files written, " in f"\n{project.published('site')}"


@pytest.mark.parametrize(
    "options",
    [["--context"], ["--place", "Texas"], ["--kind", "policy"], ["--sort", "newest"], ["--urls"], ["--jobs", "1"]],
    ids=" ".join,
)
def test_law_other_options_make_the_site_of_a_first_run_with_them(project, as_new, options):
    project.published("site")
    project.published("site", *options)
    assert as_new("site", *options)


@pytest.mark.parametrize("name", ["index.html", "texas/index.html", "data/sources.csv", "search/words-w.js"])
def test_law_a_file_that_was_deleted_is_there_again(project, as_new, name):
    project.published("site")
    (project.folder / "site" / name).unlink()
    project.published("site")
    assert as_new("site")
    (project.folder / "site" / name).unlink()
    project.say(3, title="was called off")
    project.published("site")
    assert as_new("site")


def test_law_another_version_makes_the_site_that_is_its_own(project, as_new, monkeypatch):
    project.published("site")
    monkeypatch.setattr(front, "NEWEST", 1)
    for module in (contents, site):
        monkeypatch.setattr(module, "program", lambda: "another")
    project.published("site")
    assert as_new("site")


def edit_at_random(chance, project):
    """Add an event or say one anew, take one out, or do one of the edits above."""
    number, what = chance.randrange(30), chance.randrange(4)
    if what == 0 and number in project.events and len(project.events) > 1:
        project.drop(number)
    elif what == 1 and set(range(8)) <= project.events.keys():
        EDITS[chance.choice([name for name in EDITS if name not in ("an article lost", "no settings")])](project)
    else:
        date = f"20{chance.randrange(25):02}-0{chance.randrange(1, 10)}"
        place, kind = chance.choice(PLACES), chance.choice(KINDS)
        project.say(number, date=date, place=place, kind=kind, agency=f"Body {number % 4}")


@pytest.mark.parametrize("seed", range(6))
def test_law_after_many_edits_a_site_is_that_of_a_first_run(project, as_new, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(6):
        project.published("site")
        for _ in range(chance.randint(1, 3)):
            edit_at_random(chance, project)
        project.published("site")
        assert as_new("site")
