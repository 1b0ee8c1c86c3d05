"""The composite action and the workflows: valid, safe, and run here as GitHub would run them."""

import base64
import json
import os
import re
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from runner import ROOT, Runner, commands_in, git, load
from server import Entry, NewsServer, rss
from test_sending import serve

from briefs.cli import main

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


def commit(workspace, **environment):
    """Run the step that commits the briefs, alone."""
    (step,) = (s for s in steps(load(ROOT / "action.yml")) if s.get("name") == "Commit the briefs")
    given = {
        "GITHUB_SERVER_URL": "https://github.com",
        "RUNNER_TEMP": str(workspace.parent),
        "BRIEFS": "briefs",
        "MESSAGE": "Daily brief",
        "TOKEN": "given",
        "GIT_TERMINAL_PROMPT": "0",
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=workspace,
        env=os.environ | given | environment,
        capture_output=True,
        check=False,
    )


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
    run = runner.run(
        workspace,
        folder="today's news",
        date="2026-02-03",
        commit="true",
        commit_message=message,
    )
    assert run.code == 0, run.log
    log = git(workspace.parent / "remote.git", "log", "--format=%an: %s", "main").splitlines()
    assert log == [f"github-actions[bot]: {message}", "Test: A note", "Test: articles"]
    committed = git(workspace, "show", "--name-only", "--format=", "HEAD").split()
    assert committed == [f"briefs/brief-2026-02-03.{kind}" for kind in ("html", "json", "md")]
    assert not (workspace / "hacked").exists()

    head = git(workspace, "rev-parse", "HEAD")
    assert b"nothing to commit" in commit(workspace).stdout
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
    assert commit(workspace).returncode == 0
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


FERRY = (
    "A passenger ferry with 94 people on board capsized in heavy seas off the port of Skarholm, "
    "the coastguard said. The ferry Solvind rolled over barely three kilometres from the harbour "
    "wall after lorries on its car deck broke loose, said commander Astrid Lunde."
)
RAISED = (
    "Divers found nine more bodies in the hull of the ferry Solvind off Skarholm, which brings the "
    "death toll to 31, the coastguard said. The ferry Solvind capsized in heavy seas off the port "
    "of Skarholm with 94 people on board."
)


@pytest.mark.parametrize("kept", [False, True], ids=["no credentials kept", "credentials kept"])
def test_the_token_goes_along_once(workspace, kept):
    """What is pushed carries the token, and where checkout has kept it none is added to it."""
    brief = workspace / "briefs" / "brief.md"
    brief.parent.mkdir()
    brief.write_text("---\ngenerator: briefs\n---\n", encoding="utf-8")
    header = "AUTHORIZATION: basic " + base64.b64encode(b"x-access-token:kept").decode()
    with NewsServer() as server:
        git(workspace, "remote", "set-url", "origin", server.url("/someone/news"))
        if kept:
            git(workspace, "config", f"http.{server.url('/')}.extraheader", header)
        run = commit(workspace, GITHUB_SERVER_URL=server.url(""))
    assert run.returncode != 0, "this server is no host of repositories"
    sent = {request.headers.get("authorization") for request in server.requests}
    token = f"x-access-token:{'kept' if kept else 'given'}"
    assert sent == {"basic " + base64.b64encode(token.encode()).decode()}


@pytest.fixture
def mail_server(tmp_path):
    """A mail server with what it was sent, its port, and an environment that trusts it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    for post, port in serve(tls_context=context, require_starttls=True):
        yield post, port, {"SSL_CERT_FILE": str(tmp_path / "authority.pem")}


def test_two_days_by_the_workflow_of_init_with_git_as_the_only_memory(
    runner, tmp_path, monkeypatch, mail_server
):
    """From `init --github` and one edit to brief, mail and site; next day only what is new.

    Two time zones that are a day apart make two days of one moment.
    """
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
    git(tmp_path, "clone", "--quiet", "remote.git", "start")
    monkeypatch.chdir(tmp_path / "start")
    with pytest.raises(SystemExit) as end:
        main(["init", "--github"])
    assert not end.value.code
    job = load(Path(".github/workflows/brief.yml"))["jobs"]["brief"]
    (given,) = [step["with"] for step in job["steps"] if step.get("id") == "brief"]

    post, port, environment = mail_server
    secrets = {
        "BRIEFS_SMTP": f"smtp://localhost:{port}",
        "BRIEFS_MAIL_FROM": "brief@news.example",
        "BRIEFS_MAIL_TO": "desk@news.example",
    }
    inputs = {
        name: re.sub(r"\$\{\{ secrets\.(\w+) \}\}", lambda m: secrets.get(m[1], ""), str(text))
        for name, text in given.items()
    }
    inputs = {name: {"True": "true"}.get(text, text) for name, text in inputs.items()}
    environment["BRIEFS_FETCH_ALLOW"] = "127.0.0.0/8"
    now = datetime.now(UTC) - timedelta(minutes=5)
    west, east = (f"Etc/GMT{hours:+}" for hours in (12, -12))
    with NewsServer() as news:
        feeds = f'<opml><body><outline xmlUrl="{news.url("/feed.xml")}"/>'
        feeds += f'<outline text="::error::" xmlUrl="{news.url("/::error::")}"/></body></opml>'
        Path("feeds.opml").write_text(feeds, encoding="utf-8")
        git(".", "add", ".")
        git(".", "commit", "--quiet", "-m", "Feeds")
        git(".", "push", "--quiet", "origin", "HEAD:main")
        entries, runs = [], []
        for zone, headline, text in (
            (west, "Ferry with 94 aboard capsizes off Skarholm", FERRY),
            (east, "Death toll of Skarholm ferry rises to 31", RAISED),
        ):
            entries.append(Entry(headline, news.url(f"/{len(entries)}"), now, f"<p>{text}</p>"))
            news.pages["/feed.xml"] = rss("Harbour Gazette", entries)
            checkout = tmp_path / zone.replace("/", "-")
            git(
                tmp_path,
                "clone",
                "--quiet",
                "--depth=1",
                (tmp_path / "remote.git").as_uri(),
                checkout,
            )
            runs.append(runner.run(checkout, environment | {"BRIEFS_TIMEZONE": zone}, **inputs))
            assert runs[-1].code == 0, runs[-1].log
            assert list(commands_in(runs[-1].log)) == []
            assert "## " in runs[-1].summary

    told = git(tmp_path / "remote.git", "log", "--format=%an: %s", "main").splitlines()
    assert told == ["github-actions[bot]: Daily brief"] * 2 + ["Test: Feeds"]
    names = git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "main").splitlines()
    days = sorted(name for name in names if name.endswith(".json"))
    assert len(days) == 2
    assert {name.split("/")[0] for name in names} == {
        "briefs",
        ".github",
        "briefs.toml",
        "feeds.opml",
    }
    first, second = (
        json.loads(git(tmp_path / "remote.git", "show", f"main:{name}"))["items"][0]
        for name in days
    )
    assert (first["status"], second["status"]) == ("new", "developing")
    assert first["thread"] == second["thread"]
    assert ["31" in mail["Subject"] for mail in post.mails()] == [False, True]
    site = Path(runs[1].outputs["site"])
    story = (site / "stories" / f"{first['thread']}.html").read_text(encoding="utf-8")
    assert story.count('<section class="told"') == 2
    assert "<entry" in (site / "feed.xml").read_text(encoding="utf-8")
