"""The cache is one run's alone, is never mistaken for another file, and may be deleted."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from briefs.errors import StateError
from briefs.feeds.cache import open_cache

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".fetch.sqlite"


def test_what_is_put_is_there_in_the_next_run(path):
    with open_cache(path, NOW) as cache:
        cache.put_validators("https://gazette.org/rss", NOW, '"1"', "Tue, 10 Mar 2026 08:00:00 GMT")
        cache.put_validators("https://star.org/rss", NOW, "", "")
    with open_cache(path, NOW) as cache:
        assert cache.validators("https://gazette.org/rss", NOW) == {
            "If-None-Match": '"1"',
            "If-Modified-Since": "Tue, 10 Mar 2026 08:00:00 GMT",
        }
        assert cache.validators("https://star.org/rss", NOW) == {}
        assert cache.validators("https://new.org/rss", NOW) == {}
        assert cache.validators("https://gazette.org/rss", NOW - timedelta(days=1)) == {}
        assert cache.validators("https://gazette.org/rss", NOW + timedelta(days=1))


def test_robots_txt_is_remembered_for_a_day(path):
    with open_cache(path, NOW) as cache:
        cache.put_robots("https://gazette.org", "")
    for hours, known in ((23, ""), (25, None), (-1, None)):
        with open_cache(path, NOW + timedelta(hours=hours)) as cache:
            assert cache.robots("https://gazette.org") == known
    with open_cache(path, NOW + timedelta(hours=25)) as cache:
        cache.forget_old()
    with open_cache(path, NOW) as cache:
        assert cache.robots("https://gazette.org") is None


def test_what_was_not_saved_before_an_error_is_not_there(path):
    def fail():
        with open_cache(path, NOW) as cache:
            cache.put_validators("a", NOW, "1", "")
            cache.save()
            cache.put_validators("b", NOW, "2", "")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with open_cache(path, NOW) as cache:
        assert (cache.validators("a", NOW), cache.validators("b", NOW)) == (
            {"If-None-Match": "1"},
            {},
        )


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()


def newer(path):
    with open_cache(path, NOW):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def corrupt(path):
    with open_cache(path, NOW) as cache:
        for number in range(500):
            cache.put_robots(str(number), "x" * 100)
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not a database " * 100),
        lambda path: path.mkdir(),
        foreign,
        newer,
        corrupt,
    ],
    ids=["empty", "text", "folder", "foreign", "newer", "corrupt"],
)
def test_what_is_no_such_cache_is_refused_and_left_as_it_is(path, make):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StateError, match="delete it") as refused, open_cache(path, NOW) as cache:
        cache.validators("https://gazette.org/rss", NOW)
    assert refused.value.exit_code == 6
    assert (path.read_bytes() if path.is_file() else None) == before


def test_another_process_cannot_open_it_meanwhile(path):
    code = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from briefs.errors import StateError\n"
        "from briefs.feeds.cache import open_cache\n"
        "try:\n"
        "    with open_cache(Path(sys.argv[1]), datetime.now(UTC)):\n"
        "        print('opened')\n"
        "except StateError as error:\n"
        "    print(error)\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    with open_cache(path, NOW) as cache:
        cache.put_robots("a", "")
        cache.save()
        held = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    free = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "another run is fetching" in held.stdout
    assert free.stdout == "opened\n"
