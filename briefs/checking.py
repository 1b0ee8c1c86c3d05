"""A written brief against its articles: every sentence, place, name and number on it is proved.

Nothing is taken from the making of the brief: the page itself says where each sentence stands.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from briefs.language import lexicon, rarity
from briefs.model import Article, Citation, Counts, Story, count_sources
from briefs.page import wording
from briefs.reading.folder import base_of
from briefs.reading.visible import visible_text
from briefs.rendering.markdown import ParsedBrief, ParsedItem, ParsedPoint, Place, parse
from briefs.rendering.markdown.escaping import unescape
from briefs.rendering.markdown.links import article_link
from briefs.selection.facts import Facts, reader, same_fact
from briefs.selection.material import Material
from briefs.selection.sources import Sources

Visible = Callable[[Article], str | None]
"""The visible text of the raw file of an article; None when there is no file to look at."""

_WITNESS_WORDS = 5
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on the page that is not as it says. `place` is a line of the brief.

    `moved` is a warning: the words are true, the article they were quoted from has changed.
    """

    code: str
    severity: Literal["false", "moved"]
    message: str
    place: str

    def __str__(self) -> str:
        kind = self.severity if self.severity == self.code else f"{self.severity}[{self.code}]"
        return f"{self.place}: {kind}: {self.message}"


def check_brief(
    markdown: str,
    articles: Sequence[Article],
    visible: Visible | None = None,
    stories: Sequence[Story] = (),
) -> tuple[Finding, ...]:
    """What is not true on the page, in its order; empty when all is proved.

    `visible` is a second witness, independent of our cleaning: the sentence's first and last words
    must stand in the raw file (see `visible_texts`). With `stories`, the articles grouped anew,
    the counts of distinct texts and independent origins are checked as well, and that no sentence
    is confirmed by its own origin. Raises UsageError if `markdown` is no brief.
    """
    brief = parse(markdown)
    found = tuple(_Check(brief, articles, visible).findings())
    return (*found, *_Recount(brief, stories).findings()) if stories else found


def visible_texts(folders: Sequence[Path], articles: Sequence[Article]) -> Visible:
    """The witness for articles read from `folders`: reads the first file of an article again."""
    base = base_of(folders)
    known = {article.id: article.paths for article in articles}

    @cache
    def look(identity: str) -> str | None:
        for path in known.get(identity, ()):
            try:
                return visible_text((base / path).read_bytes(), path)
            except OSError:
                continue
        return None

    return lambda article: look(article.id)


class _Check:
    def __init__(
        self, brief: ParsedBrief, articles: Sequence[Article], visible: Visible | None
    ) -> None:
        self.brief = brief
        self.articles = articles
        self.by_id = {article.id: article for article in articles}
        self.visible = visible
        self.cited: dict[int, str] = {}

    def findings(self) -> Iterator[Finding]:
        yield from self._counts()
        for item in (*self.brief.items, *self.brief.in_brief):
            yield from self._item(item)
        yield from self._sources()
        for line, text in self.brief.stray:
            yield _false("stray", f"{_shown(text)} is no part of a brief", line)

    def _counts(self) -> Iterator[Finding]:
        brief = self.brief
        true = {
            "articles": len(self.articles),
            "sources": count_sources(self.articles),
            "stories": len(brief.items) + len(brief.in_brief),
        }
        for name, count in true.items():
            if brief.counts.get(name) != count:
                said = brief.counts.get(name, "nothing")
                yield _false("count", f"{name}: the brief says {said}, it is {count}", 1)
        texts = brief.counts.get("texts", 0)
        if not min(1, len(self.articles)) <= texts <= len(self.articles):
            yield _false("count", f"texts: {texts} of {len(self.articles)} articles", 1)
        items = (*brief.items, *brief.in_brief)
        shown = [*(item.headline for item in items), *(point.text for point in brief.points)]
        words = sum(len(text.split()) for text in shown)
        counts = Counts(0, 0, 0, true["articles"], texts, true["sources"], true["stories"], words)
        expected = wording.date_line(brief.date, counts, brief.words)
        if brief.date_line != expected:
            message = f"{_shown(brief.date_line)} should be {_shown(expected)}"
            yield Finding("date-line", "false", message, "the line below the title")

    def _item(self, item: ParsedItem) -> Iterator[Finding]:
        headline = item.headline.removesuffix("…")
        stands = (
            headline in article.title or headline in article.text for article in self.articles
        )
        if headline != self.brief.words.untitled and not any(stands):
            message = f"the headline {_shown(item.headline)} is no article's"
            yield _false("headline", message, item.line)
        if item.sources:
            yield from self._names(item)
        if item.mark and not wording.is_mark(item.mark, self.brief.date, self.brief.words):
            yield _false("mark", f"{_shown(item.mark)} says neither new nor developing", item.line)
        for number, point in enumerate((*item.points, *item.figures), 1):
            yield from self._point(point, f"line {item.body_line}, sentence {number}")

    def _names(self, item: ParsedItem) -> Iterator[Finding]:
        """Every name in the source line is that of an article here, dated as it says."""
        rest = f" · {item.sources} · "
        day, words = self.brief.date, self.brief.words
        names = {wording.source_label(article, day, words) for article in self.articles}
        more = [form.partition("{}") for form in words.more]  # "and 3 more"
        for name in sorted(names, key=lambda name: (-len(name), name)):
            rest = rest.replace(f" · {name} · ", " · ")
            for before, _, _ in more:
                rest = rest.replace(f" · {name} {before}", f" · {before}")
        rest = rest.strip(" ·")
        numbers = [rest.removeprefix(before).removesuffix(after) for before, _, after in more]
        if rest and not any(number.isdigit() for number in numbers):
            message = f"the line of sources names one that is not here: {_shown(rest)}"
            yield _false("source-line", message, item.line)

    def _point(self, point: ParsedPoint, where: str) -> Iterator[Finding]:
        quote = point.quote
        if quote is None:
            yield Finding("uncited", "false", f"{_shown(point.text)} has no citation", where)
            return
        article = self.by_id.get(quote.article)
        if article is None:
            yield self._moved(point.text, quote, where)
        elif article.text[quote.start : quote.end] != point.text:
            yield Finding("altered", "false", _difference(point.text, quote, article), where)
        else:
            yield from self._place(quote, article, where)
            yield from self._witness(point.text, article, where)
        for place in point.also:
            yield from self._also(point.text, article, place, where)

    def _moved(self, text: str, quote: Place, where: str) -> Finding:
        for article in self.articles:
            if _is_at(article, quote.address) and text in article.text:
                message = f"article {quote.article} is now {article.id} and still says so"
                return Finding("moved", "moved", message, where)
        message = f"article {quote.article} ({quote.label}) is not here: {_shown(text)}"
        return Finding("unknown-article", "false", message, where)

    def _place(self, place: Place, article: Article, where: str) -> Iterator[Finding]:
        """Number, label and address of a citation whose article is here."""
        first = self.cited.setdefault(place.number, article.id)
        if first != article.id or not place.key.startswith(f"s{place.number}"):
            message = f"[{place.number}] stands for two articles: {first} and {article.id}"
            yield Finding("number", "false", message, where)
        label = wording.label(article, self.brief.words)
        if place.label != label:
            message = f"{_shown(place.label)} should be {_shown(label)}"
            yield Finding("label", "false", message, where)
        cited = Citation(article, place.start, place.end)
        if article.url or not article.paths:
            leads = _leads_to(cited, place)
        else:
            leads = _is_at(article, place.address)
        if not leads:
            message = f"[{place.number}] leads to {_shown(place.address)}, not to the article"
            yield Finding("address", "false", message, where)

    def _witness(self, text: str, article: Article, where: str) -> Iterator[Finding]:
        seen = self.visible(article) if self.visible else None
        if seen is None:
            return
        page = "".join(seen.split())
        words = text.split()
        for part in (words[:_WITNESS_WORDS], words[-_WITNESS_WORDS:]):
            if "".join(part) not in page:
                message = f"{_shown(' '.join(part))} is not seen in {article.paths[0]}"
                yield Finding("not-in-file", "false", message, where)
                return

    def _also(
        self, text: str, quoted: Article | None, place: Place, where: str
    ) -> Iterator[Finding]:
        article = self.by_id.get(place.article)
        if article is None:
            said = f"(also [{place.number}]): article {place.article}"
            for other in self.articles:
                if _is_at(other, place.address):
                    yield Finding("moved", "moved", f"{said} is now {other.id}", where)
                    return
            yield Finding("also-unknown", "false", f"{said} is not here", where)
            return
        yield from self._place(place, article, where)
        theirs = article.text[place.start : place.end]
        languages = {(quoted or article).language or "en", article.language or "en"}
        if not any(_same_fact(text, theirs, language) for language in sorted(languages)):
            message = f"(also [{place.number}]) does not state the same: {_shown(theirs)}"
            yield Finding("also-unlike", "false", message, where)

    def _sources(self) -> Iterator[Finding]:
        numbers = [source.number for source in self.brief.sources]
        if numbers != list(range(1, len(numbers) + 1)):
            yield _false("source-number", "the sources are not numbered 1, 2, 3 …", 1)
        for number in sorted(self.cited.keys() - set(numbers)):
            yield _false("source-missing", f"[{number}] is not in the list of sources", 1)
        cited = {place.number for place in self.brief.citations}
        for source in self.brief.sources:
            if source.number not in cited:
                message = f"source {source.number} is cited nowhere"
                yield _false("source-uncited", message, source.line)
            identity = self.cited.get(source.number)
            if identity is None:
                continue
            article = self.by_id[identity]
            for said, true in (
                (source.label, wording.label(article, self.brief.words)),
                (source.title, wording.title(article, self.brief.words)),
            ):
                if said != true:
                    message = f"{_shown(said)} should be {_shown(true)}"
                    yield _false("source", message, source.line)
            link = article_link(article)
            if source.address if not link else not _is_at(article, source.address):
                message = f"source {source.number} leads to {_shown(source.address)}"
                yield _false("source", message, source.line)


class _Recount:
    """What the page says of origins and texts, against the articles grouped anew."""

    def __init__(self, brief: ParsedBrief, stories: Sequence[Story]) -> None:
        self.brief = brief
        self.stories = stories
        self.story_of = {article.id: story for story in stories for article in story.articles}

    def findings(self) -> Iterator[Finding]:
        texts = sum(story.texts for story in self.stories)
        if self.brief.counts.get("texts") != texts:
            said = self.brief.counts.get("texts", "nothing")
            yield _false("count", f"texts: the brief says {said}, it is {texts}", 1)
        for item in (*self.brief.items, *self.brief.in_brief):
            yield from self._item(item)

    def _item(self, item: ParsedItem) -> Iterator[Finding]:
        points = [point for point in (*item.points, *item.figures) if point.quote]
        places = [place for point in points for place in (point.quote, *point.also) if place]
        told = [self.story_of[p.article] for p in places if p.article in self.story_of]
        if not told:
            return
        story = told[0]
        if any(other is not story for other in told):
            yield _false("story", f"{_shown(item.headline)} is told by two stories", item.line)
            return
        headed = _as_headed(story, item.headline)
        narrowed = Sources(Material(headed, "textrank")).narrowed(headed)
        ids = {place.article for place in places}
        cited = [article for article in headed.event.articles if article.id in ids]
        expected = wording.origins(narrowed.citing(cited), self.brief.words)
        if item.sources and " ".join(item.origins.split()) != expected:
            message = f"{_shown(item.origins)} should be {_shown(expected)}"
            yield _false("origins", message, item.line)
        origin_of = {a.id: origin for origin in story.origins for a in origin.articles}
        for point in points:
            own = origin_of.get(point.quote.article) if point.quote else None
            for place in point.also:
                if own is not None and origin_of.get(place.article) is own:
                    message = f"(also [{place.number}]) is of the quoted sentence's own origin"
                    yield _false("also-own-origin", message, item.body_line)


def _as_headed(story: Story, headline: str) -> Story:
    """The story under the title it is printed with, which may be another than its best."""
    start = headline.removesuffix("…")
    if not story.headline.startswith(start):
        for title, article in story.headings:
            if title.startswith(start):
                return story.headed(title, article)
    return story


def _is_at(article: Article, address: str) -> bool:
    """Whether the address is the article's own, or ends in the path of one of its files."""
    address = address.partition(":~:")[0].removesuffix("#")
    if article.url:
        return address == unescape(article_link(article))
    path = f"/{unquote(address)}"
    return any(path.endswith(f"/{known}") for known in article.paths)


def _leads_to(cited: Citation, place: Place) -> bool:
    """Whether the address is the article's, and a text directive in it names the cited words."""
    page = unescape(article_link(cited.article)) or f"#source-{place.number}"
    address, mark, directive = place.address.partition(":~:text=")
    if not mark:
        return address == page
    parts = [" ".join(unquote(part).split()) for part in directive.split(",")]
    named = parts[1:] if parts[0].endswith("-") else parts  # "-" ends the words before
    text = " ".join(cited.text.split())
    return (
        address in (page, f"{page}#")
        and bool(cited.article.url)
        and 1 <= len(named) <= 2
        and text.startswith(named[0])
        and text.endswith(named[-1])
    )


@cache
def _facts(language: str) -> Callable[[str], Facts]:
    return reader(lexicon(language), partial(rarity, language=language))


def _same_fact(one: str, two: str, language: str) -> bool:
    read = _facts(language)
    return same_fact(read(one), read(two))


def _false(code: str, message: str, line: int) -> Finding:
    return Finding(code, "false", message, f"line {line}")


def _shown(text: str) -> str:
    return f"“{wording.cut(text, _SHOWN)}”"


def _difference(text: str, quote: Place, article: Article) -> str:
    """Where the printed sentence leaves the article's: the first character that differs."""
    true = article.text[quote.start : quote.end]
    if not true:
        return f"article {quote.article} has no characters {quote.start}-{quote.end}"
    at = next(
        (n for n, (ours, theirs) in enumerate(zip(text, true, strict=False)) if ours != theirs),
        min(len(text), len(true)),
    )
    start = max(at - 20, 0)
    return (
        f"“…{text[start : at + 20]}…” is printed, article {quote.article} says "
        f"“…{true[start : at + 20]}…”: they differ at character {at + 1} of the sentence"
    )
