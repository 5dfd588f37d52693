"""Two validators written by others find no mistake in any page: those of a site, and the one of `export --format html`.

They are html-validate and the Nu Html Checker of the W3C.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from raidline.dates.value import Edtf
from raidline.export import Options, export_timeline
from raidline.models import Removal
from raidline.publish import contents_of, plan_site
from raidline.timeline.build import build_timeline, with_removals
from samples import ARTICLES, HOSTILE, make_event, timeline_of

BROWSER = Path(__file__).parent / "browser"
NODE = shutil.which("node")
VALIDATOR = BROWSER / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
# Ids may begin with any character, lists may have a name, a title is as long as its event's, and a form that filters as one
# types sends nothing.
RULES = BROWSER / "htmlvalidate.json"
needs_validator = pytest.mark.skipif(
    NODE is None or not VALIDATOR.exists(), reason="needs node, and `npm install` in tests/browser for html-validate"
)
JAVA = shutil.which("java")
CHECKER = BROWSER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
needs_checker = pytest.mark.skipif(
    JAVA is None or not CHECKER.exists(),
    reason="needs Java, and `npm install` in tests/browser for the Nu Html Checker",
)
# A property of SVG 2 that the checker's list of CSS does not have.
_OF_SVG = "CSS: “vector-effect”: Property “vector-effect” doesn't exist."
EVENTS = [
    make_event("sweep", "2017-02-01~/2017-02-10~", related=["policy", "nobody"], aliases=["older"], agencies=["ICE"]),
    make_event("policy", "2017-01-20", ["Travis County, Texas"], kind="policy"),
    make_event(
        "raid",
        "2018-05",
        ["Reno, Nevada"],
        corrections=[{"day": "2026-01-15", "text": "The place was given as Elko, Nevada; it is Reno, Nevada."}],
    ),
    make_event("lost", "2019-03-04", ["Nowhere in Particular"]),
    *(make_event(f"e{number}", f"20{number % 20:02}-03-04", ["Bexar County, Texas"]) for number in range(501)),
    HOSTILE,
]
GONE = Removal(id="never-was", day=Edtf.parse("2026-01-20"), text="It never took place.", places=("Reno, Nevada",))


def mistakes(folder):
    """Return what the validator says of the pages in a folder: the rule, the file and the line, with the message."""
    report = folder / "report.json"  # of a long report, a pipe has only the first part
    pages = sorted(folder.rglob("*.html"))
    subprocess.run([NODE, VALIDATOR, "--config", RULES, "--formatter", f"json={report}", *pages], check=False)
    return [
        f"{message['ruleId']}: {Path(file['filePath']).relative_to(folder)}:{message['line']}: {message['message']}"
        for file in json.loads(report.read_text())
        for message in file["messages"]
    ]


def errors(folder):
    """Return what the Nu Html Checker says is wrong with the pages in a folder: the file, the line and the message."""
    command = [JAVA, "-jar", CHECKER, "--format", "json", "--skip-non-html", "--exit-zero-always", folder]
    report = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)
    return [
        f"{one['url'].partition(folder.name)[2]}:{one.get('lastLine')}: {one['message']}"
        for one in report["messages"]
        if one["type"] != "info" and one["message"] != _OF_SVG
    ]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a site, in a folder."""
    folder = tmp_path_factory.mktemp("pages")
    timeline = with_removals(build_timeline(EVENTS, ARTICLES), [GONE])
    site = plan_site(contents_of(timeline, ARTICLES, "https://example.org/t/", context=True), Options())
    for path, page in site.items():
        if path.endswith(".html") and not re.match(r"events/e[1-9]", path):  # which is like e0
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(page.make())
    assert len(list(folder.rglob("*.html"))) > 40
    assert (folder / "texas/2007/index.html").exists()
    return folder


@pytest.mark.slow
@needs_validator
def test_no_page_of_a_site_has_a_mistake(pages):
    assert mistakes(pages) == []


@pytest.mark.slow
@needs_checker
def test_the_checker_finds_no_error(pages, tmp_path):
    assert errors(pages) == []
    (tmp_path / "index.html").write_text((pages / "index.html").read_text(encoding="utf-8").replace("</h1>", "", 1))
    assert errors(tmp_path)


@needs_validator
def test_the_exported_page_has_no_mistake(tmp_path):
    (tmp_path / "page.html").write_bytes(export_timeline(timeline_of(*EVENTS), "html").encode())
    assert mistakes(tmp_path) == []


@needs_validator
def test_a_mistake_is_found(tmp_path):
    (tmp_path / "page.html").write_text(
        "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body><p><div></div></p></body></html>"
    )
    assert any("close-order" in one or "implicit" in one for one in mistakes(tmp_path))
