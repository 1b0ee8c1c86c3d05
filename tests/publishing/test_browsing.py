"""The site of a month in a real browser: from the newest brief to a sentence's place and back."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Chromium, chromium, executable
from month import thread_of, write_month

from briefs.publishing import publish

KINDS = (
    "index.html",
    "2026/03/index.html",
    "2026/03/21.html",
    f"stories/{thread_of('ferry').id}.html",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if not executable():
        pytest.skip("Chromium is not installed")
    with chromium() as page:
        yield page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_month(folder / "briefs")
    publish(folder / "briefs", folder / "site", site_url="https://news.example/")
    return folder / "site"


def follow(browser: Chromium, selector: str, number: int = 0) -> str:
    """Click on a link and wait for where it leads: the path and the place in it."""
    link = f"document.querySelectorAll({selector!r})[{number}]"
    address = browser.run(f"{link}.href")
    browser.run(f"{link}.click()")
    deadline = time.monotonic() + 10
    while not is_at(browser, address):
        assert time.monotonic() < deadline, address
        time.sleep(0.02)
    return str(address).rpartition("/site/")[2]


def is_at(browser: Chromium, address: str) -> bool:
    try:
        return bool(browser.run("[location.href, document.readyState]") == [address, "complete"])
    except RuntimeError:  # asked in the moment in which the page was left
        return False


def seen(browser: Chromium) -> str:
    """The text of the place that was jumped to, if it is in the window."""
    return str(
        browser.run(
            "(e => { const b = e.getBoundingClientRect();"
            "return b.top >= 0 && b.bottom <= innerHeight ? e.textContent : ''; })"
            "(document.querySelector(':target'))"
        )
    )


@pytest.mark.parametrize("width", [375, 1280])
def test_a_month_is_browsed_from_headline_to_evidence(
    browser: Chromium, site: Path, width: int
) -> None:
    """Index, brief, the marked words and back, the story's days, a word of an old day, a month."""
    browser.size(width, 900)
    browser.open("about:blank")
    browser.open((site / "index.html").as_uri())
    assert browser.run("document.querySelectorAll('.newest .head').length") == 5

    assert follow(browser, ".newest .head > a:first-child", 1) == "2026/03/21.html#story-2"
    assert "Malaria vaccine reaches district 3" in seen(browser)
    assert follow(browser, ".story:target .cite").startswith("2026/03/21.html#")
    assert seen(browser).startswith("Nurses began to vaccinate children")
    assert "#in-" in follow(browser, ":target + .back")

    assert follow(browser, ".thread a", 0) == f"stories/{thread_of('strike').id}.html"
    assert browser.run("document.querySelectorAll('.told').length") == 4
    assert follow(browser, ".told .cite", 3).startswith("2026/03/19.html#")
    assert seen(browser) == "The city has hired 2 coaches to bring pupils to school."

    assert follow(browser, ".ways a", 1) == "2026/03/18.html"
    assert follow(browser, ".ways a", 2) == "2026/03/19.html"
    assert follow(browser, ".ways a", 0) == "index.html"
    assert follow(browser, ".threads a", 2) == f"stories/{thread_of('talks').id}.html"
    assert follow(browser, ".ways a", 0) == "index.html"
    assert follow(browser, ".months a", 1) == "2026/02/index.html"
    assert browser.run("document.querySelectorAll('.days > li').length") == 9
    assert follow(browser, ".foot a") == "2026/03/index.html"
    assert follow(browser, ".when", 20) == "2026/03/01.html"


@pytest.mark.parametrize("width", [320, 375, 800, 1280])
def test_no_page_is_wider_than_the_window_and_its_own_style_is_allowed(
    browser: Chromium, site: Path, width: int
) -> None:
    """From the smallest phone to a desk nothing is scrolled sideways, and every page is dressed."""
    browser.size(width, 900)
    for name in KINDS:
        browser.open("about:blank")
        browser.open((site / name).as_uri())
        assert browser.run("document.documentElement.scrollWidth") <= width, name
        assert browser.run("getComputedStyle(document.body).margin") == "0px", name


def test_the_ways_are_not_printed(browser: Chromium, site: Path) -> None:
    """On paper a day's page is the brief alone, without the links that lead from it."""
    browser.open("about:blank")
    browser.open((site / "2026/03/21.html").as_uri())
    browser.call("Emulation.setEmulatedMedia", media="print")
    hidden = "[...document.querySelectorAll('.ways, .thread')].map(e => e.offsetHeight)"
    assert set(browser.run(hidden)) == {0}
    browser.call("Emulation.setEmulatedMedia", media="")
