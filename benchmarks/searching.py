"""Measure the search of a site in Chromium: from a key to the answer on the page, and what is loaded before any key.

    python benchmarks/searching.py SITE [WORDS ...]

The first figure of each search includes loading the parts of the index that it needs, the second is the median of
twenty more. Words are those of the events of `timelines.py` unless others are named.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

WORDS = ("sheriff", "c", "dallas", "courthouse protest", "the agency officers", "zzz")
TIMES = 20
# Two frames after the answer it is painted, too.
_ASK = """
async words => {
  const input = document.getElementById("_q"), count = document.getElementById("_count");
  const answered = word => new Promise(done => {
    const before = count.textContent, start = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    });
    watch.observe(count, { childList: true, characterData: true, subtree: true });
    input.value = word;
    input.dispatchEvent(new Event("input"));
  });
  const took = await answered(words);
  await answered("");
  return took;
}
"""


def searched(page: Page, words: str) -> tuple[float, float]:
    """Return the milliseconds of the first search for these words, and the median of the ones after it."""
    first = page.evaluate(_ASK, words)
    return first, statistics.median(page.evaluate(_ASK, words) for _ in range(TIMES))


def main() -> int:
    """Measure and print."""
    site, *words = sys.argv[1:]
    first_page = (Path(site).resolve() / "index.html").as_uri()
    with sync_playwright() as chromium:
        page = chromium.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]).new_page()
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        page.goto(first_page)
        size = sum(Path(url.removeprefix("file://")).stat().st_size for url in loaded if url.startswith("file://"))
        print(f"before any key: {size / 1e3:.0f} kB in {len(loaded)} files")
        for one in words or WORDS:
            first, again = searched(page, one)
            print(f"{one!r:24} {first:7.0f} ms at first {again:7.0f} ms then")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
