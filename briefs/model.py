"""The frozen types that pass between the rooms, in the order the day's work makes them.

All offsets count characters (code points) of `Article.text`, end exclusive.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import Literal

from briefs.normalising import normalise, normalise_line

BlockKind = Literal[
    "paragraph", "heading", "caption", "byline", "dateline", "furniture", "correction", "tail"
]


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled span of an article's text. Only paragraphs are ever printed."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True)
class Article:
    """One article. `title` and `text` are normalised here, once; `blocks` label `text`.

    `published` is a `date` when the source gives no time, else a `datetime`; an ISO 8601 string is
    accepted and parsed (`ValueError` if it is none). `blocks` are ordered and disjoint and cover
    every non-space character; empty means not labelled yet. `paths` are relative, with `/`.
    """

    title: str
    text: str
    source: str = ""
    url: str = ""
    published: date | None = None
    updated: date | None = None
    authors: tuple[str, ...] = ()
    agency: str = ""
    language: str = ""
    paths: tuple[str, ...] = ()
    entry: str = ""
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put("text", normalise(self.text))
        for name in ("title", "source", "agency", "url"):
            put(name, normalise_line(getattr(self, name)))
        for name in ("published", "updated"):
            value = getattr(self, name)
            if isinstance(value, str):
                put(name, parse_date(value))
        put("authors", tuple(self.authors))
        put("paths", tuple(self.paths))

    def __hash__(self) -> int:
        return hash(self.id)

    @cached_property
    def id(self) -> str:
        """Eight hexadecimal digits of SHA-256 over title, text, source, url and published."""
        published = self.published.isoformat() if self.published else ""
        record = "\x1f".join((self.title, self.text, self.source, self.url, published))
        return sha256(record.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def labelled(self, blocks: tuple[Block, ...], agency: str, language: str) -> "Article":
        """The article with these blocks, and who signs it in which language.

        Its text is normal already, and is not looked through again.
        """
        other = copy(self)
        vars(other).update(blocks=blocks, agency=normalise_line(agency), language=language)
        return other

    @property
    def day(self) -> date | None:
        """The day of publication as the source gives it, in the source's own time zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def body(self) -> str:
        """The article's own prose: its paragraphs, one a line (all text while unlabelled)."""
        if not self.blocks:
            return self.text
        return "\n".join(self.text[b.start : b.end] for b in self.blocks if b.kind == "paragraph")


def parse_date(text: str) -> date | None:
    """An ISO 8601 date or date and time; None when empty. Raises ValueError on anything else."""
    text = text.strip()
    if not text:
        return None
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was skipped, or read with a warning. `code` is fixed, e.g. `too-large`."""

    path: str
    code: str
    message: str
    skipped: bool = True


@dataclass(frozen=True)
class Reading:
    """What a folder gave. found == read + len(skipped); identical records share one Article."""

    articles: tuple[Article, ...]
    skipped: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    read: int = 0

    @property
    def found(self) -> int:
        return self.read + len(self.skipped)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's paragraph, or of a bare string; `index` counts from 0 within it."""

    article: Article | str
    index: int
    start: int
    end: int

    @property
    def text(self) -> str:
        whole = self.article if isinstance(self.article, str) else self.article.text
        return whole[self.start : self.end]


@dataclass(frozen=True)
class Origin:
    """One independent author: articles that copy one another or print one agency's dispatch.

    The fullest article comes first. `name` is the agency, else the first article's source.
    """

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """A story through its days. `since` is its first, `id` the same on each of them.

    `developing` when an earlier brief told of it; else it begins on `since`.
    """

    id: str
    since: date
    developing: bool = False

    @classmethod
    def begun(cls, day: date, headline: str) -> "Thread":
        """The thread that begins with this headline on this day."""
        return cls(sha256(f"{day}\x1f{headline}".encode()).hexdigest()[:8], day)


@dataclass(frozen=True)
class Story:
    """Articles that tell one story. Every article of a grouping is in exactly one.

    `origins` partition `articles`; `copies` are the sets (two or more) of near-identical texts
    and of versions of one address, the one to cite (the newest, then the fullest) first;
    `headline_article` is the one whose title, cleaned, is the headline; `headings` are the titles
    of others with their articles, the next best first, those of the same event before the rest;
    `reasons` say in words what weighed for or against it. `kind` is what the story is when it is
    none for the page ("opinion", "review", "deals" …: three in four of its articles are such;
    "muted"), else empty.
    `thread` is None where no earlier briefs are known. `core` holds the articles that tell the
    headline's event where others of the story tell another; empty where all tell the same.
    """

    articles: tuple[Article, ...]
    origins: tuple[Origin, ...]
    headline: str
    weight: float
    headline_article: Article
    copies: tuple[tuple[Article, ...], ...] = ()
    reasons: tuple[str, ...] = ()
    kind: str = ""
    headings: tuple[tuple[str, Article], ...] = ()
    thread: Thread | None = None
    core: tuple[Article, ...] = ()

    @property
    def texts(self) -> int:
        """How many distinct texts there are once near-copies count as one."""
        return len(self.articles) - sum(len(group) - 1 for group in self.copies)

    def headed(self, title: str, article: Article) -> "Story":
        """The story under another of its `headings`, narrowed to what that article tells."""
        core = self.core
        if article not in self.event.articles:
            core = next((group for group in self.copies if article in group), (article,))
        return replace(self, headline=title, headline_article=article, core=core)

    def citing(self, articles: Iterable[Article]) -> "Story":
        """The story with its event as told by these of its articles, too."""
        if not self.core:
            return self
        told = {*self.core, *articles}
        return replace(self, core=tuple(article for article in self.articles if article in told))

    @cached_property
    def event(self) -> "Story":
        """The story narrowed to the event of its headline: what may be printed together."""
        if not self.core:
            return self
        told = set(self.core)

        def kept(articles: tuple[Article, ...]) -> tuple[Article, ...]:
            return tuple(article for article in articles if article in told)

        origins = (replace(origin, articles=kept(origin.articles)) for origin in self.origins)
        return replace(
            self,
            articles=kept(self.articles),
            origins=tuple(origin for origin in origins if origin.articles),
            copies=tuple(kept(group) for group in self.copies if len(kept(group)) > 1),
            core=(),
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an article: `article.text[start:end]`."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Point:
    """A printed sentence, and the places elsewhere that state the same (best first)."""

    quote: Citation
    also: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Passage:
    """One thing a story can say: a sentence, or two where the second needs the first.

    `value` is what it adds to the passages before it in its Telling, `score` its best TextRank,
    `brings` the heaviest concepts that no passage before it holds, as stems.
    """

    points: tuple[Point, ...]
    value: float
    score: float
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that was ranked and not offered, with its score and the reason."""

    citation: Citation
    score: float
    reason: str


@dataclass(frozen=True)
class Telling:
    """A story's menu: passages in the order they are worth taking, the lead first.

    A page takes a prefix. `one_line` is the sentence fit to stand alone "In brief" (None: none is).
    `figures` are pairs of points whose numbers for the same thing differ.
    """

    story: Story
    passages: tuple[Passage, ...]
    one_line: Point | None = None
    figures: tuple[Point, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Item:
    """A story on the page. `points` are in reading order, `figures` printed behind them."""

    story: Story
    points: tuple[Point, ...]
    figures: tuple[Point, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    scores: Mapping[tuple[str, int, int], float] = field(default_factory=dict)


@dataclass(frozen=True)
class Explanation:
    """An item of the page and the menu it was taken from: why these sentences and not others."""

    item: Item
    telling: Telling


@dataclass(frozen=True, slots=True)
class Unused:
    """An article that is not cited, with the reason."""

    article: Article
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """found = read + skipped (files); articles = cited + uncited; texts after near-copies."""

    found: int
    read: int
    skipped: int
    articles: int
    texts: int
    sources: int
    stories: int
    words: int

    @property
    def minutes(self) -> int:
        return max(1, -(-self.words // 200))


@dataclass(frozen=True)
class Brief:
    """The day, complete before it is rendered. `sources` are the cited articles, [1] first."""

    title: str
    date: date | None
    items: tuple[Item, ...]
    in_brief: tuple[Item, ...]
    sources: tuple[Article, ...]
    unused: tuple[Unused, ...]
    counts: Counts
    skipped: tuple[Problem, ...] = ()
    articles_base: str = ""


@dataclass(frozen=True)
class Summary:
    """A summary of given articles: its sentences in reading order, and as one text."""

    points: tuple[Point, ...]

    @property
    def text(self) -> str:
        return " ".join(point.quote.text for point in self.points)


def source_name(article: Article) -> str:
    """How the source is called on the page: its name, else agency, web host or file name."""
    if article.source:
        return article.source
    if article.agency:
        return article.agency
    if host(article):
        return host(article)
    return article.paths[0].rpartition("/")[2] if article.paths else "Unnamed source"


def host(article: Article) -> str:
    """The web host of the article's address, without www; empty when it has none."""
    return article.url.partition("//")[2].partition("/")[0].removeprefix("www.")


def count_sources(articles: Iterable[Article]) -> int:
    """How many different sources there are; all that are known by a file name alone are one."""
    return len({article.source or article.agency or host(article) for article in articles})
