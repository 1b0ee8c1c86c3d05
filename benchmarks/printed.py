"""What is printed of 200 real articles, against verdicts read by hand: python -m benchmarks printed

The articles are drawn by a fixed seed from `summaries/`, `pages/` and `feeds/` in the folder that
BRIEFS_DATA names, and read from files as a user's would be. Of each the first sentence fit to open
a story, and those of `summarize`, count as printed. `printed.json` keeps for every article where
its report truly begins, and of every sentence read by hand where it stands and whether it is prose
("good") or what it is instead; no text. A sentence that is not in the list is counted as unread:
`--unread` shows these. An opening is lost when no sentence begins where the report does, or that
sentence is taken for furniture.
"""

import gzip
import hashlib
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefs.editor import summarize
from briefs.language import lexicon, split_sentences
from briefs.model import Article
from briefs.reading import read_folder
from briefs.selection.gates import Candidate, judge

LIST = Path(__file__).with_name("printed.json")
MOST_FURNITURE, MOST_LOST = 1, 2
SEED = 2026
# Files of `summaries/` and how many of their articles, then the pages and the entries of feeds.
DRAWN = (
    (("wcep-single", "wcep-multi"), 95),
    (("multiling2011-english",), 12),
    (("multiling2011-french",), 6),
    *(((f"multiling2011-{name}",), 2) for name in ("arabic", "czech", "greek", "hebrew", "hindi")),
    (("neus-val",), 12),
)
PAGES, ENTRIES = 50, 15
_SHORTEST = 900  # characters of an entry
_FURNITURE = frozenset(
    ("furniture", "a caption", "a dateline or stamp", "a label or headline", "speaks to the reader")
)


def drawn(data: Path) -> dict[str, Article]:
    """The articles by their keys: file, row and number; or the name of the page, or feed."""
    with tempfile.TemporaryDirectory() as folder:
        for names, count in DRAWN:
            rows = {key: doc for name in names for key, doc in _documents(data, name)}
            for key in _draw(rows, count):
                Path(folder, f"{key}.json").write_text(json.dumps(rows[key]), "utf-8")
        pages = {path.name[:16]: path for path in (data / "pages/html").glob("*.gz")}
        for key in _draw(pages, PAGES):
            Path(folder, f"{key}.html").write_bytes(gzip.decompress(pages[key].read_bytes()))
        found = {article.paths[0]: article for article in read_folder(folder).articles}
    feeds = read_folder(data / "feeds/feedjira").articles
    entries = {f"{a.paths[0]}, {a.entry}": a for a in feeds if len(a.text) >= _SHORTEST}
    return found | {key: entries[key] for key in _draw(entries, ENTRIES)}


def _draw(keys: Iterable[str], count: int) -> list[str]:
    order = sorted(keys)
    random.Random(SEED).shuffle(order)
    return order[:count]


def _documents(data: Path, name: str) -> Iterator[tuple[str, object]]:
    for line in (data / f"summaries/{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for number, doc in enumerate(row["docs"]):
            yield f"{name} {row['id']} {number}", doc


def judged(article: Article) -> tuple[Candidate, ...]:
    """The article's sentences as the page's editor sees them."""
    return judge(article, split_sentences(article), lexicon(article.language or "en"))


def printed(article: Article, candidates: tuple[Candidate, ...]) -> list[tuple[int, int]]:
    """Start and end of the sentences that may open its story and that sum it up, in order."""
    spans = {(point.quote.start, point.quote.end) for point in summarize(article).points}
    opening = next((c.sentence for c in candidates if not c.reason and not c.needs_previous), None)
    return sorted(spans | ({(opening.start, opening.end)} if opening else set()))


def main() -> None:
    """Print what is wrong, and the sums; exit 1 when there is more of it than promised."""
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    articles = drawn(Path(folder))
    whole = "\n".join(f"{key}\t{article.text}" for key, article in articles.items())
    digest = hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:12]
    known = json.loads(LIST.read_text("utf-8"))
    counts: Counter[str] = Counter()
    lost = 0
    for key, article in articles.items():
        entry = known["articles"].get(key, {"opening": None, "read": []})
        verdicts = {(start, end): verdict for start, end, verdict in entry["read"]}
        candidates = judged(article)
        for span in printed(article, candidates):
            verdict = verdicts.get(span, "unread")
            counts[verdict] += 1
            if verdict != "good" and (verdict != "unread" or "--unread" in sys.argv):
                print(f"{verdict}: {key} {span[0]}-{span[1]}: {article.text[slice(*span)]}")
        reasons = {c.sentence.start: c.reason for c in candidates}
        begins = entry["opening"]
        if begins is not None and reasons.get(begins, "furniture") in _FURNITURE:
            lost += 1
            print(f"lost: {key} {begins}: {article.text[begins : begins + 80]}")
    furniture = counts.total() - counts["good"] - counts["unread"] - counts["broken"]
    print(
        f"{len(articles)} articles, texts {digest} (the list was made of {known['texts']}): "
        f"{counts.total()} sentences printed, {counts['unread']} unread, "
        f"{counts['broken']} broken, {furniture} furniture (at most {MOST_FURNITURE}), "
        f"{lost} good openings lost (at most {MOST_LOST})"
    )
    if furniture > MOST_FURNITURE or lost > MOST_LOST:
        sys.exit("above a limit")


if __name__ == "__main__":
    main()
