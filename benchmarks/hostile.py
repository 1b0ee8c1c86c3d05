"""A hundred thousand hostile titles and sentences: python -m benchmarks hostile [CASES]

Shown by two readers of Markdown, each must be the cleaned text and bring in no element and no
attribute (tests/rendering/test_outgoing.py holds the test). The peer is what escaping with
backslashes, Markdown's own way, comes to.
"""

import re
import sys
from pathlib import Path

import markdown
from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "rendering"))

from test_hostile import Page, fold
from test_outgoing import PER_BRIEF, hostile, shows_it

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_PLACEHOLDERS = re.compile("[\x02\x03]")


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    wrong = peer = 0
    commonmark = MarkdownIt("commonmark").render
    for seed in range(cases // PER_BRIEF):
        brief = hostile(seed)
        try:
            shows_it(brief)
        except AssertionError:
            wrong += 1
            print(f"seed {seed} is not shown as it is", file=sys.stderr)
        for item in (*brief.items, *brief.in_brief):
            text = item.points[0].quote.text
            escaped = _SPECIAL.sub(r"\\\1", _PLACEHOLDERS.sub("", text))
            peer += any(
                fold(Page(read(escaped)).text) != fold(text)
                for read in (markdown.markdown, commonmark)
            )
    print(f"{cases:,} cases, briefs of {PER_BRIEF} not shown as they are: {wrong}")
    print(f"the same sentences escaped with backslashes: {peer:,}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
