"""What a function said of each word, kept: a text has few words, each of them often.

To a hit, `functools.lru_cache` takes four times as long as a dictionary, because it also notes which entry was used
last. Of words that does not matter: the frequent ones are back at once after everything was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

_Asked = TypeVar("_Asked")
_Told = TypeVar("_Told")


class Memo(dict[Any, Any]):
    """What a function returned for each argument; if these become too many, all are forgotten."""

    def __init__(self, function: Callable[[Any], Any], most: int) -> None:
        """Take the function, and how many of its results are kept."""
        super().__init__()
        self.__wrapped__ = function
        self._most = most

    def __missing__(self, asked: Any) -> Any:  # noqa: ANN401 - whatever the function takes and returns
        told = self.__wrapped__(asked)
        if len(self) >= self._most:
            self.clear()
        self[asked] = told
        return told


def remembered(most: int) -> Callable[[Callable[[_Asked], _Told]], Callable[[_Asked], _Told]]:
    """Decorate a function of one argument that always returns the same for it: `most` results are kept."""

    def decorate(function: Callable[[_Asked], _Told]) -> Callable[[_Asked], _Told]:
        return Memo(function, most).__getitem__

    return decorate
