"""The page in a real browser: one sheet, every width, keyboard and screen reader."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import Chromium, chromium, executable
from full_pages import full_brief
from offers import Offers, planned
from pypdf import PdfReader
from weasyprint import CSS, HTML

from briefs.editor import make_brief
from briefs.model import Brief
from briefs.reading import read_folder
from briefs.rendering.html import page_html, render_html
from briefs.rendering.mail import mail_html
from briefs.rendering.markdown import render_markdown

ROOT = Path(__file__).resolve().parents[2]
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if not executable():
        pytest.skip("Chromium is not installed")
    with chromium() as page:
        yield page


@pytest.fixture(scope="module")
def day() -> Brief:
    return make_brief(read_folder(ROOT / "golden" / "day" / "articles"))


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, from npm."""
    npm = shutil.which("npm")
    if not npm or not executable():
        pytest.skip("npm or Chromium is not installed: axe-core cannot run")
    folder = tmp_path_factory.mktemp("npm")
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@4"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"axe-core cannot be installed from npm: {type(error).__name__}")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def open_html(browser: Chromium, folder: Path, html: str) -> None:
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    browser.open("about:blank")
    browser.open(file.as_uri())


def faces(brief: Brief) -> dict[str, str]:
    markdown = render_markdown(brief)
    return {
        "page": render_html(markdown),
        "evidence": render_html(markdown, brief.sources),
        "mail": mail_html(markdown),
    }


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    browser: Chromium, day: Brief, axe: str, tmp_path: Path, dark: bool
) -> None:
    """axe-core has no complaint, contrast included, about any face of the golden day."""
    for name, html in faces(day).items():
        browser.size(1280, 900, dark=dark)
        open_html(browser, tmp_path, html)
        browser.run(f"{axe};0")
        found: list[dict[str, Any]] = browser.run("axe.run().then(said => said.violations)")
        said = [(f["id"], [node["html"][:120] for node in f["nodes"][:3]]) for f in found]
        assert said == [], name


@pytest.mark.parametrize("width", [320, 375, 801, 1600])
def test_no_face_is_wider_than_the_window(
    browser: Chromium, day: Brief, tmp_path: Path, width: int
) -> None:
    """From the smallest phone to a wide desk nothing has to be scrolled sideways."""
    browser.size(width, 900)
    for name, html in faces(day).items():
        open_html(browser, tmp_path, html)
        assert browser.run("document.documentElement.scrollWidth") <= width, name


def test_every_mark_is_reached_and_left_by_keyboard(
    browser: Chromium, day: Brief, tmp_path: Path
) -> None:
    """Tab walks through all links; Enter on a citation shows its mark, Enter on ↩ the citation."""
    browser.size(1280, 900)
    open_html(browser, tmp_path, faces(day)["evidence"])
    links = browser.run("document.querySelectorAll('a[href], summary').length")
    cites = browser.run("document.querySelectorAll('.cite').length")
    where = "((e) => [e.className, e.getAttribute('href') || ''])(document.activeElement)"
    seen = []
    for _ in range(links):
        browser.press("Tab")
        seen.append(tuple(browser.run(where)))
    assert sum(kind == "cite" for kind, _ in seen) == cites > 10
    assert len(seen) == links
    inside = "(e => { const b = e.getBoundingClientRect();"
    inside += "return b.top >= 0 && b.bottom <= innerHeight; })"
    for number in range(cites):
        browser.run(f"document.querySelectorAll('.cite')[{number}].focus()")
        mark = browser.run(where)[1]
        browser.press("Enter")
        assert browser.run("location.hash") == mark
        assert browser.run(f"{inside}(document.querySelector(':target'))"), mark
        browser.press("Tab")  # the next link from here is the way back
        kind, back = browser.run(where)
        assert kind == "back", mark
        browser.press("Enter")
        assert browser.run("location.hash") == back == f"#in-{mark[1:]}"
        assert browser.run(f"{inside}(document.querySelector(':target'))"), back


def test_it_is_one_sheet_in_the_browser(browser: Chromium, day: Brief, tmp_path: Path) -> None:
    """The golden day, alone or beside its sources, prints on one page of A4 and of Letter."""
    markdown = render_markdown(day)
    for paper, (width, height) in PAPERS.items():
        for articles in ((), day.sources):
            open_html(browser, tmp_path, page_html(markdown, articles, paper=paper))
            data = browser.pdf(width=width, height=height)
            assert len(PdfReader(io.BytesIO(data)).pages) == 1, paper


def golden_articles() -> list[tuple[str, str]]:
    reading = read_folder(ROOT / "golden" / "day" / "articles")
    return [(a.title, a.body) for a in reading.articles if a.body.count(". ") > 3]


def test_random_days_are_one_page(browser: Chromium, tmp_path: Path) -> None:
    """Twenty random briefs of the golden day's sentences: one page in both engines, and full."""
    articles = golden_articles()
    width, height = PAPERS["A4"][0], PAPERS["Letter"][1]  # what fits here fits both
    strictest = CSS(string=f"@page {{ size: {width}in {height}in }}")
    fills = []
    for seed in range(20):
        brief, left_out = planned(Offers(articles, seed).tellings())
        html = page_html(render_markdown(brief))
        open_html(browser, tmp_path, html)
        data = browser.pdf(width=width, height=height)
        assert len(PdfReader(io.BytesIO(data)).pages) == 1, seed
        if left_out or seed % 4 == 0:  # the other engine takes a second a page
            pages = HTML(string=html).render(stylesheets=[strictest]).pages
            assert len(pages) == 1, seed
        if left_out:
            box = pages[0]._page_box
            lowest = max(b.position_y + b.height for b in box.descendants() if hasattr(b, "text"))
            fills.append((lowest - box.content_box_y()) / box.height)
    assert fills
    assert sum(fills) / len(fills) >= 0.88


def test_a_full_page_is_one_sheet_in_the_browser(browser: Chromium, tmp_path: Path) -> None:
    """What the planner takes for full fits in Chromium as well."""
    width, height = PAPERS["A4"][0], PAPERS["Letter"][1]
    for seed in range(6):
        open_html(browser, tmp_path, render_html(render_markdown(full_brief(seed))))
        data = browser.pdf(width=width, height=height)
        assert len(PdfReader(io.BytesIO(data)).pages) == 1, seed
