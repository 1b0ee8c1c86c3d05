"""The command line as its user meets it: real processes, exit codes, what goes where."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STRIKE = (
    "Dockers in Port Ellan walk out over night shifts",
    (
        "Some 900 dockers in Port Ellan walked out on Monday over plans for a second night shift. "
        "The port authority said forty ships were waiting outside the harbour by the evening. The "
        "union wants talks with the minister of transport before work resumes."
    ),
)
COMET = (
    "Comet Alvarsson visible to the naked eye this week",
    (
        "Comet Alvarsson can be seen without a telescope this week, Tindall observatory said. "
        "It stands low in the west for an hour after sunset. The comet will not return for 8,000 "
        "years, its discoverer said."
    ),
)


@pytest.fixture
def folder(tmp_path):
    """A folder of two articles, beside which commands run."""
    (tmp_path / "in").mkdir()
    for name, (title, text) in {"strike": STRIKE, "comet": COMET}.items():
        front_matter = (
            f"---\ntitle: {title}\nsource: The {name.title()} Post\ndate: 2026-05-04\n---"
        )
        (tmp_path / "in" / f"{name}.md").write_text(f"{front_matter}\n\n{text}\n", "utf-8")
    return tmp_path


def briefs(cwd, *arguments, code=0, **settings):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BRIEFS_")}
    run = subprocess.run(
        [sys.executable, "-m", "briefs", *arguments],
        cwd=cwd,
        env=environment | settings.pop("environment", {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **settings,
    )
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr
    return run


def test_version():
    """`--version` says the version of the package."""
    from briefs import __version__

    assert briefs(ROOT, "--version").stdout == f"briefs {__version__}\n"


def test_make_names_the_brief_by_its_date_and_keeps_standard_output_empty(folder):
    """Without -o the brief is brief-<date>.md in the current folder; messages go to stderr."""
    run = briefs(folder, "make", "in")
    assert run.stdout == ""
    assert run.stderr.splitlines()[-1] == "found 2, read 2, skipped 0"
    brief = (folder / "brief-2026-05-04.md").read_text(encoding="utf-8")
    assert "Some 900 dockers in Port Ellan walked out" in brief
    briefs(folder, "check", "brief-2026-05-04.md", "in")


def test_the_format_follows_the_ending_or_the_option(folder):
    """-o brief.html is a page, -o brief.json is JSON, --format decides for -o -."""
    briefs(folder, "make", "in", "-o", "brief.html")
    assert (folder / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    data = json.loads(briefs(folder, "make", "in", "-o", "-", "--format", "json").stdout)
    assert data["counts"]["articles"] == 2
    run = briefs(folder, "make", "in", "-o", "brief.docx", code=2)
    assert "brief.docx" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["make", "nowhere"], "nowhere"),
        (["make", "in", "--date", "yesterday"], "yesterday"),
        (["make", "in", "--timezone", "Mars/Olympus"], "Europe/Paris"),
        (["make", "in", "--max-stories", "0"], "max"),
        (["make", "in", "--nonsense"], "--nonsense"),
        (["make"], "FOLDER"),
        (["check", "in/comet.md", "in"], "not a brief"),
        (["check", "nowhere.md", "in"], "nowhere.md"),
        (["brew"], "brew"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_wrong_usage_is_exit_2_and_says_what_is_wrong(folder, arguments, hint):
    """A wrong argument ends in exit 2, nothing is written, and the message names it."""
    run = briefs(folder, *arguments, code=2)
    assert hint in run.stderr
    assert [path.name for path in folder.iterdir()] == ["in"]


def test_flags_go_before_environment_before_file(folder):
    """A flag beats the environment, the environment beats briefs.toml."""
    (folder / "briefs.toml").write_text('title = "From the file"\n', encoding="utf-8")
    make = ("make", "in", "-o", "-")
    assert "# From the file" in briefs(folder, *make).stdout
    environment = {"BRIEFS_TITLE": "From the environment"}
    assert "# From the environment" in briefs(folder, *make, environment=environment).stdout
    run = briefs(folder, *make, "--title", "From the flag", environment=environment)
    assert "# From the flag" in run.stdout


def test_an_unknown_setting_is_named_with_the_nearest_known(folder):
    """A misspelt key in briefs.toml is exit 2 and says which one is meant."""
    (folder / "briefs.toml").write_text("max_storys = 3\n", encoding="utf-8")
    run = briefs(folder, "make", "in", code=2)
    assert "max_storys" in run.stderr
    assert "max_stories" in run.stderr


def test_strict_and_max_skips_refuse_with_exit_3(folder):
    """Skipped files beyond what is allowed are exit 3, and the old brief stays."""
    (folder / "in" / "empty.txt").write_bytes(b"")
    briefs(folder, "make", "in", "-o", "brief.md", "--max-skips", "1")
    before = (folder / "brief.md").read_bytes()
    for option in (["--strict"], ["--max-skips", "0"]):
        run = briefs(
            folder, "make", "in", "-o", "brief.md", "--date", "2026-05-05", *option, code=3
        )
        assert "empty.txt" in run.stderr
    assert (folder / "brief.md").read_bytes() == before


def test_check_finds_one_changed_letter_and_says_where(folder):
    """With one letter changed the brief is false, exit 1, and the sentence is shown."""
    briefs(folder, "make", "in", "-o", "brief.md")
    brief = folder / "brief.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("Some 900 dockers", "Some 800 dockers"), encoding="utf-8")
    run = briefs(folder, "check", "brief.md", "in", code=1)
    assert "800 dockers" in run.stdout


def test_check_recomputes_origins(folder):
    """With --recompute the articles are grouped anew: a changed count of origins is false."""
    briefs(folder, "make", "in", "-o", "brief.md")
    briefs(folder, "check", "--recompute", "brief.md", "in")
    brief = folder / "brief.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("single origin", "2 independent origins", 1), encoding="utf-8")
    briefs(folder, "check", "brief.md", "in")
    assert "[origins]" in briefs(folder, "check", "--recompute", "brief.md", "in", code=1).stdout


@pytest.mark.parametrize("case", ["day", "one", "pair", "slow-day"])
def test_the_origins_of_a_golden_brief_are_proved_anew(case):
    """Also where an outlet of the story tells another part of it and is not named."""
    golden = ROOT / "golden" / case
    said = briefs(golden, "check", "--recompute", "brief.md", "articles")
    assert "all proved" in said.stderr


def test_check_calls_an_article_that_changed_elsewhere_moved(folder):
    """When the article changed but the words still stand in it, the place has moved: exit 0."""
    briefs(folder, "make", "in", "-o", "brief.md")
    path = folder / "in" / "strike.md"
    path.write_text(path.read_text("utf-8") + "\nThe strike was called off at noon.\n", "utf-8")
    run = briefs(folder, "check", "brief.md", "in")
    assert "moved" in run.stdout
    assert "false" not in run.stdout


def test_summarize_keeps_to_the_words_and_reads_standard_input(folder):
    """A summary has at most so many words, all of them the article's."""
    run = briefs(folder, "summarize", "in/strike.md", "--words", "30")
    assert 0 < len(run.stdout.split()) <= 30
    assert run.stdout.strip().split(". ")[0] in STRIKE[1]
    piped = briefs(folder, "summarize", "-", "--words", "30", input=STRIKE[0] + "\n\n" + STRIKE[1])
    assert piped.stdout.strip()


def test_stories_shows_every_article(folder):
    """`briefs stories` names each article once, as text and as JSON."""
    shown = briefs(folder, "stories", "in").stdout
    assert shown.count("strike.md") == shown.count("comet.md") == 1
    data = json.loads(briefs(folder, "stories", "in", "--format", "json").stdout)
    assert len(data["stories"]) == 2


def readme():
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_library_example_runs():
    """The README's Python, run in the repository, does what it says."""
    code = re.search(r"```python\n(.*?)```", readme(), re.DOTALL)[1]
    assert len([line for line in code.splitlines() if line]) <= 5
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


def test_the_readme_shows_the_golden_day():
    """The README's excerpt is the beginning of the golden brief (docs/picture.py renews it)."""
    excerpt = re.search(r"```markdown\n(.*?)\n```", readme(), re.DOTALL)[1]
    assert (ROOT / "golden" / "day" / "brief.md").read_text(encoding="utf-8").startswith(excerpt)
    assert excerpt.count("\n## ") >= 2
    assert (ROOT / "docs" / "golden-day.png").stat().st_size > 10_000


def test_the_readmes_blocks_are_two_and_plain():
    """Two sh blocks, each from the clone to its end with venv and pip alone."""
    blocks = re.findall(r"```sh\n(.*?)```", readme(), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        lines = block.splitlines()
        assert lines[0].startswith("git clone https://")
        assert lines[1].startswith("python -m venv .venv && .venv/bin/pip install ")
        assert len(lines) == 3


def test_the_readmes_links_lead_somewhere():
    """Every relative link and picture in the README is a file of the repository."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme()):
        assert (ROOT / target).exists(), target


def test_the_page_on_every_day_names_every_input_and_output_of_the_action():
    """The action's inputs and outputs stand in docs/every-day.md."""
    from ruamel.yaml import YAML

    page = (ROOT / "docs" / "every-day.md").read_text(encoding="utf-8")
    action = YAML(typ="safe").load(ROOT / "action.yml")
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in page, name
