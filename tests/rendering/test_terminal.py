"""The brief in a terminal."""

import io

from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import briefs
from rich.console import Console
from test_hostile import fold

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
    assert not any(line.endswith(" ") for line in text.split("\n"))
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
