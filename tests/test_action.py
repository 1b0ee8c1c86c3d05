"""The composite action and the workflows: valid, safe, and run here as GitHub would run them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from runner import ROOT, Runner, commands_in, git, load

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [ROOT / "action.yml", *WORKFLOWS]
TOOLS = Path(sys.executable).parent

ARTICLES = {
    "one.txt": "Harbour bridge reopens after repairs\n\nThe harbour bridge in Wexholm reopened to "
    "traffic on Monday after nine months of repairs. Engineers replaced forty steel beams that "
    "had rusted in the salt air. The council said the work cost 12 million crowns, two million "
    "more than planned.\n",
    "two.txt": "Library buys a second bus\n\nThe county library in Torvik has bought a second "
    "book bus for villages without a branch. The bus carries three thousand books and stops in "
    "thirty villages every fortnight. Librarians expect the first tour to start in March.\n",
}


def steps(document):
    if "runs" in document:
        yield from document["runs"]["steps"]
    for job in document.get("jobs", {}).values():
        yield from job["steps"]


def tool(name, *arguments):
    if not (TOOLS / name).exists():
        pytest.skip(f"{name} is not installed here")
    return subprocess.run(
        [TOOLS / name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_action_fits_its_schema():
    """action.yml is a valid action by GitHub's published schema."""
    run = tool("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
    assert run.returncode == 0, run.stdout


def test_the_workflows_fit_their_schema():
    """Every workflow is valid by GitHub's published schema."""
    run = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    assert run.returncode == 0, run.stdout


def test_zizmor_finds_nothing():
    """The security linter for actions has nothing to report."""
    run = tool("zizmor", "--offline", "--no-progress", *FILES)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_pinned_and_no_expression_reaches_a_shell(path):
    """Actions are pinned by commit with their version beside, and scripts hold no expression."""
    for step in steps(load(path)):
        assert "${{" not in step.get("run", "")
    for line in path.read_text(encoding="utf-8").splitlines():
        if " uses: " in line and "uses: ./" not in line:
            assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_take_the_least_and_end(path):
    """A workflow grants nothing by itself, each job reads only and has a time limit."""
    document = load(path)
    assert document["permissions"] == {}
    assert "concurrency" in document
    for job in document["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert job["timeout-minutes"] <= 30


def test_the_schedule_keeps_away_from_the_full_hour():
    """The scheduled workflow does not start at minute 0, when GitHub drops jobs."""
    schedule = load(ROOT / ".github" / "workflows" / "brief.yml")["on"]["schedule"]
    assert all(int(entry["cron"].split()[0]) % 30 for entry in schedule)


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    pytest.importorskip("hatchling", reason="needed to build the package without a network")
    return Runner(tmp_path_factory.mktemp("runner"))


@pytest.fixture
def workspace(tmp_path):
    """A repository of articles with a remote to push to."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
    git(tmp_path, "clone", "--quiet", "remote.git", "repository")
    repository = tmp_path / "repository"
    (repository / "today's news").mkdir()
    for name, text in ARTICLES.items():
        (repository / "today's news" / name).write_text(text, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "articles")
    git(repository, "push", "--quiet", "origin", "HEAD:main")
    return repository


def test_without_commit_the_brief_is_made_and_reported(runner, workspace):
    """The brief stands where it was asked for, outputs and summary tell, nothing is committed.

    Whatever files and inputs are called: none of it can run anything or speak to the runner.
    """
    before = git(workspace, "rev-parse", "HEAD")
    for name in ("::error::boom.txt", "##[error]boom.txt", "a\n::set-output name=x::y.txt"):
        (workspace / "today's news" / name).write_bytes(b"")
    evil = "out/$(touch hacked);`touch hacked`"
    run = runner.run(workspace, folder="today's news", briefs=evil)
    assert run.code == 0, run.log
    brief = (workspace / evil / "brief.md").read_text(encoding="utf-8")
    assert "generator: briefs" in brief
    assert run.outputs["path"] == f"{evil}/brief.md"
    assert run.outputs["articles"] == "2"
    assert run.outputs["skipped"] == "3"
    assert run.outputs["site"] == ""
    assert 1 <= int(run.outputs["stories"]) <= 2
    assert run.summary.lstrip().startswith("# ")
    assert "generator: briefs" not in run.summary
    assert "The harbour bridge in Wexholm reopened" in run.summary
    assert "https://github.com/Someone/news/blob/" in run.summary
    assert git(workspace, "rev-parse", "HEAD") == before
    assert list(commands_in(run.log)) == []
    assert not (workspace / "hacked").exists()


def test_the_brief_alone_is_committed_once_on_top_of_what_others_pushed(runner, workspace):
    """The bot commits the brief and pushes it; again there is nothing to commit.

    Only where the last commit is older than a month an empty one is made: GitHub ends schedules
    of repositories in which nothing moves.
    """
    (workspace / "unrelated.txt").write_text("left alone", encoding="utf-8")
    git(workspace.parent, "clone", "--quiet", "remote.git", "elsewhere")
    elsewhere = workspace.parent / "elsewhere"
    (elsewhere / "note.txt").write_text("mine", encoding="utf-8")
    git(elsewhere, "add", "note.txt")
    git(elsewhere, "commit", "--quiet", "-m", "A note")
    git(elsewhere, "push", "--quiet")
    message = 'A brief; $(touch hacked) "quoted"'
    given = {"folder": "today's news", "commit": "true", "date": "2026-02-03"}
    run = runner.run(workspace, **given, commit_message=message)
    assert run.code == 0, run.log
    log = git(workspace.parent / "remote.git", "log", "--format=%an: %s", "main").splitlines()
    assert log == [f"github-actions[bot]: {message}", "Test: A note", "Test: articles"]
    committed = git(workspace, "show", "--name-only", "--format=", "HEAD").split()
    assert committed == [f"briefs/brief-2026-02-03.{kind}" for kind in ("html", "json", "md")]
    assert not (workspace / "hacked").exists()

    head = git(workspace, "rev-parse", "HEAD")
    assert "nothing to commit" in runner.run(workspace, **given).log
    assert git(workspace, "rev-parse", "HEAD") == head
    subprocess.run(
        [
            "git",
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@t",
            "commit",
            "-q",
            "--amend",
            "-m",
            "old",
        ],
        cwd=workspace,
        env=os.environ | {"GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z"},
        check=True,
    )
    git(workspace, "push", "--quiet", "--force", "origin", "HEAD:main")
    assert runner.run(workspace, **given).code == 0
    assert git(workspace, "log", "-1", "--format=%s") == "Daily brief: nothing new"
    pushed = git(workspace, "ls-remote", "origin", "main").split()[0]
    assert pushed == git(workspace, "rev-parse", "HEAD")


def test_when_the_mail_fails_brief_and_site_are_there_and_the_job_fails(runner, workspace):
    """A mail server that is not there costs the mail and the green tick, and nothing else.

    Several folders are read as one; date, settings and further formats reach the command.
    """
    (workspace / "more").mkdir()
    (workspace / "today's news" / "two.txt").rename(workspace / "more" / "two.txt")
    (workspace / "my settings.toml").write_text(
        'title = "My morning"\nsite_url = "https://brief.example/"\n', encoding="utf-8"
    )
    run = runner.run(
        workspace,
        folder="today's news\nmore\n",
        config="my settings.toml",
        date="2026-02-03",
        formats="eml",
        commit="true",
        pages="true",
        smtp="smtp://127.0.0.1:9",
        mail_from="brief@news.example",
        mail_to="desk@news.example, second@news.example",
    )
    assert run.code == 7
    assert git(workspace, "log", "-1", "--format=%s") == "Daily brief"
    assert run.outputs["articles"] == "2"
    assert (workspace / "briefs" / "brief-2026-02-03.eml").is_file()
    page = (Path(run.outputs["site"]) / "2026" / "02" / "03.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "My morning" in page
    assert "3 February 2026" in page
    feed = (Path(run.outputs["site"]) / "feed.xml").read_text(encoding="utf-8")
    assert "<id>https://brief.example/</id>" in feed


def test_a_folder_without_articles_fails_and_keeps_the_old_brief(runner, workspace):
    """Where there is nothing to read, or no folder, the step fails and what stood there stays."""
    (workspace / "empty").mkdir()
    (workspace / "briefs").mkdir()
    old = "---\ngenerator: briefs\n---\n\nYesterday.\n"
    (workspace / "briefs" / "brief.md").write_text(old, encoding="utf-8")
    for folder, code in (("empty", 4), ("today's news\n$(touch hacked)", 2)):
        run = runner.run(workspace, folder=folder, commit="true")
        assert run.code == code
        assert (workspace / "briefs" / "brief.md").read_text(encoding="utf-8") == old
        assert list(commands_in(run.log)) == []
    assert not (workspace / "hacked").exists()
