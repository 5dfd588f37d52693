"""Count in how many articles a word occurs: `python scripts/count_words.py ../shared` writes `merging/frequent.tsv`.

The articles are those of `gold/events` that `gold/blind.txt` does not name, and our own corpus. Only the beginnings of
words that many articles use are written, so no line reveals a single article or a private person's name.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from raidline.merging.words import FREQUENT, beginnings
from raidline.reading.files import read_articles

ROOT = Path(__file__).resolve().parents[1]
FEWEST = 0.06  # of the articles
MOST = 0.25  # in more articles than this a word says nothing


def main() -> None:
    """Count and write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else sys.exit(__doc__)
    blind = set((shared / "gold" / "blind.txt").read_text("utf-8").split())
    known = {path.stem for path in (shared / "gold" / "events").glob("*.yaml")} - blind
    theirs, _ = read_articles([shared / "articles"])
    ours, _ = read_articles([ROOT / "tests" / "corpus" / "articles"])
    texts = [article.text for article in theirs if article.id in known] + [article.text for article in ours]
    counted = Counter(word for text in texts for word in set(beginnings(text)))
    shares = {word: count / len(texts) for word, count in sorted(counted.items())}
    lines = (
        f"{word}\t{'everywhere' if share > MOST else 'often'}\n" for word, share in shares.items() if share > FEWEST
    )
    head = f"# Words in more than {FEWEST:.0%} (often) or {MOST:.0%} (everywhere) of {len(texts)} articles.\n"
    (ROOT / "src" / "raidline" / "merging" / FREQUENT).write_text(
        f"{head}# Made by scripts/count_words.py.\n{''.join(lines)}", "utf-8"
    )


if __name__ == "__main__":
    main()
