"""The planner's full page is one printed page."""

from collections.abc import Sequence

import pytest
from full_pages import full_brief
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from briefs.model import Article, Brief
from briefs.rendering.html import page_html, render_html
from briefs.rendering.markdown import render_markdown

FONTS = FontConfiguration()
BOTH = "210mm 279.4mm"  # as wide as A4 and as high as Letter


def pages(brief: Brief, paper: str, font: str = "", articles: Sequence[Article] = ()) -> int:
    style = f"@page {{ size: {paper} }}"
    if font:
        style += f':root {{ --serif: "{font}" !important }}'
    html = HTML(string=render_html(render_markdown(brief), articles))
    return len(html.render(stylesheets=[CSS(string=style, font_config=FONTS)]).pages)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_full_page_fits_the_paper(seed: int, paper: str) -> None:
    """A brief to which the planner could add nothing is one sheet."""
    assert pages(full_brief(seed), paper) == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_a_page_made_for_a4_fits_it(seed: int) -> None:
    """Set for A4, with its lines further apart, the same brief is one sheet."""
    html = page_html(render_markdown(full_brief(seed)), paper="A4")
    assert len(HTML(string=html).render().pages) == 1


def test_no_line_begins_with_what_belongs_to_the_one_before() -> None:
    """In print no line begins with a citation or a dot."""
    html = page_html(render_markdown(full_brief(2)), paper="Letter")
    (page,) = HTML(string=html).render().pages
    lines = [
        "".join(box.text for box in line.descendants() if hasattr(box, "text")).strip()
        for line in page._page_box.descendants()
        if type(line).__name__ == "LineBox"
    ]
    assert len(lines) > 40
    assert not [line for line in lines if line.startswith(("[", "·"))]


def test_print_names_the_day_once() -> None:
    """On paper a source of the brief's own day is not dated again, one of another day is."""
    html = page_html(render_markdown(full_brief(2)))
    sources = html[html.index('class="sources') :]
    assert '<span class="today">, 10 March 2026</span>: ' in sources
    assert ", 9 March 2026: " in sources
    (page,) = HTML(string=html).render().pages
    shown = [box.text for box in page._page_box.descendants() if hasattr(box, "text")]
    assert not [text for text in shown if ", 10 March 2026" in text]


@pytest.mark.parametrize(("seed", "sources"), [(3, 1000), (4, 6), (5, 1000)])
def test_a_full_page_fits_in_a_wide_font(seed: int, sources: int) -> None:
    """It still is where only a wide font is at hand, and with few sources."""
    assert pages(full_brief(seed, sources), BOTH, "DejaVu Serif") == 1


def test_the_page_beside_its_sources_prints_alone() -> None:
    """On paper the evidence page is the same one sheet."""
    brief = full_brief(2)
    assert pages(brief, "A4", articles=brief.sources) == 1


def test_more_than_a_page_is_noticed() -> None:
    """With every story printed twice, the page does not fit any more."""
    brief = full_brief(3)
    longer = Brief(
        **{**vars(brief), "items": brief.items * 2, "in_brief": brief.in_brief},
    )
    assert pages(longer, BOTH, "DejaVu Serif") > 1


def test_a_page_without_a_story_is_a_page() -> None:
    """Nothing to tell is still a masthead on one sheet."""
    brief = full_brief(1)
    empty = Brief(**{**vars(brief), "items": (), "in_brief": (), "sources": ()})
    assert pages(empty, "A4") == 1


def test_the_same_brief_is_the_same_html() -> None:
    """Rendering twice gives the same bytes."""
    assert len({render_html(render_markdown(full_brief(7))) for _ in range(2)}) == 1
