"""A server on loopback that answers as odd servers do; a path has one answer, or a function that writes it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """An answer: its body, kind, status and other headers."""

    body: bytes = b""
    kind: str = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Answers = dict[str, "Page | Callable[[BaseHTTPRequestHandler], None]"]


@dataclass
class Server:
    """Where it is, what it answers, and what it was asked: (path, headers)."""

    address: str
    answers: Answers
    asked: list[tuple[str, dict[str, str]]]

    def paths(self) -> list[str]:
        """The paths asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Server]:
    answers: Answers = {}
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_CONNECT(self):  # as a proxy that refuses to lead anywhere
            asked.append((f"CONNECT {self.path}", dict(self.headers)))
            self.send_error(403)

        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            answer = answers.get(self.path.partition("?")[0], Page(status=404))
            if not isinstance(answer, Page):
                answer(self)
                return
            self.send_response(answer.status)
            for name, value in {
                "Content-Type": answer.kind,
                "Content-Length": str(len(answer.body)),
                **answer.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_address[1]}", answers, asked)
    finally:
        server.shutdown()
        server.server_close()
