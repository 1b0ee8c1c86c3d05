"""The composite action and the workflows: valid, safe, and run here as GitHub would run them."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import SimpleNamespace

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
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


def load(path):
    return YAML(typ="safe").load(path)


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


def git(folder, *arguments):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost"]
    run = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    """The action's checkout and an environment in which its own install step has run."""
    base = tmp_path_factory.mktemp("runner")
    checkout, temporary = base / "checkout", base / "temp"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".*venv*", ".git"))
    else:
        for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
            if (ROOT / name).exists():
                (checkout / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, checkout / name)
    # The libraries of this environment stand in for the package index, so that no network is
    # needed: the action's own environment sees them beside what it installs itself.
    pytest.importorskip("hatchling", reason="needed to build the package without a network")
    tag = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = temporary / "briefs" / "lib" / tag / "site-packages"
    packages.mkdir(parents=True)
    (packages / "index.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return SimpleNamespace(checkout=checkout, temporary=temporary, base=base)


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


def run_action(runner, workspace, **inputs):
    """Run the action's shell steps as GitHub would: same shell, same files, same variables."""
    action = load(runner.checkout / "action.yml")
    values = {name: entry.get("default", "") for name, entry in action["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    files = {name: runner.base / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_bytes(b"")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(runner.base),
        "RUNNER_TEMP": str(runner.temporary),
        "GITHUB_ACTION_PATH": str(runner.checkout),
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "someone/news",
        "GITHUB_SHA": git(workspace, "rev-parse", "HEAD"),
        # No network: what is needed is there already.
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        **{name: str(path) for name, path in files.items()},
    }

    def evaluate(text):
        def value(match):
            kind, *names = match[1].split(".")
            if kind == "inputs":
                return values[names[0]]
            if match[1] == "steps.python.outputs.python-path":
                return sys.executable
            assert (kind, names[:2]) == ("steps", ["make", "outputs"])
            return parse_outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))[names[2]]

        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)

    log = ""
    for step in action["runs"]["steps"]:
        if "uses" in step:
            continue
        condition = re.fullmatch(r"inputs\.([\w-]+) == '(\w+)'", step.get("if", ""))
        assert bool(condition) == ("if" in step)
        if condition and values[condition[1]] != condition[2]:
            continue
        assert step["shell"] == "bash"
        script = runner.base / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=workspace,
            env=environment | {name: evaluate(text) for name, text in step.get("env", {}).items()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        log += run.stdout
        if run.returncode:
            return SimpleNamespace(code=run.returncode, log=log, outputs={}, summary="")
    return SimpleNamespace(
        code=0,
        log=log,
        outputs=parse_outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8")),
        summary=files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"),
    )


def parse_outputs(text):
    outputs, lines = {}, iter(text.splitlines())
    for line in lines:
        name, equals, value = line.partition("=")
        if not equals or "<<" in name:
            name, _, delimiter = line.partition("<<")
            value = "\n".join(iter(lambda: next(lines), delimiter))
        outputs[name] = value
    return outputs


def commands_in(log):
    """What the runner would obey in the log, but for the two that stop and resume commands."""
    stopped = ""
    for line in log.splitlines():
        if stopped:
            if line.strip() == f"::{stopped}::":
                stopped = ""
        elif line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
            assert len(stopped) == 32
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line
    assert not stopped, "commands are resumed"


def test_without_commit_the_brief_is_made_and_reported(runner, workspace):
    """The brief stands where it was asked for, outputs and summary tell, nothing is committed."""
    before = git(workspace, "rev-parse", "HEAD")
    run = run_action(runner, workspace, folder="today's news", output="out/the brief.md")
    assert run.code == 0, run.log
    brief = (workspace / "out" / "the brief.md").read_text(encoding="utf-8")
    assert "generator: briefs" in brief
    assert run.outputs["path"] == "out/the brief.md"
    assert run.outputs["articles"] == "2"
    assert run.outputs["skipped"] == "0"
    assert 1 <= int(run.outputs["stories"]) <= 2
    assert run.summary.lstrip().startswith("# ")
    assert "generator: briefs" not in run.summary
    assert "The harbour bridge in Wexholm reopened" in run.summary
    assert "https://github.com/someone/news/blob/" in run.summary
    assert git(workspace, "rev-parse", "HEAD") == before
    assert list(commands_in(run.log)) == []


def test_with_commit_the_brief_alone_is_committed_and_pushed_once(runner, workspace):
    """The brief is committed by the bot and pushed; a second run finds nothing to commit."""
    (workspace / "unrelated.txt").write_text("left alone", encoding="utf-8")
    message = 'A brief; $(touch hacked) "quoted"'
    run = run_action(
        runner, workspace, folder="today's news", commit="true", commit_message=message
    )
    assert run.code == 0, run.log
    head = git(workspace, "rev-parse", "HEAD")
    assert git(workspace, "log", "-1", "--format=%an: %s") == f"github-actions[bot]: {message}"
    assert git(workspace, "show", "--name-only", "--format=", "HEAD") == "brief-undated.md"
    assert git(workspace, "ls-remote", "origin", "main").split()[0] == head
    assert not (workspace / "hacked").exists()

    again = run_action(runner, workspace, folder="today's news", commit="true")
    assert "nothing to commit" in again.log
    assert git(workspace, "rev-parse", "HEAD") == head


def test_names_and_inputs_are_data_and_never_commands(runner, workspace):
    """Neither a file's name nor an input can run anything or speak to the runner."""
    folder = workspace / "today's news"
    for name in ("::error::boom.txt", "##[error]boom.txt", "a\n::set-output name=x::y.txt"):
        (folder / name).write_bytes(b"")
    run = run_action(
        runner,
        workspace,
        folder="today's news\n\n$(touch hacked)",
        output="$(touch hacked);`touch hacked`.md",
    )
    assert run.code == 2, "one of the folders is not there"
    assert list(commands_in(run.log)) == []
    assert not (workspace / "hacked").exists()

    run = run_action(runner, workspace, folder="today's news")
    assert run.code == 0, run.log
    assert run.outputs["skipped"] == "3"
    assert list(commands_in(run.log)) == []


def test_every_input_reaches_the_command(runner, workspace):
    """Date, configuration and format are those given, and several folders are read as one."""
    (workspace / "more").mkdir()
    (workspace / "today's news" / "two.txt").rename(workspace / "more" / "two.txt")
    (workspace / "my settings.toml").write_text('title = "My morning"\n', encoding="utf-8")
    run = run_action(
        runner,
        workspace,
        folder="today's news\nmore\n",
        output="out/{date}",
        format="html",
        config="my settings.toml",
        date="2026-02-03",
    )
    assert run.code == 0, run.log
    page = (workspace / "out" / "2026-02-03").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "My morning" in page
    assert "3 February 2026" in page
    assert run.outputs["articles"] == "2"


def test_a_folder_without_articles_fails_and_keeps_the_old_brief(runner, workspace):
    """Where there is nothing to read the step fails and what stood there stays."""
    (workspace / "empty").mkdir()
    old = "---\ngenerator: briefs\n---\n\nYesterday.\n"
    (workspace / "brief-undated.md").write_text(old, encoding="utf-8")
    run = run_action(runner, workspace, folder="empty", commit="true")
    assert run.code == 4
    assert (workspace / "brief-undated.md").read_text(encoding="utf-8") == old
    assert list(commands_in(run.log)) == []
