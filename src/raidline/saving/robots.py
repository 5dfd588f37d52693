"""What a site allows programs to fetch: its robots.txt (RFC 9309), asked for once."""

from __future__ import annotations

from typing import Any

from raidline.saving.address import led_to, site_of
from raidline.saving.answer import NAME, NoAnswerError, ask

LARGEST = 500_000  # bytes that are read of a robots.txt
_MOST_REDIRECTS = 5
_LONGEST_PAUSE = 30.0


class Robots:
    """The rules of the sites that were asked."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def refusal(self, address: str) -> str | None:
        """Return why an address may not be fetched, None if it may."""
        rules = self._of(site_of(address))
        if isinstance(rules, str):
            return rules
        if rules and not rules.can_fetch(address, NAME):
            return "the site asks programs not to fetch it (robots.txt); save it in your browser, then save that file"
        return None

    def pause(self, address: str) -> float:
        """Return the seconds that a site asks for between two requests, 0 if it asks for none."""
        rules = self._of(site_of(address))
        asked = None if rules is None or isinstance(rules, str) else rules.crawl_delay(NAME)
        return min(float(asked), _LONGEST_PAUSE) if asked else 0.0

    def _of(self, site: str) -> Any:  # noqa: ANN401 - protego's rules, why there are none, or None if all is allowed
        if site not in self._known:
            self._known[site] = _read(site)
        return self._known[site]


def _read(site: str) -> Any:  # noqa: ANN401 - as above
    from protego import Protego  # noqa: PLC0415 - an extra

    address: str | None = f"{site}/robots.txt"
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = ask(str(address))
            if 300 <= answer.status < 400 and (address := led_to(answer.address, answer.header("location"))):
                continue
            break
        if answer.status >= 500:
            return f"whether it may be fetched is unknown: robots.txt answers {answer.status}; try again later"
        if answer.status != 200:
            return None
        return Protego.parse(answer.body[:LARGEST].decode("utf-8", "replace"))
    except NoAnswerError as error:
        return f"{error} (robots.txt)"
