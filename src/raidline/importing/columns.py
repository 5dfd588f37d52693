"""Which column of a table is which field of an event: as a mapping file says, otherwise by its heading."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from raidline import lexicon
from raidline.errors import RaidlineError
from raidline.importing.tables.layout import plain_heading
from raidline.models import Kind, Text
from raidline.store.validation import validate
from raidline.yamltext.reading import load

COUNTS = ("arrested", "detained", "deported", "injured", "killed")


class Columns(BaseModel):
    """A mapping file. `columns` names the field of a column, `notes` to keep it there or `skip` to leave it out.

    A field `counts.arrested` is a number of people arrested; any other word works in the same way. `defaults` fill
    empty fields of events; `kinds` gives the kind for a word in the column of kinds. `day_first` reads 3/4/2017 as
    April 3.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: dict[Text, Text] = Field(default_factory=dict)
    defaults: dict[Text, Text] = Field(default_factory=dict)
    kinds: dict[Text, Text] = Field(default_factory=dict)
    day_first: bool | None = None

    def fields(self, headings: Iterable[str]) -> dict[str, str]:
        """Return the field of each heading: the mapped field, otherwise a guess, otherwise `notes`."""
        headings = list(headings)
        found = {heading: self.columns[heading] for heading in headings if heading in self.columns}
        plain = {heading: plain_heading(heading) for heading in headings if heading not in found}
        taken = set(found.values())
        for field, words in lexicon.load("headings").items():
            target = f"counts.{field}" if field in COUNTS else field
            guess = next((heading for word in words for heading in plain if plain[heading] == word), None)
            if guess is not None and target not in taken:
                found[guess] = target
                del plain[guess]
        return {heading: found.get(heading, "notes") for heading in headings}


def read_columns(path: Path) -> Columns:
    """Read a mapping file; RaidlineError with the position of the first mistake."""
    document = load(path)
    read = None if document.problems else validate(Columns, document, (), document.data)
    problems = list(document.problems) if read is None else read if isinstance(read, list) else []
    if isinstance(read, Columns):
        fields = sorted({"skip", *lexicon.load("headings")} - {*COUNTS})
        for field in [*read.columns.values(), *read.defaults]:
            if field not in fields and not field.startswith("counts."):
                raise RaidlineError(f"{path}: there is no field {field!r}; choose from {', '.join(fields)}")
        for kind in read.kinds.values():
            if kind not in list(Kind):
                raise RaidlineError(f"{path}: there is no kind {kind!r}; choose from {', '.join(Kind)}")
        return read
    raise RaidlineError(str(problems[0]))
