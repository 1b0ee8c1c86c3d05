"""Whether a brief is one printed page, in two engines, on two papers: python -m benchmarks pages

Random briefs of real sentences (BRIEFS_DATA): one to twelve stories offered, nought to forty
sources, planned as a day's brief is. Each is laid out by WeasyPrint and by Chromium on A4 and
Letter in its own embedded font. It is laid out once more on a page as wide as A4 and as high as
Letter, in families that stand in where software refuses embedded fonts: in Chromium in three, in
WeasyPrint in one of the two usual ones, in turn (the third, a wide one, needs `font-size-adjust`,
which WeasyPrint does not know; it does not refuse our font either). The fill is how far down the
page WeasyPrint sets the last line, of briefs where something offered was left out for want of room.
The peer is the same page without a plan: everything that was offered.
"""

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from pypdf import PdfReader
from weasyprint import CSS, HTML

from briefs.rendering.html import page_html
from briefs.rendering.markdown import render_markdown

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "rendering"))

from chromium import Chromium, chromium
from offers import Offers, planned, unplanned

PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
FAMILIES = ("Liberation Serif", "Liberation Sans", "DejaVu Serif")
SMALLEST = CSS(string="@page { size: 8.27in 11in }")
FILL = 0.88


def filled(html: str) -> tuple[int, float]:
    """How many pages WeasyPrint makes of it, and how far down the last line of the first is."""
    pages = HTML(string=html).render().pages
    page = pages[0]._page_box  # noqa: SLF001 - there is no public way to the boxes
    bottoms = [box.position_y + box.height for box in page.descendants() if hasattr(box, "text")]
    top, height = page.content_box_y(), page.height
    return len(pages), (max(bottoms, default=top) - top) / height


def printed(browser: Chromium, folder: str, html: str, paper: tuple[float, float]) -> int:
    """How many pages Chromium makes of it."""
    file = Path(folder, "brief.html")
    file.write_text(html, "utf-8")
    browser.open("about:blank")
    browser.open(file.as_uri())
    width, height = paper
    return len(PdfReader(io.BytesIO(browser.pdf(width=width, height=height))).pages)


def in_family(html: str, family: str) -> str:
    """The page with a family of this machine instead of its own."""
    html = re.sub(r"<meta http-equiv[^>]*>", "", html)
    return html.replace('"Brief", var(--serif)', f'"{family}"')


def documents() -> Iterator[tuple[str, str]]:
    """Title and text of real articles of at least four sentences, from the pile of single ones."""
    path = Path(os.environ["BRIEFS_DATA"]) / "summaries" / "wcep-single.jsonl"
    for line in path.read_text("utf-8").splitlines():
        for doc in json.loads(line)["docs"]:
            if doc["title"] and doc["text"].count(". ") > 3:
                yield doc["title"], doc["text"][:4000]


def note(over: dict[str, int], counted: dict[str, int], seed: int) -> None:
    """Count the layouts of more than one page, and name the brief."""
    for name, count in counted.items():
        over[name] = over.get(name, 0) + (count > 1)
        if count > 1 and name != "without a plan":
            print(f"brief {seed}: {count} pages, {name}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks pages")
    parser.add_argument("--briefs", type=int, default=200)
    arguments = parser.parse_args()
    rows = list(documents())
    over: dict[str, int] = {}
    fills: dict[str, list[float]] = {paper: [] for paper in PAPERS}
    with chromium() as browser, TemporaryDirectory() as folder:
        for seed in range(arguments.briefs):
            tellings = Offers(rows, seed).tellings()
            brief, left_out = planned(tellings)
            markdown = render_markdown(brief)
            for paper, size in PAPERS.items():
                html = page_html(markdown, paper=paper)
                pages, fill = filled(html)
                if left_out:
                    fills[paper].append(fill)
                counted = {
                    f"WeasyPrint {paper}": pages,
                    f"Chromium {paper}": printed(browser, folder, html, size),
                }
                note(over, counted, seed)
            both = (PAPERS["A4"][0], PAPERS["Letter"][1])
            html = page_html(markdown)
            counted = {
                f"Chromium, {family}": printed(browser, folder, in_family(html, family), both)
                for family in FAMILIES
            }
            family = FAMILIES[seed % 2]
            laid_out = HTML(string=in_family(html, family)).render(stylesheets=[SMALLEST])
            counted[f"WeasyPrint, {family}"] = len(laid_out.pages)
            whole = page_html(render_markdown(unplanned(tellings)))
            counted["without a plan"] = printed(browser, folder, whole, both)
            note(over, counted, seed)
    print(f"{arguments.briefs} briefs; more than one page:")
    for name, count in sorted(over.items()):
        print(f"  {name:38}{count:5}")
    kept = all(not count for name, count in over.items() if name != "without a plan")
    for paper, values in fills.items():
        share = mean(values) if values else 1.0
        kept = kept and share >= FILL
        print(f"fill of {paper}, {len(values)} briefs with something left out: {share:.1%}")
    print(f"floor (none over, {FILL:.0%} full): {'kept' if kept else 'MISSED'}")
    sys.exit(not kept)


if __name__ == "__main__":
    main()
