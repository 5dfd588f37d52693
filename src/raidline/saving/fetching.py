"""Pages fetched politely: allowed by robots.txt, one after the other, with pauses, through few redirects."""

from __future__ import annotations

from http import HTTPStatus
from time import monotonic, sleep

from raidline import inert
from raidline.saving.address import host_of, is_private, led_to
from raidline.saving.answer import Answer, NoAnswerError, ask
from raidline.saving.robots import Robots

MOST_REDIRECTS = 10
PAUSE = 1.0  # seconds between two requests to one host
_LONGEST_WISH = 40  # characters


class Fetcher:
    """Fetches addresses, and remembers what each site asks for."""

    def __init__(self) -> None:
        self._robots = Robots()
        self._asked: dict[str, float] = {}

    def fetch(self, address: str) -> Answer:
        """Return the answer at the end of all redirects; NoAnswerError if that is no success.

        A redirect from the public web never leads to this computer or its own network.
        """
        seen: set[str] = set()
        is_public = not is_private(host_of(address))
        while True:
            seen.add(address)
            if refusal := self._robots.refusal(address):
                raise NoAnswerError(refusal)
            self._wait(address)
            answer = ask(address)
            location = answer.header("location")
            if not (300 <= answer.status < 400 and location):
                break
            onward = led_to(address, location)
            if onward is None:
                raise NoAnswerError("leads to something that is no page on the web")
            if onward in seen or len(seen) > MOST_REDIRECTS:
                raise NoAnswerError("leads in a circle" if onward in seen else f"redirects over {MOST_REDIRECTS} times")
            if is_public and is_private(host_of(onward)):
                raise NoAnswerError("leads from the web into a private network")
            address = onward
        if answer.status != 200:
            raise NoAnswerError(f"answers {answer.status} ({_phrase(answer.status)}){_wish(answer)}")
        return answer

    def _wait(self, address: str) -> None:
        host = host_of(address)
        pause = max(PAUSE, self._robots.pause(address))
        if host in self._asked:
            sleep(max(0.0, self._asked[host] + pause - monotonic()))
        self._asked[host] = monotonic()


def _wish(answer: Answer) -> str:
    """Return when a server wants to be asked again, which is for a person to do: nothing is tried twice."""
    when = inert.line(answer.header("retry-after")).strip()[:_LONGEST_WISH]
    if not when:
        return ""
    return f"; it asks to be left alone {f'for {when} seconds' if when.isdecimal() else f'until {when}'}"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase.lower()
    except ValueError:
        return "unknown"
