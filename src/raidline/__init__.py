"""Turn news reports on immigration enforcement into a sourced timeline per jurisdiction.

The verbs below are loaded on first use, so that `import raidline` costs nothing. No verb has the name of the module
that holds it: Python binds an imported submodule in the package and would overwrite the verb.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.check import run_checks as run_checks
    from raidline.export import export_timeline as export_timeline
    from raidline.extract.pipeline import extract_article as extract_article
    from raidline.merging.merge import merge_candidates as merge_candidates
    from raidline.reading.files import read_articles as read_articles
    from raidline.store.load import load_events as load_events
    from raidline.timeline.build import build_timeline as build_timeline

__version__ = "0.1.0"

_VERBS = {
    "build_timeline": "raidline.timeline.build",
    "export_timeline": "raidline.export",
    "extract_article": "raidline.extract.pipeline",
    "load_events": "raidline.store.load",
    "merge_candidates": "raidline.merging.merge",
    "read_articles": "raidline.reading.files",
    "run_checks": "raidline.check",
}

__all__ = ["__version__", *_VERBS]  # noqa: PLE0604 - they are all texts


if not TYPE_CHECKING:  # otherwise mypy would accept every misspelled verb as an object

    def __getattr__(name: str) -> object:
        if name not in _VERBS:
            raise AttributeError(f"module 'raidline' has no attribute {name!r}")
        return getattr(import_module(_VERBS[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_VERBS])
