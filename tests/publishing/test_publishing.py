"""A site of a folder of briefs: whole, linked, stable, and made of nothing but the briefs."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import feedparser
import pytest
from lxml import etree
from month import DAYS, STORIES, thread_of, write_day, write_month
from test_output import Injector, fail

from briefs.cli import main
from briefs.errors import NothingUsable, OutputError
from briefs.page.words import LANGUAGES
from briefs.publishing import publish
from briefs.publishing.words import site_words

URL = "https://someone.github.io/news/"
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """The links, names and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "href":
                self.links.append(value or "")
            elif name == "id":
                self.names.append(value or "")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages(folder: Path) -> dict[str, Page]:
    return {
        name: Page(data.decode()) for name, data in files(folder).items() if name.endswith(".html")
    }


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month") / "briefs"
    write_month(folder)
    return folder


@pytest.fixture(scope="module")
def site(month: Path) -> Path:
    publish(month, month.parent / "site", site_url=URL)
    return month.parent / "site"


def broken_links(folder: Path) -> list[tuple[str, str]]:
    """Every link within the site that leads to no file, or to no place in it."""
    found = pages(folder)
    broken = []
    for name, page in found.items():
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            path, _, place = link.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            there = target in found or (folder / target).is_file()
            if not there or (place and place not in found[target].names):
                broken.append((name, link))
    return broken


def test_there_is_a_page_for_each_day_month_and_continuing_story(site: Path) -> None:
    """Thirty days of two months with five continuing stories are thirty-nine files."""
    names = set(files(site))
    assert {"index.html", "feed.xml", "2026/02/index.html", "2026/03/index.html"} < names
    assert sum(bool(re.fullmatch(r"2026/0[23]/\d\d\.html", name)) for name in names) == DAYS
    stories = {name for name in names if name.startswith("stories/")}
    assert stories == {f"stories/{thread_of(name).id}.html" for name, *_ in STORIES}
    assert len(names) == 4 + DAYS + len(stories)


def test_every_link_leads_somewhere(site: Path) -> None:
    """No link within the site is broken, its place in the page included; no name stands twice."""
    assert broken_links(site) == []
    for name, page in pages(site).items():
        assert len(page.names) == len(set(page.names)), name


def test_articles_without_address_leave_no_broken_link(tmp_path: Path) -> None:
    """What the brief links by its path leads to the article on the same page, or nowhere."""
    write_month(tmp_path / "briefs", 4, site="")
    (tmp_path / "briefs" / "brief-2026-02-21.html").unlink()
    publish(tmp_path / "briefs", tmp_path / "site")
    assert broken_links(tmp_path / "site") == []
    assert 'href="#article-1"' in (tmp_path / "site/2026/02/20.html").read_text("utf-8")


def test_no_page_has_a_script_or_loads_anything(site: Path) -> None:
    """Every page has a policy that allows its own style alone, and nothing that policy forbids."""
    for name, page in pages(site).items():
        assert not page.tags & {"script", "img", "iframe", "object", "form"}, name
        assert not any(
            each.startswith("on") or each in ("src", "style") for each in page.attributes
        )
        assert "default-src 'none'" in (site / name).read_text("utf-8")[:600], name


def test_every_sentence_of_a_story_is_verbatim_and_leads_to_its_mark(
    month: Path, site: Path
) -> None:
    """A story's page prints what each brief printed of it, linked to the marked words."""
    text = (site / "stories" / f"{thread_of('ferry').id}.html").read_text("utf-8")
    told = 0
    for path in sorted(month.glob("*.json")):
        for item in json.loads(path.read_text("utf-8"))["items"]:
            for sentence in item["sentences"] if item["thread"] == thread_of("ferry").id else ():
                told += 1
                assert sentence["text"] in unescape(text)
                place = f"{sentence['article']}-{sentence['start']}-{sentence['end']}"
                day = path.stem.removeprefix("brief-").replace("-", "/")
                assert f'href="../{day}.html#{place}"' in text
                page = (site / f"{day}.html").read_text("utf-8")
                assert f'id="{place}">{sentence["text"]}</mark>' in unescape(page)
    assert told == 16
    days = re.findall(r'<h2><a href="\.\./(2026/\d\d/\d\d)', text)
    assert days == sorted(days)
    assert len(days) == 8


def test_publishing_again_touches_nothing(month: Path, tmp_path: Path) -> None:
    """With the same briefs no file is written, whatever the clock says."""
    publish(month, tmp_path, site_url=URL)
    for path in tmp_path.rglob("*.*ml"):
        os.utime(path, (1, 1))
    done = publish(month, tmp_path, site_url=URL)
    assert done.written == done.removed == ()
    assert done.unchanged == len(files(tmp_path))
    assert {path.stat().st_mtime for path in tmp_path.rglob("*.*ml")} == {1}


def test_a_site_grown_day_by_day_is_the_site_made_at_once(tmp_path: Path) -> None:
    """Each new day writes itself, its neighbour, its stories and the lists, and no more."""
    briefs, grown, once = tmp_path / "briefs", tmp_path / "grown", tmp_path / "once"
    for number in range(8):
        briefs.mkdir(exist_ok=True)
        write_day(briefs, number)
        done = publish(briefs, grown, site_url=URL)
    assert set(done.written) == {
        *("2026/02/27.html", "2026/02/26.html", "2026/02/index.html", "index.html", "feed.xml")
    }
    publish(briefs, once, site_url=URL)
    assert files(grown) == files(once)


def test_days_that_are_gone_take_their_pages_along(tmp_path: Path) -> None:
    """Pages that no brief asks for any more are removed, files of others stay."""
    briefs, out = tmp_path / "briefs", tmp_path / "site"
    write_month(briefs, 8)
    publish(briefs, out, site_url=URL)
    (out / "CNAME").write_text("news.example")
    (out / "stories" / "0123abcd.html").write_text("<p>mine</p>")
    for path in (*briefs.glob("brief-2026-02-2[5-7]*"), *briefs.glob("brief-2026-02-22*")):
        path.unlink()
    done = publish(briefs, out)
    assert f"stories/{thread_of('dam').id}.html" in done.removed
    assert "feed.xml" in done.removed
    assert not (out / "2026/02/26.html").exists()
    assert (out / "CNAME").exists()
    assert (out / "stories" / "0123abcd.html").exists()
    assert broken_links(out) == []


def test_a_page_of_somebody_else_is_not_replaced(month: Path, tmp_path: Path) -> None:
    """Where a foreign file stands in the way nothing is written, unless forced."""
    (tmp_path / "index.html").write_text("<h1>My own home page</h1>")
    with pytest.raises(OutputError, match=r"index\.html"):
        publish(month, tmp_path)
    assert list(files(tmp_path)) == ["index.html"]
    publish(month, tmp_path, force=True)
    assert b"Daily brief" in (tmp_path / "index.html").read_bytes()


def test_a_folder_without_briefs_makes_no_site(tmp_path: Path) -> None:
    """No brief, no site: neither from an empty folder nor from one that is not there."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(NothingUsable):
            publish(folder, tmp_path / "site")
    assert not (tmp_path / "site").exists()


BAD = {
    "empty": b"",
    "not JSON": b'{"generator": "briefs", ',
    "another's": b'{"generator": "somebody"}',
    "a list": b"[1, 2]",
    "another day's": b'{"generator": "briefs", "date": "2020-01-01"}',
    "nested": b"[" * 100_000,
    "not UTF-8": b'{"title": "\xff"}',
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_a_bad_brief_is_named_and_the_others_published(tmp_path: Path, data: bytes) -> None:
    """What cannot be read as the brief of its day is left out with its name, and nothing else."""
    write_month(tmp_path / "briefs", 3)
    (tmp_path / "briefs" / "brief-2026-02-21.json").write_bytes(data)
    done = publish(tmp_path / "briefs", tmp_path / "site", site_url=URL)
    assert [(p.path, p.code) for p in done.problems] == [("brief-2026-02-21.json", "not-a-brief")]
    assert done.days == 2
    assert broken_links(tmp_path / "site") == []


def test_a_day_without_news_has_its_page(tmp_path: Path) -> None:
    """A brief without a story, today's or an older one, stands in the lists like any other."""
    write_month(tmp_path / "briefs", 3)
    for day in ("2026-02-21", "2026-02-22"):
        path = tmp_path / "briefs" / f"brief-{day}.json"
        record = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(record | {"items": [], "in_brief": []}), "utf-8")
    assert publish(tmp_path / "briefs", tmp_path / "site", site_url=URL).days == 3
    assert broken_links(tmp_path / "site") == []
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "0 stories" in home
    assert "<ul>\n\n</ul>" not in home


def test_words_in_a_brief_are_text_and_never_markup(tmp_path: Path) -> None:
    """Headline, source and thread of the JSON can neither open a tag nor leave the folder."""
    write_month(tmp_path / "briefs", 3)
    evil = '"><script>alert(1)</script> & \x02\x0b'
    for path in (tmp_path / "briefs").glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        record["title"] = evil
        record["items"][0] |= {"headline": evil, "thread": "0123abcd"}
        record["items"][1]["thread"] = "../../escaped"
        for source in record["sources"]:
            source |= {"source": evil, "url": "javascript:alert(1)", "language": '"><b>'}
        path.write_text(json.dumps(record), "utf-8")
    publish(tmp_path / "briefs", tmp_path / "site", site_url=URL)
    for name, page in pages(tmp_path / "site").items():
        assert "script" not in page.tags, name
        assert not [link for link in page.links if link.startswith("javascript")], name
    assert sorted(p.name for p in tmp_path.iterdir()) == ["briefs", "site"]
    assert etree.parse(tmp_path / "site" / "feed.xml").getroot().tag == f"{ATOM}feed"


def test_the_feed_is_what_rfc_4287_asks_for(site: Path) -> None:
    """Feed and entries have what they must, absolute links, and ids that never repeat."""
    data = (site / "feed.xml").read_bytes()
    parsed = feedparser.parse(data)
    assert parsed.bozo is False
    assert parsed.version == "atom10"
    assert parsed.entries[0].link == f"{URL}2026/03/21.html"
    assert all("Read the brief" not in entry.content[0].value for entry in parsed.entries)
    root = etree.fromstring(data)
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        when = element.findtext(f"{ATOM}updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", when)
        rels = [link.get("rel") for link in element.findall(f"{ATOM}link")]
        assert rels.count("alternate") == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("href") for link in root.findall(f"{ATOM}link")] == [
        f"{URL}feed.xml",
        f"{URL}index.html",
    ]
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 31
    for entry in root.iter(f"{ATOM}entry"):
        address = entry.find(f"{ATOM}link").get("href")
        assert (site / address.removeprefix(URL)).is_file()
        content = Page(entry.findtext(f"{ATOM}content"))
        assert all(link.startswith("https://") for link in content.links)


def test_the_feeds_days_begin_where_the_reader_lives(month: Path, tmp_path: Path) -> None:
    """A day of the feed begins at midnight of the time zone, so that it is never in the future."""
    publish(month, tmp_path, site_url=URL.rstrip("/"), timezone="Asia/Tokyo")
    assert "<updated>2026-03-21T00:00:00+09:00</updated>" in (tmp_path / "feed.xml").read_text()


def test_an_old_site_in_the_folder_of_articles_is_not_read_as_news(site: Path) -> None:
    """Neither the pages nor the feed of a site are articles."""
    from briefs.reading import read_folder

    reading = read_folder(site)
    assert reading.articles == ()
    assert reading.found == 0


def test_the_site_speaks_every_language_of_a_brief() -> None:
    """There are words of the site for each language that a brief speaks."""
    assert len({site_words(language) for language in LANGUAGES}) == len(LANGUAGES)


def command(*arguments: object) -> int:
    with pytest.raises(SystemExit) as end:
        main(["publish", *map(str, arguments)])
    return int(end.value.code or 0)


def test_the_command_says_what_it_did_and_how_it_ended(
    month: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 0 with counts; 2 for a bad address, 4 without briefs, 5 where nothing can be written."""
    monkeypatch.chdir(tmp_path)
    assert command(month, "site") == 0
    said = capsys.readouterr().err
    assert "site: 30 briefs, 5 continuing stories; 38 files written, 0 unchanged, 0 remo" in said
    assert "--site-url" in said
    Path("briefs.toml").write_text(f'site_url = "{URL}"\n')
    assert command(month, "site", "--quiet") == 0
    assert capsys.readouterr().err == ""
    assert Path("site/feed.xml").is_file()
    assert command(month, "site", "--site-url", "news.example") == 2
    assert command("site", "out") == 4
    assert command(month, "briefs.toml") == 5
    assert "Traceback" not in capsys.readouterr().err


def test_whatever_call_fails_no_file_is_torn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at any call is an error of its own kind, and every page is the old or the new."""
    briefs, old = tmp_path / "briefs", tmp_path / "old"
    write_month(briefs, 2)
    publish(briefs, old, site_url=URL)
    write_day(briefs, 2)
    publish(briefs, tmp_path / "new", site_url=URL)
    whole = {*files(old).values(), *files(tmp_path / "new").values()}
    nth = hits = 0
    while hits >= nth:
        nth += 3
        site = tmp_path / str(nth)
        shutil.copytree(old, site)
        with monkeypatch.context() as patch:
            injector = Injector(patch, nth, fail(errno.ENOSPC))
            with suppress(OutputError):
                publish(briefs, site, site_url=URL)
        hits = injector.count
        assert set(files(site).values()) <= whole, nth
    assert nth > 30


KILLED = """
import os, signal, sys
sys.path[:0] = {paths!r}
from pathlib import Path
import pytest
from test_output import Injector
from briefs.publishing import publish
briefs, out = Path(sys.argv[1]), Path(sys.argv[2])
nth, hits = 0, 1
while hits:
    nth += 1
    if os.fork() == 0:
        Injector(pytest.MonkeyPatch(), nth, lambda: os.kill(os.getpid(), signal.SIGKILL))
        publish(briefs, out / str(nth), site_url="https://news.example/")
        os._exit(0)
    hits = os.wait()[1]
print(nth)
"""


def test_killed_at_every_write_nothing_is_torn_and_the_next_run_completes(tmp_path: Path) -> None:
    """At whichever system call publish dies, each file is whole, and the next run ends the work."""
    briefs, whole = tmp_path / "briefs", tmp_path / "whole"
    write_month(briefs, 3)
    publish(briefs, whole, site_url="https://news.example/")
    wanted = files(whole)
    script = tmp_path / "killed.py"
    tests = Path(__file__).parents[1]
    script.write_text(KILLED.format(paths=[str(tests), str(tests / "publishing")]), "utf-8")
    run = subprocess.run(
        [sys.executable, script, briefs, tmp_path / "out"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert int(run.stdout) > 40, "every write was reached"
    for site in sorted((tmp_path / "out").iterdir()):
        torn = {
            name
            for name, data in files(site).items()
            if wanted.get(name) != data and not name.endswith(".part")
        }
        assert torn == set(), site.name
        publish(briefs, site, site_url="https://news.example/")
        assert files(site) == wanted, site.name
