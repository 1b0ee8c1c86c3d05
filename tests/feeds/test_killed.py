"""A fetch that is killed loses nothing, whenever it is; two at once do not meet."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from server import Entry, Reply, page, rss

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
    # Only what SQLite itself had open can be left behind, and its next run takes it up.
    assert {name for line in lines for name in line[3].split() if name.endswith(".html")} == set()


def test_of_two_at_once_one_fetches_and_the_other_says_so(server, tmp_path):
    server.pages["/feed"] = Reply(rss("Gazette", []).body, wait=3)
    command = [sys.executable, "-m", "briefs", "fetch", server.url("/feed"), str(tmp_path / "a")]
    environment = {**os.environ, "BRIEFS_FETCH_ALLOW": "127.0.0.0/8"}
    runs = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=60)[1] for run in runs]
    assert sorted(run.returncode for run in runs) == [0, 6]
    assert sum("another run is fetching into" in text for text in said) == 1
    assert sum("fetched 0 articles from 1 feed" in text for text in said) == 1
