"""The golden cases: the briefs that the articles in golden/ must give, and floors for them."""

import importlib.util
import re
from pathlib import Path

import pytest

from briefs.rendering.markdown import parse

ROOT = Path(__file__).resolve().parent.parent
_spec = importlib.util.spec_from_file_location("rewrite", ROOT / "golden" / "rewrite.py")
rewrite = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(rewrite)

NOISE = (
    r"\(END\)|\bPhoto\b|Getty|@|Copyright|©|Read more|Subscribe|Sign up|Reporting by|contributed to"
    r"|\bLD\)|^By [A-Z]|^[A-Z]{3,},? .{0,30}(?:--|—|:) |^(?:He|She|It|They|But|And|However)\b"
)


@pytest.mark.parametrize("case", rewrite.cases())
def test_a_golden_brief_is_as_it_was(tmp_path, case):
    """Made anew by the command line, proved by `check`, each brief is the one written down."""
    rewrite.remake(case, tmp_path)
    diff = "".join(rewrite.differences(case, tmp_path))
    if diff:  # not compared by pytest, which would print the whole again
        pytest.fail(
            f"{diff[:4000]}\npython golden/rewrite.py --force writes it down if it is right"
        )


@pytest.mark.parametrize("case", rewrite.cases())
def test_a_golden_case_says_why_it_exists(case):
    """Each case has one line of reason."""
    why = (ROOT / "golden" / case / "why.txt").read_text(encoding="utf-8")
    assert 5 < len(why.split()) < 100
    assert why.count("\n") <= 1


@pytest.mark.parametrize("case", rewrite.cases())
def test_no_golden_brief_prints_noise_or_says_a_thing_twice(case):
    """No caption, byline, dateline, dangling opener or long sentence, and no sentence twice."""
    text = (ROOT / "golden" / case / "brief.md").read_text(encoding="utf-8")
    quotes = [point.text for point in parse(text).points]
    for quote in quotes:
        assert not re.search(NOISE, quote), quote
        assert 4 <= len(quote.split()) <= 50, quote
        assert quote.count('"') % 2 == 0, quote
    assert len(quotes) == len(set(quotes)) > 0


def test_the_golden_day_is_a_full_page():
    """The golden day gives at least four stories and three one-liners from eight sources."""
    text = (ROOT / "golden" / "day" / "brief.md").read_text(encoding="utf-8")
    stories, _, in_brief = text.partition("\n## In brief\n")
    assert stories.count("\n## ") >= 4
    assert in_brief.partition("\n## Sources\n")[0].count("\n- **") >= 3
    sources = int(re.search(r"^sources: (\d+)$", text, re.MULTILINE)[1])
    assert sources >= 8


def test_a_slow_day_is_not_padded():
    """A slow day prints half of what a page holds, and leaves the list of deals out."""
    text = (ROOT / "golden" / "slow-day" / "brief.md").read_text(encoding="utf-8")
    assert sum(len(point.text.split()) for point in parse(text).points) < 250
    assert "deals" not in text.partition("\n[a1]:")[0].lower()
