"""Whether a site is that of the publisher of a name."""

from __future__ import annotations

_SHORT = 3  # letters of a name that a site may have by chance


def is_called_like(name: str, site: str) -> bool:
    """Whether a site is called like a publisher: "The Oak Courier" and oakcourier.example."""
    plain = "".join(filter(str.isalnum, name.lower().removeprefix("the ")))
    return len(plain) > _SHORT and plain in "".join(filter(str.isalnum, site.lower()))
