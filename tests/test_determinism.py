"""The same folder gives the same bytes, whatever the machine and the moment."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DAY = Path(__file__).resolve().parent.parent / "golden" / "day" / "articles"

# Each run changes several things at once: hash seed, thread count, time zone, locale, and in which
# order and when the files were made.
RUNS = [
    {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "OPENBLAS_NUM_THREADS": "2", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "2", "OPENBLAS_NUM_THREADS": "2", "TZ": "America/St_Johns", "HOME": "/"},
    {"PYTHONHASHSEED": "3", "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "4", "PYTHONUTF8": "0", "LANG": "C", "PYTHONDONTWRITEBYTECODE": "1"},
]


def copied(to, seed):
    """The golden day, its files made in an order and with dates that `seed` chooses."""
    files = sorted(path for path in DAY.rglob("*") if path.is_file())
    chance = random.Random(seed)
    chance.shuffle(files)
    for path in files:
        target = to / "articles" / path.relative_to(DAY)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        moment = chance.randrange(10**9, 2 * 10**9)
        os.utime(target, (moment, moment))


def made(folder, environment, output):
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-m", "briefs", "make", "articles", "-o", output],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return (folder / output).read_bytes(), run.stderr


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The golden day's JSON, which holds every score, and what was said."""
    folder = tmp_path_factory.mktemp("first")
    copied(folder, 0)
    return made(folder, dict(os.environ), "brief.json")


@pytest.mark.parametrize("environment", RUNS, ids=lambda run: " ".join(run.values()))
def test_the_same_folder_gives_the_same_bytes(tmp_path, expected, environment):
    """Neither hash seed, threads, time zone, locale nor the order of files changes a byte."""
    copied(tmp_path, environment["PYTHONHASHSEED"])
    assert made(tmp_path, environment, "brief.json") == expected


def test_formats_and_runs_agree_in_one_process_as_in_two(tmp_path, expected):
    """Made through the library, after another brief in the same process, it is the same brief."""
    from briefs import make_brief, read_folder, render_json, render_markdown

    copied(tmp_path, 7)
    made(tmp_path, dict(os.environ), "brief.md")
    briefs = [make_brief(read_folder(tmp_path / "articles")) for _ in range(2)]
    assert render_json(briefs[0]) == render_json(briefs[1]) == expected[0].decode()
    markdown = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert render_markdown(briefs[0]).split("\n## Sources")[0] in markdown
