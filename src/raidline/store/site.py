"""What a project says about its site: the table `site` of its settings file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from raidline import inert
from raidline.dates.regional import AMERICAN, LANGUAGES
from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import MEGABYTE, read_text
from raidline.store.project import project_of

_LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LONGEST = 500  # characters of a line about the site
_HEAD = re.compile(r"\s*\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of use: a short name, and the address of their text if there is one."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What stands in the head and foot of every page: `about` is Markdown, `contact` a web or a mail address."""

    title: str | None = None
    description: str | None = None
    publisher: str | None = None
    contact: str | None = None
    licence: Licence | None = None
    about: str | None = None
    language: str = AMERICAN


def read_site(beside: Path) -> SiteInfo:
    """Return what the settings file for `beside` says about the site; RaidlineError names the line of a mistake.

    Raises RaidlineError like `project_of`, for an unknown key and for a value that the key cannot have.
    """
    path, tables = project_of(beside) or (beside, {})
    table = tables.get("site", {})
    if not isinstance(table, dict):
        raise RaidlineError(f'{path}: `site` is a table, such as [site] and below it title = "Valley Watch"')
    read: dict[str, Any] = {}
    for key, value in table.items():
        try:
            if key not in _READERS:
                _unknown(key)
            read[key] = _READERS[key](value, path)
        except ValueError as error:
            raise RaidlineError(f"{_position(path, key)}: {error}") from None
    return SiteInfo(**read)


def language_of(beside: Path) -> str:
    """Return the language in which the site writes dates; the usual one if the settings have a mistake.

    `read_site` says which mistake: what is drafted for readers need not wait for it.
    """
    try:
        return read_site(beside).language
    except RaidlineError:
        return AMERICAN


def _unknown(key: str) -> NoReturn:
    near = get_close_matches(key, _READERS, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it holds {', '.join(_READERS)}"
    raise ValueError(f"[site] has no {key!r}; {hint}")


def _line(value: object, _: Path) -> str:
    if not isinstance(value, str) or not inert.line(value):
        raise ValueError('write a text in quotation marks, such as "Valley Watch"')
    if len(value) > _LONGEST:
        raise ValueError(f"at most {_LONGEST} characters")
    return inert.line(value)


def _contact(value: object, path: Path) -> str:
    text = _line(value, path)
    if _EMAIL.fullmatch(text):
        return f"mailto:{text}"
    if link := inert.web_link(text):
        return link
    raise ValueError(f'{text!r} is no address; write "desk@example.org" or "https://example.org/contact"')


def _licence(value: object, path: Path) -> Licence:
    text = _line(value, path)
    known = {name.lower(): name for name in _LICENCES}.get(text.lower())
    if known:
        return Licence(known, _LICENCES[known])
    return Licence(text, inert.web_link(text))


def _about(value: object, path: Path) -> str:
    name = _line(value, path)
    text = read_text(path.parent / name, most=MEGABYTE)
    if isinstance(text, Problem):
        raise ValueError(f'{text.path}: {text.message}; write the name of a Markdown file, such as "about.md"')
    return text


def _language(value: object, path: Path) -> str:
    text = _line(value, path)
    found = {name.lower(): name for name in LANGUAGES}.get(text.lower())
    if not found:
        raise ValueError(f"{text!r} is no language of dates here; write {' or '.join(LANGUAGES)}")
    return found


_READERS: Mapping[str, Callable[[object, Path], object]] = {
    "title": _line,
    "description": _line,
    "publisher": _line,
    "contact": _contact,
    "licence": _licence,
    "about": _about,
    "language": _language,
}


def _position(path: Path, key: str) -> str:
    """Return the path with line and column of a key of the table; without them if it is written in another way."""
    text = read_text(path, most=MEGABYTE)
    table = ""
    for number, line in enumerate(text.split("\n") if isinstance(text, str) else (), 1):
        if head := _HEAD.match(line):
            table = head[1].strip().removeprefix("tool.raidline.")
        found = re.match(rf"\s*[\"']?({re.escape(key)})[\"']?\s*=", line)
        if found and table == "site":
            return f"{path}:{number}:{found.start(1) + 1}"
    return str(path)
