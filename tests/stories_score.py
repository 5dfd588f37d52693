"""Score merging on invented happenings that two to six papers tell, and what resembles them.

`corpus/stories.yaml` and those named for terse reports, newsrooms, wires, campuses, beats and counties are there to learn from; nothing is
chosen with a view to those named held out, dispatches, latest and retold, which are only scored, as those named for weeklies,
courthouses, precincts and midnights were until their misses were read. A pair is two reports of one happening that candidates were found in;
two happenings of one story that two reports tell are a near miss. Run it to see the figures, with `--errors` also the pairs of
those to learn from.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

from raidline import extract_article, merge_candidates
from raidline.article import Article
from raidline.models import Candidate
from raidline.yamltext.reading import load

CORPUS = Path(__file__).parent / "corpus"
STORIES, HELD_OUT = CORPUS / "stories.yaml", CORPUS / "stories_held_out.yaml"
TERSE, NEWSROOMS = CORPUS / "stories_terse.yaml", CORPUS / "stories_newsrooms.yaml"
WEEKLIES, COURTHOUSES = CORPUS / "stories_weeklies.yaml", CORPUS / "stories_courthouses.yaml"
WIRES, DISPATCHES = CORPUS / "stories_wires.yaml", CORPUS / "stories_dispatches.yaml"
PRECINCTS, LATEST = CORPUS / "stories_precincts.yaml", CORPUS / "stories_latest.yaml"
CAMPUSES, BEATS = CORPUS / "stories_campuses.yaml", CORPUS / "stories_beats.yaml"
COUNTIES, RETOLD = CORPUS / "stories_counties.yaml", CORPUS / "stories_retold.yaml"
MIDNIGHTS = CORPUS / "stories_midnights.yaml"
_TOLD = re.compile(r"\{(\w+): ([^}]*)\}")

Told = tuple[str, str, str]  # story, happening, report
Span = tuple[int, int]


def stories(path: Path = STORIES) -> tuple[dict[Told, list[Span]], dict[str, Article]]:
    """Return where each happening is told, as spans of the reports' texts, and the reports by id."""
    told: dict[Told, list[Span]] = defaultdict(list)
    reports = {}
    for number, story in enumerate(load(path).data):
        for report in story["reports"]:
            id_, text = f"story-{number}-{len(reports)}", ""
            for part in re.split(r"(\{[^}]*\})", report["text"]):
                if match := _TOLD.fullmatch(part):
                    told[story["name"], match[1], id_].append((len(text), len(text) + len(match[2])))
                text += match[2] if match else part
            published = date.fromisoformat(report["published"])
            reports[id_] = Article(id_, None, report["publisher"], published, None, text, Path(f"{id_}.md"))
    return told, reports


def _told_by(found: Candidate, told: dict[Told, list[Span]], report: Article) -> list[Told]:
    """Return the happenings that a candidate's sentence tells; of several, those told with the candidate's date."""
    spans = {
        one: (start, end)
        for one, where in told.items()
        for start, end in where
        if one[2] == found.article and min(end, found.end) - max(start, found.start) > (end - start) / 2
    }
    dated = [one for one, (start, end) in spans.items() if found.date_text in report.text[start:end]]
    return dated or list(spans)


def score(path: Path = STORIES, *, errors: bool = False) -> dict[str, float]:
    """Return the share of sentences found, precision and recall of pairs, the number of near misses, and how many merged."""
    told, reports = stories(path)
    found = [one for report in reports.values() for one in extract_article(report).candidates]
    where: dict[Told, set[str]] = defaultdict(set)
    for event in merge_candidates(found, reports):
        for member in event.members:
            for one in _told_by(member, told, reports[member.article]):
                where[one].add(event.id)
    tally: dict[tuple[bool, bool], int] = defaultdict(int)
    near = merged = 0
    for one, two in combinations(where, 2):
        if one[2] != two[2]:
            is_same, said = one[:2] == two[:2], not where[one].isdisjoint(where[two])
            tally[is_same, said] += 1
            near += one[0] == two[0] and not is_same
            merged += one[0] == two[0] and not is_same and said
            if errors and is_same != said:
                sys.stdout.write(f"{'missed' if is_same else 'false'}: {one} {two}\n")
    both, missed, false = tally[True, True], tally[True, False], tally[False, True]
    return {
        "found": round(len(where) / len(told), 3),
        "precision": round(both / max(1, both + false), 3),
        "recall": round(both / (both + missed), 3),
        "pairs": both + missed,
        "near misses": near,
        "near misses merged": merged,
    }


if __name__ == "__main__":
    for path in (STORIES, TERSE, NEWSROOMS, WIRES, CAMPUSES, BEATS, COUNTIES):
        sys.stdout.write(f"{path.stem}: {score(path, errors='--errors' in sys.argv)}\n")
    for path in (HELD_OUT, WEEKLIES, COURTHOUSES, DISPATCHES, PRECINCTS, LATEST, RETOLD, MIDNIGHTS):
        sys.stdout.write(f"{path.stem}: {score(path)}\n")
