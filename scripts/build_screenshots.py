"""Redraw the README's pictures: the page at three widths, and the output of `raidline show`.

A file beside them holds hashes of what they were made from; a test compares these with the current hashes. The drawing
itself depends on the fonts of a machine. Needs the development group and Debian's `chromium`.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
STAMP = IMAGES / "made-from.json"
CHROMIUM = "/usr/bin/chromium"
PLACE = "Travis County, Texas"
COLUMNS = 100  # of the terminal

# Width and height of the window, colours, and where the page is opened
PAGES = {
    "page-1280.png": (1280, 860, "light", ""),
    "page-768.png": (768, 860, "light", "#2017-02-austin-ice-sweeps"),
    "page-320.png": (320, 860, "dark", "#2017-02-travis-sheriff-policy-starts"),
}


def sources() -> dict[str, str]:
    """Return the page and the terminal text that the pictures show."""
    import raidline  # noqa: PLC0415 - only where the pictures are made or compared
    from raidline.article import by_id  # noqa: PLC0415 - as above
    from raidline.places.lookup import resolve  # noqa: PLC0415 - as above
    from raidline.terminal import plain, svg  # noqa: PLC0415 - as above

    loaded = raidline.load_events([ROOT / "data" / "events.yaml"])
    articles, _ = raidline.read_articles([ROOT / "data" / "articles"])
    timeline = raidline.build_timeline(loaded.events, by_id(articles), place=resolve(PLACE))
    return {
        "page": raidline.export_timeline(timeline, "html"),
        "words": plain(timeline),  # the picture itself depends on the version of the library that draws it
        "show.svg": svg(timeline, COLUMNS),
    }


def stamp(made_from: dict[str, str]) -> dict[str, str]:
    """Return the hashes of what the pictures are made from."""
    return {name: hashlib.sha256(made_from[name].encode()).hexdigest() for name in ("page", "words")}


def pictures(page: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PNG of each picture of the page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for drawing

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "timeline.html"
        path.write_bytes(page.encode())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (width, height, colours, where) in PAGES.items():
            window = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            window.goto(path.as_uri() + where)
            window.evaluate("document.fonts.ready")
            yield name, window.screenshot(animations="disabled", caret="hide")
            window.close()
        browser.close()


def main() -> None:
    """Write every picture, and the stamp last."""
    made_from = sources()
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "show.svg").write_text(made_from["show.svg"], encoding="utf-8")
    for name, png in pictures(made_from["page"]):
        (IMAGES / name).write_bytes(png)
    STAMP.write_text(json.dumps(stamp(made_from), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
