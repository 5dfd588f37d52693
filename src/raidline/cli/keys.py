"""Answers to questions: one key on a terminal; one line on a dumb terminal or through a pipe."""

from __future__ import annotations

import os
import sys

import typer

from raidline.cli.output import talk


def ask_key(question: str) -> str | None:
    """Return the key that answers, in lower case; "" for an invisible key, None at the end of the input."""
    if not sys.stdin.isatty() or os.environ.get("TERM") == "dumb":
        answer = ask_line(question)
        return None if answer is None else answer[:1].lower()
    _ask(question)
    try:
        key = typer.getchar()
    except EOFError:
        key = None
    talk(key if key and key.isprintable() else "")
    return None if key is None else key[:1].strip().lower()


def ask_line(question: str) -> str | None:
    """Return the line that answers, without spaces around it; None at the end of the input."""
    _ask(question)
    try:
        answer = sys.stdin.readline()
    except OSError as error:
        raise OSError(error.errno, error.strerror, "stdin") from None  # asking again would not help
    if not sys.stdin.isatty():
        talk(answer)  # so that the record of a piped session reads like a typed one
    return answer.strip() if answer else None


def _ask(question: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
