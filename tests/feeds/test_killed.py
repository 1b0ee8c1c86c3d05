"""A fetch that is killed loses nothing, whenever it is; two at once do not meet."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from server import Entry, page, rss

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
TEASER = "A ferry with forty people aboard sank off Skarholm on Monday night. Read more …"
PROSE = ["A ferry with forty people aboard sank off Skarholm on Monday night."] * 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_every_write_nothing_is_torn_and_the_next_run_completes(server, tmp_path):
    entries = [Entry("News", server.url("/1"), NOW, TEASER)]
    entries.append(Entry("Whole", "", NOW, "<p>All of it.</p>" * 200))
    server.pages["/feed"] = rss("Gazette", entries)
    server.pages["/1"] = page("News", PROSE)
    script = Path(__file__).with_name("killing.py")
    command = [sys.executable, str(script), server.url("/feed"), str(tmp_path)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    lines = [line.split("|") for line in run.stdout.splitlines()]
    assert len(lines) > 20
    assert [line[0].strip() for line in lines] == ["True"] * (len(lines) - 1) + ["False"]
    assert "TORN" not in run.stdout
    assert len({line[2] for line in lines}) == 1
    assert len(lines[0][2].split()) == 2
    # SQLite itself takes up, or overwrites, what it was writing.
    assert {name for line in lines for name in line[3].split()} <= {".fetch.sqlite-journal"}


def test_of_two_at_once_the_second_says_so_and_the_first_goes_on(server, tmp_path):
    asked, over = threading.Event(), threading.Event()

    def answer(_request):
        asked.set()
        over.wait(25)
        return rss("Gazette", [])

    server.pages["/feed"] = answer
    command = [sys.executable, "-m", "briefs", "fetch", server.url("/feed"), str(tmp_path / "a")]
    environment = {**os.environ, "BRIEFS_FETCH_ALLOW": "127.0.0.0/8"}

    def start():
        return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)

    first = start()
    assert asked.wait(60)
    second = start()
    said = second.communicate(timeout=60)[1]
    over.set()
    assert "fetched 0 articles from 1 feed " in first.communicate(timeout=60)[1]
    assert "another run is fetching into" in said
    assert (first.returncode, second.returncode) == (0, 6)
