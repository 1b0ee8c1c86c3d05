"""`briefs fetch`: what it takes, says and ends with."""

from datetime import UTC, datetime, timedelta

import pytest
from server import Entry, page, rss

from briefs.cli import main
from briefs.cli.fetch import parse_since
from briefs.errors import UsageError

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
PROSE = ["A ferry with forty people aboard sank off Skarholm on Monday night."] * 3


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFS_FETCH_ALLOW", "127.0.0.0/8")

    def run(*words):
        with pytest.raises(SystemExit) as end:
            main(["fetch", *words])
        said = capsys.readouterr()
        assert said.out == ""
        return end.value.code, said.err.splitlines()

    return run


@pytest.fixture
def feed(server):
    entry = Entry("Ferry ::error:: sinks", server.url("/1"), datetime.now(UTC))
    server.pages["/feed"] = rss("Gazette", [entry])
    server.pages["/1"] = page("Ferry sinks", PROSE)
    return server.url("/feed")


def test_it_fetches_and_says_how_much(run, feed, tmp_path):
    assert run(feed, "archive") == (0, ["fetched 1 article from 1 feed (unchanged 0, failed 0)"])
    assert run(feed, "archive") == (0, ["fetched 0 articles from 1 feed (unchanged 1, failed 0)"])
    assert len(list((tmp_path / "archive").rglob("*.html"))) == 1


def test_feeds_can_stand_in_the_settings(run, feed, tmp_path):
    (tmp_path / "briefs.toml").write_text(f'[feeds]\n"Gazette" = "{feed}"\n')
    assert run("archive", "--quiet") == (0, [])


def test_a_failed_feed_is_a_warning_and_all_failed_are_exit_7(run, feed, server):
    code, said = run(feed, server.url("/none"), "archive")
    assert code == 0
    assert said[0] == (f"briefs: warning[http]: '{server.url('/none')}': answered 404 (not found)")
    code, said = run(server.url("/none"), "archive", "-q")
    assert code == 7
    assert said[1].startswith("briefs: error: every feed failed")


def test_what_a_feed_says_cannot_command_a_log(run, server):
    """Words of a feed that look like a workflow's commands are broken up."""
    entry = Entry("News", server.url("/::error::here"), datetime.now(UTC))
    server.pages["/feed"] = rss("Gazette", [entry])
    _, said = run(server.url("/feed"), "archive")
    assert "::error" not in "\n".join(said)


def test_wrong_usage_is_exit_2(run, feed):
    assert run("archive")[0] == 2  # no feeds
    assert run(feed)[0] == 2  # no folder
    assert run(feed, "archive", "--since", "yesterday")[0] == 2
    assert run("gazette.org", "archive")[0] == 2


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("24h", timedelta(hours=24)),
        ("2d", timedelta(days=2)),
        ("90m", timedelta(minutes=90)),
        ("2026-03-10", timedelta(hours=8)),
        ("2026-03-08", timedelta(days=2, hours=8)),
    ],
)
def test_how_far_back(text, span):
    assert parse_since(text, NOW) == span


@pytest.mark.parametrize("text", ["", "1", "h", "-2d", "2026-03-11", "2w", "99999d"])
def test_how_far_back_it_cannot_be(text):
    with pytest.raises(UsageError, match="--since"):
        parse_since(text, NOW)
