"""Briefs made by chance, with the nastiest text a newsroom could send."""

from datetime import date

from hypothesis import strategies as st

from briefs.model import (
    Article,
    Brief,
    Citation,
    Counts,
    Item,
    Origin,
    Point,
    Story,
    Thread,
)

HOSTILE_TEXTS = [
        "[1]", "[[1]][s1]", "[2](javascript:alert(1))", "![x](http://e.org/x.png)",
        "<b onclick=x>", "<script>alert(1)</script>", "<!--", "-->", "&amp;", "&#91;", "&copy",
        "&lt;b&gt;", "`code`", "```", "~~~", "(also", "(also [[1]][s1])", "(auch", ")", "# One",
        "#tag",
        "1.", "12)", "-", "---", "+", "*", "**bold**", "_under_", "__", "\\", "\\[", "|", "a|b",
        "[^1]:", "[s1]:", "{: onclick=x}", "{{ x }}", "{% x %}", "==x==", "%%", "$x$", "$5",
        "AT&T", "R&D;", "https://e.org/a_b", "www.e.org", "me@e.org", "\x02wzxhzdk:1\x03",
        "\x02", "klzzwxh:0001", "“Quoted,”", '"Straight"', "’", "…",
        "**Sources give different figures:**", "In brief", "Sources", " · ", ": ",
        "3f9a1c2b 1-2", "~~gone~~", "^up^", "::error::", "日本語", "שלום", "é", "e\u0301", "👩‍👧",
        "<", ">", "&", "'", "=", "> quoted", "    code", "\t", ".", "!", "?", "U.S.",
]  # fmt: skip
HOSTILE = st.sampled_from(HOSTILE_TEXTS)
WORD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
LINE = st.lists(st.one_of(HOSTILE, WORD), min_size=1, max_size=7).map(" ".join)
RUN = st.lists(st.one_of(HOSTILE, WORD), min_size=1, max_size=7).map("".join)
TEXT = st.one_of(LINE, RUN)
LANGUAGE = st.sampled_from(["", "en", "de", "fr", "es", "it", "pt", "ru", "zh-cn"])
DAY = st.dates(date(1990, 1, 1), date(2100, 1, 1))
ADDRESS = st.one_of(
    st.just(""),
    st.sampled_from(
        [
            "javascript:alert(1)",
            "https://news.example/a?b=1&lt;=2&c=(x)#frag",
            'https://news.example/a b"<c>',
            "HTTP://news.example/[x]/é`*_\\",
            "data:text/html,x",
        ]
    ),
    TEXT.map(lambda text: f"https://news.example/{text}"),
)


THREAD = st.none() | st.builds(Thread, st.just("0" * 8), st.dates(), st.booleans())


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return Article(
        title=draw(TEXT),
        text="x" + "\n".join(draw(st.lists(TEXT, min_size=1, max_size=4))),
        source=draw(st.one_of(st.just(""), TEXT)),
        url=draw(ADDRESS),
        published=draw(st.none() | DAY),
        language=draw(LANGUAGE),
        paths=draw(st.sampled_from([(), ("a.html",), ("day 1/ö [x]#<y>.txt",)])),
    )


@st.composite
def citations(draw: st.DrawFn, article: Article) -> Citation:
    start = draw(st.integers(0, len(article.text) - 1))
    return Citation(article, start, draw(st.integers(start + 1, len(article.text))))


@st.composite
def points(draw: st.DrawFn, told: list[Article]) -> Point:
    some = st.sampled_from(told).flatmap(citations)
    return Point(draw(some), tuple(draw(st.lists(some, max_size=3))))


@st.composite
def items(draw: st.DrawFn, told: list[Article]) -> Item:
    cuts = draw(st.integers(1, len(told)))
    groups = [told[:cuts], told[cuts:]]
    origins = tuple(Origin(draw(TEXT), tuple(group)) for group in groups if group)
    story = Story(tuple(told), origins, draw(TEXT), 1.0, told[0], thread=draw(THREAD))
    return Item(
        story,
        tuple(draw(st.lists(points(told), min_size=1, max_size=3))),
        tuple(draw(st.lists(points(told), max_size=2))),
    )


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    stories = draw(
        st.lists(st.lists(articles(), min_size=1, max_size=3, unique_by=lambda a: a.id), max_size=3)
    )
    made = [draw(items(told)) for told in stories]
    cut = draw(st.integers(0, len(made)))
    sources = {a.id: a for told in stories for a in told}
    counts = Counts(3, 2, draw(st.integers(0, 2000)), 2, 2, 2, len(made), 300)
    return Brief(
        title=draw(TEXT),
        date=draw(st.none() | DAY),
        items=tuple(made[:cut]),
        in_brief=tuple(made[cut:]),
        sources=tuple(sources.values()),
        unused=(),
        counts=counts,
        articles_base=draw(st.sampled_from(["", "today", "../in put/", "https://e.org/a/"])),
    )
