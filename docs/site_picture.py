"""Draw what `briefs publish` makes for docs/every-day.md: its home page and a story, on a phone.

    python docs/site_picture.py

Eighteen made-up days come before the golden day. Needs Chromium.
"""

import sys
import tempfile
from base64 import b64encode
from pathlib import Path

from briefs import Options, make_brief, read_folder, render_html, render_json, render_markdown
from briefs.publishing import publish

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / name) for name in ("rendering", "publishing")]

from chromium import chromium  # noqa: E402 - the tests' own, found by the line above
from month import thread_of, write_month  # noqa: E402

PICTURE = ROOT / "docs" / "site.png"
WIDTH, HEIGHT, GAP = 375, 720, 30


def write_golden_day(folder: Path) -> None:
    """The golden day as `briefs run` would leave it."""
    brief = make_brief(read_folder(ROOT / "golden" / "day" / "articles"), Options())
    markdown = render_markdown(brief)
    stem = folder / f"brief-{brief.date}"
    stem.with_suffix(".md").write_text(markdown, "utf-8")
    stem.with_suffix(".json").write_text(render_json(brief), "utf-8")
    stem.with_suffix(".html").write_text(render_html(markdown, brief.sources), "utf-8")


def draw() -> None:
    """The home page in light, the golden day's page and a story in dark, beside each other."""
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        folder = Path(temporary)
        write_month(folder / "briefs", 18)
        write_golden_day(folder / "briefs")
        publish(folder / "briefs", folder / "site", site_url="https://news.example/")
        shown = (
            ("index.html", False),
            ("2026/03/10.html", False),
            (f"stories/{thread_of('talks').id}.html", True),
        )
        pictures = []
        for name, dark in shown:
            browser.size(WIDTH, HEIGHT, dark=dark)
            browser.open((folder / "site" / name).as_uri())
            data = b64encode(browser.picture()).decode()
            pictures.append(f'<img src="data:image/png;base64,{data}">')
        page = folder / "picture.html"
        style = f"body {{ margin: {GAP}px; display: flex; gap: {GAP}px; background: #e6e2d8 }}"
        page.write_text(f"<style>{style} img {{ border-radius: 14px }}</style>{''.join(pictures)}")
        browser.size(len(shown) * (WIDTH + GAP) + GAP, HEIGHT + 2 * GAP)
        browser.open(page.as_uri())
        PICTURE.write_bytes(browser.picture())


if __name__ == "__main__":
    draw()
