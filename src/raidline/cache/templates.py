"""Templates as they were compiled last time; to compile those of a site takes longer than to use them once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from raidline.cache.database import DamagedError, Stamp, opened
from raidline.cache.snapshots import Snapshot

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

_KIND = "templates"


def compiled(version: str) -> BytecodeCache:
    """Return what keeps templates for a version of raidline, since its own functions are run while they are compiled.

    Only what this account's raidline wrote is ever run: the database knows it by its key.
    """
    from jinja2 import BytecodeCache, __version__  # noqa: PLC0415 - not for what is made already
    from jinja2.bccache import Bucket  # noqa: PLC0415 - as above

    class Kept(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(DamagedError), opened() as database:
                if database and (kept := database.find(_KIND, _name(bucket.key))):
                    bucket.bytecode_from_string(kept.contents)

        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(DamagedError), opened() as database:
                if database:
                    code = Snapshot(bucket.bytecode_to_string())
                    database.keep(_KIND, _name(bucket.key), Stamp("", 0, 0), "", code)

    def _name(key: str) -> str:
        return f"{version}|{__version__}|{key}"

    return Kept()
