"""The brief in a terminal."""

import io
import os
import pty
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import briefs
from rich.console import Console
from test_hostile import fold

from briefs.cli import main
from briefs.config import Options, load_options
from briefs.model import Brief
from briefs.rendering.markdown import parse, render_markdown
from briefs.rendering.terminal import show


def shown(brief: Brief, **options: object) -> str:
    out = io.StringIO()
    console = Console(file=out, highlight=False, **{"width": 80, **options})  # type: ignore[arg-type]
    show(parse(render_markdown(brief)), console)
    return out.getvalue()


def test_piped_it_is_plain_text() -> None:
    """Without a terminal: no escape sequence, no line over the width, every sentence whole."""
    text = shown(full_brief(2))
    assert "\x1b" not in text
    assert max(map(len, text.split("\n"))) <= 80
    assert not any(line.endswith(" ") or line.startswith("·") for line in text.split("\n"))
    for point in parse(render_markdown(full_brief(2))).points:
        assert fold(point.text) in fold(text)


def test_in_a_terminal_citations_are_links() -> None:
    """OSC 8 links lead to the cited words; with NO_COLOR nothing is coloured."""
    colourful = shown(full_brief(2), force_terminal=True, color_system="truecolor", no_color=False)
    assert "\x1b]8;" in colourful
    assert "https://news.example/0#:~:text=" in colourful
    assert "\x1b[36m" in colourful
    assert "\x1b[36m" not in shown(full_brief(2), force_terminal=True, no_color=True)


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_nothing_speaks_to_the_terminal(brief: Brief) -> None:
    """Whatever the articles hold, no control character but the newline comes out."""
    assert not {c for c in shown(brief) if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")}


def test_long_work_shows_a_bar_on_a_terminal_alone() -> None:
    """After a second a bar is drawn, without colour if NO_COLOR says so; piped there is none."""
    code = (
        "import time; from briefs.progress import progress\n"
        "with progress('reading') as tell:\n tell(3, 9); time.sleep(1.4)"
    )
    command = [sys.executable, "-c", code]
    assert not subprocess.run(command, capture_output=True, check=True).stderr
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm"}
    subprocess.run(command, stderr=theirs, check=True, env=environment)
    os.close(theirs)
    drawn = os.read(ours, 9999).decode()
    os.close(ours)
    assert "reading" in drawn
    assert "3/9" in drawn
    assert "\x1b[3" not in drawn


def test_init_writes_every_setting_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`briefs init` writes what `load_options` reads, every setting with a comment."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(["init"])
    assert not end.value.code
    written = (tmp_path / "briefs.toml").read_text("utf-8")
    assert load_options(None, {}, {}) == Options(subscriptions="feeds.opml", site="site")
    lines = written.split("\n")
    for field in fields(Options):
        starts = f"{field.name} = ", f"[{field.name}]"
        (at,) = [n for n, line in enumerate(lines) if line.startswith(starts)]
        assert lines[at - 1].startswith("# ")
    with pytest.raises(SystemExit) as again:
        main(["init"])
    assert again.value.code == 5
    assert (tmp_path / "briefs.toml").read_text("utf-8") == written
