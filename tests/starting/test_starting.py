"""What `briefs init` writes: files that work as they are, and never over one's own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from briefs.cli import main
from briefs.config import load_options
from briefs.feeds import read_opml
from briefs.starting import FEEDS, SETTINGS, WORKFLOW, pinned, starting_files

TOOLS = Path(sys.executable).parent
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def init(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["init", *arguments])
    return int(end.value.code or 0)


def test_settings_feeds_and_workflow_are_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an empty folder all three are there; what was there is kept unless it is forced."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / FEEDS).write_text("mine")
    assert init("--github") == 0
    assert (tmp_path / FEEDS).read_text() == "mine"
    assert load_options(None, {}, {}).subscriptions == FEEDS
    (tmp_path / SETTINGS).write_text('title = "Mine"\n')
    (tmp_path / WORKFLOW).write_text("name: Mine\n")
    assert init("--github") == 5
    assert load_options(None, {}, {}).title == "Mine"
    assert (tmp_path / WORKFLOW).read_text() == "name: Mine\n"
    assert init("--github", "--force") == 0
    written = {name: (tmp_path / name).read_text("utf-8") for name in starting_files(github=True)}
    assert written == starting_files(github=True)


def test_settings_alone_go_where_they_are_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With -o only that file is written, and its folder must be there."""
    monkeypatch.chdir(tmp_path)
    assert init("-o", "mine.toml") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]
    assert init("-o", "mine.toml") == 5
    assert init("-o", "none/mine.toml") == 5


def test_the_feeds_are_a_list_of_several_outlets() -> None:
    """At least ten outlets, each named, each once, each over https."""
    feeds = read_opml(starting_files(github=False)[FEEDS].encode())
    assert len(feeds) >= 10
    assert len({feed.address for feed in feeds}) == len({feed.name for feed in feeds}) == len(feeds)
    assert all(feed.name and feed.address.startswith("https://") for feed in feeds)


@pytest.mark.parametrize("commit", ["", COMMIT], ids=["newest", "pinned"])
def test_the_workflow_is_valid_and_the_linter_finds_nothing(tmp_path: Path, commit: str) -> None:
    """GitHub's schema takes it, zizmor has nothing to report, pinned to a commit or not."""
    path = tmp_path / WORKFLOW
    path.parent.mkdir(parents=True)
    path.write_text(pinned(starting_files(github=True)[WORKFLOW], commit), "utf-8")
    assert (f"briefs-news/briefs@{commit or 'main'} " in path.read_text("utf-8")) is True
    for tool, *arguments in (
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
        ("zizmor", "--offline", "--no-progress"),
    ):
        if not (TOOLS / tool).exists():
            pytest.skip(f"{tool} is not installed here")
        run = subprocess.run(
            [TOOLS / tool, *arguments, path], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr


def test_the_workflow_takes_the_least_and_gives_the_action_what_it_knows() -> None:
    """Its schedule avoids minute 0 and has a time zone; its inputs are those of the action."""
    workflow = YAML(typ="safe").load(starting_files(github=True)[WORKFLOW])
    (schedule,) = workflow["on"]["schedule"]
    assert int(schedule["cron"].split()[0]) % 30
    assert schedule["timezone"]
    assert "workflow_dispatch" in workflow["on"]
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["cancel-in-progress"] is False
    assert workflow["jobs"]["brief"]["permissions"] == {"contents": "write"}
    assert workflow["jobs"]["site"]["permissions"] == {"pages": "write", "id-token": "write"}
    action = YAML(typ="safe").load(Path(__file__).resolve().parents[2] / "action.yml")
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            assert re.search(r"@([0-9a-f]{40}|main)$", step["uses"])
            if step["uses"].startswith("briefs-news/briefs@"):
                assert set(step["with"]) <= set(action["inputs"])


def test_the_page_on_every_day_names_what_is_written_and_every_secret() -> None:
    """docs/every-day.md tells of each file and each secret, and of no other."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "every-day.md").read_text("utf-8")
    start = starting_files(github=True)
    rows = re.findall(r"^\| `([\w./]+)` \| (?:the feeds|every|what GitHub)", page, re.MULTILINE)
    assert sorted(rows) == sorted(start)
    secrets = re.findall(r"secrets\.(\w+)", start[WORKFLOW])
    assert sorted(re.findall(r"^\| `(BRIEFS_\w+)` \|", page, re.MULTILINE)) == sorted(secrets)
