"""Redraw the README's pictures: the page and a site at three widths, and the output of `raidline show`.

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

# Width and height of the window, colours, and the address that it shows: of the page, or in the site
PAGES = {
    "page-1280.png": (1280, 860, "light", "timeline.html"),
    "page-768.png": (768, 860, "light", "timeline.html#2017-02-austin-ice-sweeps"),
    "page-320.png": (320, 860, "dark", "timeline.html#2017-02-travis-sheriff-policy-starts"),
    "site-1280.png": (1280, 1100, "light", "site/index.html"),
    "site-768.png": (768, 860, "light", "site/texas/index.html"),
    "site-360.png": (360, 860, "dark", "site/events/2017-02-austin-ice-sweeps/index.html"),
}


def sources() -> dict[str, bytes]:
    """Return the page and the files of the site that the pictures show, by address, and the text on the terminal."""
    import raidline  # noqa: PLC0415 - only where the pictures are made or compared
    from raidline.article import by_id  # noqa: PLC0415 - as above
    from raidline.export import Options  # noqa: PLC0415 - as above
    from raidline.places.lookup import resolve  # noqa: PLC0415 - as above
    from raidline.publish import contents_of, plan_site  # noqa: PLC0415 - as above
    from raidline.terminal import plain, svg  # noqa: PLC0415 - as above

    loaded = raidline.load_events([ROOT / "data" / "events.yaml"])
    read, _ = raidline.read_articles([ROOT / "data" / "articles"])
    articles = by_id(read)
    timeline = raidline.build_timeline(loaded.events, articles, place=resolve(PLACE))
    site = plan_site(contents_of(raidline.build_timeline(loaded.events, articles), articles, None), Options())
    shown = {where.partition("#")[0].removeprefix("site/") for *_, where in PAGES.values()}
    shown |= {path for path in site if "/" not in path and path.endswith((".css", ".js"))}
    return {
        "timeline.html": raidline.export_timeline(timeline, "html").encode(),
        **{f"site/{path}": file.make() for path, file in site.items() if path in shown},
        "words": plain(timeline).encode(),  # the picture itself depends on the version of the library that draws it
        "show.svg": svg(timeline, COLUMNS).encode(),
    }


def stamp(made_from: dict[str, bytes]) -> dict[str, str]:
    """Return the hashes of what the pictures are made from."""
    return {name: hashlib.sha256(made_from[name]).hexdigest() for name in sorted(made_from) if name != "show.svg"}


def pictures(made_from: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PNG of each picture of the page and the site."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for drawing

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, content in made_from.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (width, height, colours, where) in PAGES.items():
            window = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            window.goto(f"{Path(folder).as_uri()}/{where}")
            window.evaluate("document.fonts.ready")
            yield name, window.screenshot(animations="disabled", caret="hide")
            window.close()
        browser.close()


def main() -> None:
    """Write every picture, and the stamp last."""
    made_from = sources()
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "show.svg").write_bytes(made_from["show.svg"])
    for name, png in pictures(made_from):
        (IMAGES / name).write_bytes(png)
    STAMP.write_text(json.dumps(stamp(made_from), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
