"""The day's run against a real news server, a real mail server and real files."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from server import Entry, NewsServer, Reply, rss
from test_sending import Post, serve

from briefs import sending
from briefs.cli import main
from briefs.config import load_options
from briefs.errors import NothingUsable, SendError
from briefs.running import Run, run

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime.now(UTC)
FERRY = (
    "A passenger ferry with 94 people on board capsized in heavy seas off the port of Skarholm on "
    "Tuesday, the coastguard said. The ferry Solvind rolled over barely three kilometres from the "
    "harbour wall after lorries on its car deck broke loose, said commander Astrid Lunde."
)
RATE = (
    "The Bank of Velmark cut its main interest rate by a quarter point to 2.75 percent on Tuesday, "
    "a step that four of 22 economists had forecast. Inflation in Velmark fell to 1.9 percent in "
    "February, the statistics office said in a report that came out before dawn."
)
RAISED = (
    "Divers found nine more bodies in the hull of the ferry Solvind off Skarholm on Wednesday, "
    "which brings the death toll to 31, the coastguard said. The ferry Solvind capsized in heavy "
    "seas off the port of Skarholm with 94 people on board."
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, no settings from outside, and a server on this machine may be asked."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("BRIEFS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BRIEFS_FETCH_ALLOW", "127.0.0.0/8")
    monkeypatch.setattr(sending, "PAUSES", (0.0, 0.0))


@pytest.fixture
def news() -> Iterator[NewsServer]:
    with NewsServer() as server:
        show(server, [("Ferry with 94 aboard capsizes off Skarholm", FERRY)])
        yield server


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Post, int]]:
    """A mail server whose authority this machine trusts."""
    import ssl

    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    yield from serve(tls_context=context, require_starttls=True)


def show(server: NewsServer, articles: list[tuple[str, str]], now: datetime = NOW) -> None:
    """Let the feed tell these articles, in full."""
    entries = [
        Entry(title, server.url(f"/{title[:9].replace(' ', '-')}"), now, f"<p>{text}</p>" * 1)
        for title, text in articles
    ]
    server.pages["/feed.xml"] = rss("Harbour Gazette", entries)


def settings(server: NewsServer, more: str = "") -> None:
    Path("briefs.toml").write_text(
        f'{more}\n[feeds]\n"Harbour Gazette" = "{server.url("/feed.xml")}"\n', "utf-8"
    )


def on(now: datetime, said: list[str] | None = None) -> Run:
    return Run(
        options=load_options(None, {}, {}),
        day=now.date(),
        now=now,
        environment=os.environ,
        say=(said if said is not None else []).append,
        allowed=("127.0.0.0/8",),
    )


def briefs(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert isinstance(end.value.code, int)
    return end.value.code


def told(day: datetime = NOW) -> dict[str, dict[str, str]]:
    """The stories of a day's brief by their headline."""
    record = json.loads(Path(f"briefs/brief-{day.date()}.json").read_text("utf-8"))
    return {item["headline"]: item for item in (*record["items"], *record["in_brief"])}


def files(folder: str = ".") -> dict[str, bytes]:
    return {
        os.fspath(path): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }


def test_from_an_empty_folder_to_brief_mail_and_site(
    news: NewsServer, post: tuple[Post, int], capsys: pytest.CaptureFixture[str]
) -> None:
    """`init`, one edit and `run` give the brief in its formats, one mail and the site."""
    kept, port = post
    assert briefs("init") == 0
    feeds = Path("feeds.opml")
    feeds.write_text(
        f'<opml version="2.0"><body><outline xmlUrl="{news.url("/feed.xml")}"/></body></opml>'
    )
    os.environ["BRIEFS_SMTP"] = f"smtp://localhost:{port}"
    os.environ["BRIEFS_MAIL_TO"] = "desk@example.org"
    os.environ["BRIEFS_MAIL_FROM"] = "brief@example.org"
    assert briefs("run") == 0, capsys.readouterr().err
    name = f"brief-{NOW.date()}"
    for ending in ("md", "json", "html", "sent"):
        assert Path(f"briefs/{name}.{ending}").is_file()
    assert Path("site/index.html").is_file()
    (mail,) = kept.mails()
    assert "Ferry with 94 aboard" in mail["Subject"]
    assert "desk@example.org" not in Path(f"briefs/{name}.sent").read_text()
    assert briefs("run") == 0
    assert len(kept.mails()) == 1, "a second run of the day mails nothing"
    assert briefs("check", f"briefs/{name}.md", "articles") == 0
