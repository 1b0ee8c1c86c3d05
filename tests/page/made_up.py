"""Small stories and tellings, made by hand for the tests of what comes after grouping."""

from briefs.model import Article, Citation, Origin, Passage, Point, Story, Telling

WORDS = (
    "harbour council vote market ferry strike bridge verdict storm budget census rescue tunnel"
    " trade school doctor farmer river border cable"
).split()


def article(number: int, sentences: int = 6, words: int = 20) -> Article:
    """An article whose sentences differ from one another and from every other article's."""
    text = " ".join(
        " ".join(
            ["The", *(f"{WORDS[(number + s * 7 + w) % 20]}{number}{s}{w}" for w in range(words))]
        )
        + "."
        for s in range(sentences)
    )
    return Article(
        title=f"{WORDS[number % 20].title()} number {number} changes the day for all of us",
        text=text,
        source=f"Outlet {number % 9}",
        url=f"https://outlet{number % 9}.example/{number}",
        published="2026-03-10",  # type: ignore[arg-type]
    )


def citation(source: Article, number: int) -> Citation:
    """The numbered sentence of an `article`."""
    start = 0
    for _ in range(number):
        start = source.text.index(". ", start) + 2
    return Citation(source, start, source.text.index(".", start) + 1)


def telling(
    number: int, weight: float, *, passages: int = 3, articles: int = 2, words: int = 20
) -> Telling:
    """A story of its own articles, with a menu of so many passages and one line."""
    members = tuple(article(number * 10 + n, words=words) for n in range(articles))
    story = Story(
        articles=members,
        origins=tuple(Origin(member.source, (member,)) for member in members),
        headline=members[0].title,
        weight=weight,
        headline_article=members[0],
    )
    menu = tuple(
        Passage((Point(citation(members[n % articles], n // articles)),), 1 / (n + 1), 1.0)
        for n in range(passages)
    )
    return Telling(story, menu, one_line=Point(citation(members[0], 0)) if menu else None)
