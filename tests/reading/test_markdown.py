"""Markdown: front matter in its flat forms, and text without its marks."""

from datetime import UTC, date, datetime

import pytest

from briefs.model import Block
from briefs.reading.format import File
from briefs.reading.front_matter import split_front_matter
from briefs.reading.labelling import label
from briefs.reading.markdown import plain, read_markdown

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."


def read(text: str):
    return read_markdown(File("pier.md", text.encode())).articles[0]


YAML = f"""---
title: "Pier: to be rebuilt"
source: 'Harbour Gazette'   # the outlet
date: 2026-05-03T09:20:00Z
url: https://harbour.example/pier?id=1#top
authors:
  - Ada Moss
  - "Ben Holt"
tags: [pier, harbour]
nested:
  deep: 1
lang: en-GB
---

# Pier: to be rebuilt

{LEAD}
"""
TOML = f"""+++
title = "Pier: to be rebuilt"
outlet = "Harbour Gazette"
date = 2026-05-03T09:20:00Z
link = "https://harbour.example/pier?id=1#top"
author = ["Ada Moss", "Ben Holt"]
+++
{LEAD}
"""


@pytest.mark.parametrize("text", [YAML, TOML, "\ufeff" + YAML, YAML.replace("\n", "\r\n")])
def test_front_matter_is_read_in_yaml_and_toml(text):
    article = read(text)
    assert article.title == "Pier: to be rebuilt"
    assert article.source == "Harbour Gazette"
    assert article.published == datetime(2026, 5, 3, 9, 20, tzinfo=UTC)
    assert article.url == "https://harbour.example/pier?id=1#top"
    assert article.authors == ("Ada Moss", "Ben Holt")
    assert article.text.endswith(LEAD)
    assert "outlet" not in article.text


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("title: >\n  Pier to\n  be rebuilt", {"title": ("Pier to be rebuilt",)}),
        ("title: Pier to\n  be rebuilt", {"title": ("Pier to be rebuilt",)}),
        ("title: 'It''s back'", {"title": ("It's back",)}),
        ("title:", {"title": ()}),
        ("authors: [Ada Moss, 'Ben Holt']", {"authors": ("Ada Moss", "Ben Holt")}),
        ("Title: A\ntitle: B", {"title": ("A",)}),
        ("a: b: c", {"a": ("b: c",)}),
        ("- stray\n???", {}),
    ],
)
def test_flat_yaml_values(lines, fields):
    assert split_front_matter(f"---\n{lines}\n---\nText") == (fields, "Text")


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\n\nNever closed", "Text\n---\na: b\n---\n", "----\na: b\n----\n", ""]
)
def test_text_that_only_looks_like_front_matter_stays(text):
    assert split_front_matter(text) == ({}, text)


def test_broken_toml_gives_no_fields():
    assert split_front_matter("+++\ntitle = \n+++\nText") == ({}, "Text")


def test_a_date_that_is_none_is_no_date():
    assert read(f"---\ntitle: Pier\ndate: soon\n---\n{LEAD}").published is None
    assert read(f"---\ntitle: Pier\ndate: 2099-05-03\n---\n{LEAD}").published == date(2099, 5, 3)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "The **old** pier, *now* closed, is __safe__ and _sound_.",
            "The old pier, now closed, is safe and sound.",
        ),
        ("See [the plan](https://x.example/a_b_(c)) or [this][1].", "See the plan or this."),
        ('A ![pier](pier.jpg "The pier")picture.', "A picture."),
        ("Run `make pier` now.", "Run make pier now."),
        (
            "Five \\* stars and 2 * 3 * 4 = 24, snake_case_name.",
            "Five * stars and 2 * 3 * 4 = 24, snake_case_name.",
        ),
        ("<b>Bold</b> <!-- no -->and <https://x.example/>", "Bold and https://x.example/"),
        ("[Sic] he said [to her].", "[Sic] he said [to her]."),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
    ],
)
def test_marks_are_taken_off_and_words_stay(markdown, text):
    assert plain(markdown) == text


def test_paragraphs_lists_quotes_and_headings_become_lines():
    article = read(
        f"# Pier\n\n{LEAD}\nIt will take a year.\n\n## Why now?\n\n- It is old.\n"
        "- It is *unsafe*.\n\n> We love it.\n\nWhat next\n---------\n\n* * *\n\n"
        "[1]: https://x.example\n"
    )
    assert article.text.split("\n\n") == [
        "Pier",
        f"{LEAD} It will take a year.",
        "Why now?",
        "It is old.",
        "It is unsafe.",
        "We love it.",
        "What next",
    ]
    assert (
        Block(article.text.index("Why"), article.text.index("?") + 1, "heading") in article.blocks
    )
    assert [block.kind for block in label(article).blocks][:3] == [
        "heading",
        "paragraph",
        "heading",
    ]


def test_the_first_heading_is_the_title_without_front_matter():
    assert read(f"# Pier to be rebuilt\n\n{LEAD}").title == "Pier to be rebuilt"
