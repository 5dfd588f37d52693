"""A validator written by others finds no mistake in any page: those of a site, and the one of `export --format html`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from raidline.export import Options, export_timeline
from raidline.publish import contents_of, plan_site
from raidline.timeline.build import build_timeline
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
EVENTS = [
    make_event("sweep", "2017-02-01~/2017-02-10~", related=["policy", "nobody"], aliases=["older"], agencies=["ICE"]),
    make_event("policy", "2017-01-20", ["Travis County, Texas"], kind="policy"),
    make_event("raid", "2018-05", ["Reno, Nevada"]),
    make_event("lost", "2019-03-04", ["Nowhere in Particular"]),
    *(make_event(f"e{number}", f"20{number % 20:02}-03-04", ["Bexar County, Texas"]) for number in range(501)),
    HOSTILE,
]


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


@pytest.mark.slow
@needs_validator
def test_no_page_of_a_site_has_a_mistake(tmp_path):
    timeline = build_timeline(EVENTS, ARTICLES)
    site = plan_site(contents_of(timeline, ARTICLES, "https://example.org/t/", context=True), Options())
    for path, page in site.items():
        if path.endswith(".html") and not re.match(r"events/e[1-9]", path):  # which is like e0
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(page.make())
    assert len(list(tmp_path.rglob("*.html"))) > 40
    assert (tmp_path / "texas/2007/index.html").exists()
    assert mistakes(tmp_path) == []


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
