"""A whole day is one printed page: proved by laying it out."""

import os
import sys
from pathlib import Path

import pytest

from briefs import make_brief, read_folder, render_html, render_markdown

weasyprint = pytest.importorskip("weasyprint", reason="weasyprint cannot lay out a page here")

ROOT = Path(__file__).resolve().parent.parent
DATA = os.environ.get("BRIEFS_DATA")


def pages(folder: Path, paper: str) -> int:
    html = render_html(render_markdown(make_brief(read_folder(folder))))
    size = weasyprint.CSS(string=f"@page {{ size: {paper} }}")
    return len(weasyprint.HTML(string=html).render(stylesheets=[size]).pages)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("case", ["day", "one", "pair", "slow-day"])
def test_a_golden_brief_is_one_page(case: str, paper: str) -> None:
    assert pages(ROOT / "golden" / case / "articles", paper) == 1


@pytest.mark.skipif(not DATA, reason="BRIEFS_DATA names no folder of real articles")
@pytest.mark.parametrize("number", range(10))
def test_a_pile_of_sixty_real_articles_is_one_page(number: int, tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from benchmarks.piles import compose

    compose(Path(DATA), number, tmp_path / "pile")
    html = render_html(render_markdown(make_brief(read_folder(tmp_path / "pile"))))
    for paper in ("A4", "Letter"):
        size = weasyprint.CSS(string=f"@page {{ size: {paper} }}")
        assert len(weasyprint.HTML(string=html).render(stylesheets=[size]).pages) == 1
