"""Piles of real articles, as a user's folder would hold them, composed by a written rule.

Pile k of the first ten holds the WCEP stories k, k + 10, …, six articles of MultiLing story k, ten
saved pages and WCEP single articles up to sixty files; in a pile from 10 on as many of each are
drawn with its number as the seed. WCEP and NeuS name no outlet and no date: every
text file gets the outlet `Outlet A` … `Outlet L` by the last digits of its number and the pile's
day, in front matter, so that sources and dates are tested too. Nothing of it is kept.
"""

import gzip
import json
from pathlib import Path
from random import Random

SIZE = 60
_OUTLETS = "ABCDEFGHIJKL"


def rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def compose(data: Path, number: int, folder: Path, size: int = SIZE) -> dict[str, str]:
    """Write pile `number` into `folder`, which is created; the story of each file."""
    folder.mkdir(parents=True, exist_ok=True)
    several = rows(data / "summaries/wcep-multi.jsonl")
    every_page = sorted((data / "pages/html").glob("*.gz"))
    singles = rows(data / "summaries/wcep-single.jsonl")
    if number < 10:
        stories = several[number::10]
        pages = every_page[number::18][:10]
        singles = singles[number * 37 :]
    else:
        draw = Random(number)
        stories, pages = draw.sample(several, 7), draw.sample(every_page, 10)
        singles = draw.sample(singles, size)
    docs = [(story["id"], doc) for story in stories for doc in story["docs"]]
    wikinews = rows(data / "summaries/multiling2011-english.jsonl")[number % 10]
    docs += [(wikinews["id"], doc) for doc in wikinews["docs"][:6]]
    docs += [(one["id"], one["docs"][0]) for one in singles[: size - len(docs) - len(pages)]]
    labels = {}
    for place, (story, doc) in enumerate(docs):
        outlet = _OUTLETS[(place * 7 + number) % len(_OUTLETS)]
        title = json.dumps(doc["title"], ensure_ascii=False)
        day = f"2019-05-{14 + place % 2}"
        head = f"---\ntitle: {title}\nsource: Outlet {outlet}\ndate: {day}\n---\n\n"
        name = f"{place:03}.md"
        (folder / name).write_text(f"{head}{doc['text']}\n", "utf-8")
        labels[name] = story
    for page in pages:
        name = page.name.removesuffix(".gz")
        (folder / name).write_bytes(gzip.decompress(page.read_bytes()))
        labels[name] = name
    return labels
