"""Show the golden day in the README: its printed page as a picture, its beginning as Markdown.

    python docs/picture.py

Run it when golden/day/brief.md has changed. Needs weasyprint (`pip install '.[pdf]'`) and pdftoppm
(poppler). A test holds that the README shows what the golden brief says.
"""

import re
import subprocess
import tempfile
from pathlib import Path

from weasyprint import HTML

from briefs import render_html

ROOT = Path(__file__).resolve().parent.parent
BRIEF = ROOT / "golden" / "day" / "brief.md"
PICTURE = ROOT / "docs" / "golden-day.png"
README = ROOT / "README.md"
STORIES = 2
DOTS_PER_INCH = 110


def draw() -> None:
    """The first printed page, A4."""
    with tempfile.TemporaryDirectory() as temporary:
        pdf = Path(temporary) / "brief.pdf"
        HTML(string=render_html(BRIEF.read_text(encoding="utf-8"))).write_pdf(pdf)
        options = ["-png", "-r", str(DOTS_PER_INCH), "-singlefile", "-gray"]
        subprocess.run(["pdftoppm", *options, pdf, PICTURE.with_suffix("")], check=True)  # noqa: S603, S607


def excerpt() -> str:
    """The beginning of the golden brief, down to the end of its second story."""
    stories = BRIEF.read_text(encoding="utf-8").split("\n## ")
    return "\n## ".join(stories[: STORIES + 1]).strip()


def main() -> None:
    """Draw the picture and renew the excerpt."""
    draw()
    text = README.read_text(encoding="utf-8")
    block = f"```markdown\n{excerpt()}\n```"
    text = re.sub(r"```markdown\n.*?\n```", lambda _: block, text, count=1, flags=re.DOTALL)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
