"""Templates of a site that were compiled are run as they were kept, and never as somebody else wrote them."""

from __future__ import annotations

import os
import pickle
import sqlite3

import pytest
from jinja2 import Environment
from jinja2.bccache import bc_magic

from raidline.publish.pages import frame

NAME = "site_gone.html.j2"


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """The names of the templates that are compiled from now on; the cache holds one already."""
    monkeypatch.setenv("RAIDLINE_CACHE", str(tmp_path))
    names, compile_one = [], Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda *told: names.append(told[2]) or compile_one(*told))
    load()
    names.clear()
    return names


def load():
    frame._environment.cache_clear()
    return frame._environment().get_template(NAME)


class Planted:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_what_was_written_without_the_key_is_never_run(compiled, tmp_path):
    [database] = tmp_path.rglob("events-*.sqlite")
    planted = bc_magic + pickle.dumps(Planted(tmp_path / "planted"))
    with sqlite3.connect(database) as sql:
        assert sql.execute("update files set contents = ? where kind = 'templates'", [planted]).rowcount == 1
    sql.close()
    assert load().root_render_func
    assert compiled == [NAME]
    assert not (tmp_path / "planted").exists()


def test_without_a_cache_templates_are_compiled(compiled, monkeypatch):
    assert load()
    assert compiled == []
    monkeypatch.setenv("RAIDLINE_CACHE", "")
    assert load()
    assert compiled == [NAME]
