"""Show the golden day in the README: its printed page and the page beside its sources as pictures,
its beginning as Markdown.

    python docs/picture.py

Run it when golden/day/brief.md has changed. Needs weasyprint (`pip install '.[pdf]'`), pdftoppm
(poppler) and Chromium. A test holds that the README shows what the golden brief says.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from briefs import read_folder, render_html
from briefs.rendering.pdf import render_pdf

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "rendering"))

from chromium import chromium  # noqa: E402 - the tests' own, found by the line above

BRIEF = ROOT / "golden" / "day" / "brief.md"
PICTURE = ROOT / "docs" / "golden-day.png"
EVIDENCE = ROOT / "docs" / "golden-day-evidence.png"
WINDOW = 1280, 800
README = ROOT / "README.md"
STORIES = 2
DOTS_PER_INCH = 110


def draw() -> None:
    """The first printed page, A4."""
    with tempfile.TemporaryDirectory() as temporary:
        pdf = Path(temporary) / "brief.pdf"
        pdf.write_bytes(render_pdf(BRIEF.read_text(encoding="utf-8")))
        options = ["-png", "-r", str(DOTS_PER_INCH), "-singlefile", "-gray"]
        subprocess.run(["pdftoppm", *options, pdf, PICTURE.with_suffix("")], check=True)  # noqa: S603, S607


def draw_evidence() -> None:
    """The brief beside its sources, its second citation followed."""
    articles = read_folder(BRIEF.parent / "articles").articles
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        page = Path(temporary) / "brief.html"
        page.write_text(render_html(BRIEF.read_text(encoding="utf-8"), articles), encoding="utf-8")
        browser.size(*WINDOW)
        browser.open(page.as_uri())
        browser.run("document.querySelectorAll('.cite')[1].click()")
        EVIDENCE.write_bytes(browser.picture())


def excerpt() -> str:
    """The beginning of the golden brief, down to the end of its second story."""
    stories = BRIEF.read_text(encoding="utf-8").split("\n## ")
    return "\n## ".join(stories[: STORIES + 1]).strip()


def main() -> None:
    """Draw the pictures and renew the excerpt."""
    draw()
    draw_evidence()
    text = README.read_text(encoding="utf-8")
    block = f"```markdown\n{excerpt()}\n```"
    text = re.sub(r"```markdown\n.*?\n```", lambda _: block, text, count=1, flags=re.DOTALL)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
