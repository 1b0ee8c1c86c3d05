"""The day's work as a short ordered list of steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefs.config import Options
from briefs.dating import shared_day
from briefs.history import Memory, Told, recall
from briefs.model import (
    Article,
    Brief,
    Counts,
    Explanation,
    Reading,
    Story,
    Summary,
    Telling,
    Unused,
    count_sources,
    source_name,
)
from briefs.page import wording
from briefs.page.planner import Plan, plan_page
from briefs.page.wording import printed
from briefs.page.words import ENGLISH
from briefs.reading.labelling import label
from briefs.selection.digest import digest
from briefs.selection.distinct import say_once
from briefs.selection.said import SAID
from briefs.selection.telling import tell
from briefs.stories import group, kind_of

# A page holds a dozen stories; of so many more some repeat another. Some have no sentence that
# stands alone: these are passed over, but not without end.
_OFFERED, _LOOKED_AT = 30, 300
# Of so many of its titles one should be told by a sentence of its article.
_TITLES = 5
# A paper printed overnight bears the next day's date.
_AHEAD = timedelta(days=1)


def make_brief(
    reading_or_articles: Reading | Iterable[Article],
    options: Options | None = None,
    date: date | None = None,
    past: Sequence[Brief | Told] = (),
) -> Brief:
    """The brief of a day: what was read, grouped, told and fitted to one page.

    `date` defaults to the day most articles share. What the earlier briefs in `past` told (they
    themselves, or what `read_history` gives) is not told again, and the stories say whether they
    are new. Never raises on odd articles: what cannot be used is listed in `Brief.unused`.
    """
    options = options or Options()
    reading = _as_reading(reading_or_articles)
    return _assemble(reading, _work(reading, options, date, past), options)


def explain_brief(
    reading_or_articles: Reading | Iterable[Article],
    options: Options | None = None,
    date: date | None = None,
) -> tuple[Explanation, ...]:
    """For each story of the brief that `make_brief` gives: why these sentences and not others."""
    done = _work(_as_reading(reading_or_articles), options or Options(), date)
    told = {telling.story: telling for telling in done.offered}
    shown = (*done.plan.items, *done.plan.in_brief)
    return tuple(Explanation(item, told[item.story]) for item in shown)


def group_stories(articles: Iterable[Article], options: Options | None = None) -> tuple[Story, ...]:
    """The stories the articles tell, heaviest first; every article is in exactly one."""
    return group(tuple(label(article) for article in articles), options or Options())


def summarize(
    articles: Article | Iterable[Article],
    words: int = 100,
    options: Options | None = None,
    sentences: int | None = None,
) -> Summary:
    """The articles, taken as one story, in at most `words` words of their own sentences.

    With `sentences`, in at most so many sentences instead, however long.
    """
    given = (articles,) if isinstance(articles, Article) else tuple(articles)
    labelled = tuple(label(article) for article in given)
    return Summary(digest(labelled, words, (options or Options()).ranker, sentences))


@dataclass(frozen=True, slots=True)
class _Work:
    """What each step made: the articles, their day, the stories, their menus and the page.

    `old` are the articles that bring no news, each with the reason; no story holds them.
    """

    articles: tuple[Article, ...]
    day: date | None
    memory: Memory
    old: Mapping[Article, str]
    stories: tuple[Story, ...]
    offered: tuple[Telling, ...]
    plan: Plan


def _work(
    reading: Reading, options: Options, date: date | None, past: Sequence[Brief | Told] = ()
) -> _Work:
    articles = tuple(label(article) for article in reading.articles)
    day = date or shared_day(articles, options.timezone)
    memory = recall(past, day)
    old = {article: reason for article in articles if (reason := memory.old(article))}
    fresh = [article for article in articles if article not in old]
    stories = tuple(map(memory.follow, group(fresh, options)))
    offered = _offer(stories, options, day, memory)
    plan = plan_page(offered, day, options.max_stories)
    return _Work(articles, day, memory, old, stories, offered, plan)


def _offer(
    stories: Sequence[Story], options: Options, day: date | None, memory: Memory
) -> tuple[Telling, ...]:
    """What the page may choose from: each story's menu, nothing said twice or before."""
    able = [story for story in stories if not _no_place(story, day)]
    # Opinion, deals and the like fill no page that news could fill; what is muted fills none.
    told = _told(able or [story for story in stories if story.kind != "muted"], options, memory)
    return say_once(list(told))


def _no_place(story: Story, day: date | None) -> str:
    """Why a story has no place on a page that has others; "" when it has one."""
    if story.kind:
        return f"no news: {story.kind}"
    told = story.event.articles
    if day and all(article.day and article.day - day > _AHEAD for article in told):
        return "dated after the brief's day"
    return ""


def _told(stories: Sequence[Story], options: Options, memory: Memory) -> Iterator[Telling]:
    """The Tellings of the heaviest stories, until enough of them can be told."""
    able = 0
    for story in stories[:_LOOKED_AT]:
        telling = _tell(story, options, memory)
        able += bool(telling.passages)
        yield telling
        if able == _OFFERED:
            return


def _tell(story: Story, options: Options, memory: Memory) -> Telling:
    """The Telling of a story, under another of its titles where none opens it under the best."""
    most, said = options.max_words_per_article, memory.said(story)
    telling = tell(story, options.ranker, most, said)
    for title, article in story.headings[:_TITLES]:
        if telling.passages:
            break
        telling = tell(story.headed(title, article), options.ranker, most, said)
    return telling


def _as_reading(given: Reading | Iterable[Article]) -> Reading:
    if isinstance(given, Reading):
        return given
    articles = tuple(dict.fromkeys(given))
    return Reading(articles, read=len(articles))


def _assemble(reading: Reading, done: _Work, options: Options) -> Brief:
    shown = (*done.plan.items, *done.plan.in_brief)
    sources = tuple(dict.fromkeys(citation.article for item in shown for citation in printed(item)))
    own = wording.page_words(shown)
    words = sum(
        len(text.split())
        for item in shown
        for text in (
            wording.headline(item.story, own),
            *(p.quote.text for p in (*item.points, *item.figures)),
        )
    )
    counts = Counts(
        found=reading.found,
        read=reading.read,
        skipped=len(reading.skipped),
        articles=len(done.articles),
        texts=sum(story.texts for story in (*done.stories, *group(done.old, options))),
        sources=count_sources(done.articles),
        stories=len(shown),
        words=words,
    )
    return Brief(
        title=own.title if options.title == ENGLISH.title else options.title,
        date=done.day,
        items=done.plan.items,
        in_brief=done.plan.in_brief,
        sources=sources,
        unused=tuple(_unused(done, set(sources))),
        counts=counts,
        skipped=reading.skipped,
        articles_base=options.articles_base,
    )


def _unused(done: _Work, cited: set[Article]) -> Iterator[Unused]:
    """Every article that is not cited, in the order of its story, with the reason."""
    # A story may be told under another of its members' titles: its articles say which it is.
    on_page = {item.story.articles for item in (*done.plan.items, *done.plan.in_brief)}
    able = any(not _no_place(story, done.day) for story in done.stories)
    silent = {
        telling.story.articles: _silence(telling, done.memory)
        for telling in done.offered
        if not telling.passages
    }
    for story in done.stories:
        copies = {article: copy[0] for copy in story.copies for article in copy[1:]}
        for article in story.articles:
            if article in cited:
                continue
            if article in copies:
                first = copies[article]
                reason = f"copy of {first.id} ({source_name(first)})"
            elif story.articles in on_page and article in story.event.articles:
                reason = "its story is told by others"
            elif story.articles in on_page:
                kind = kind_of(article)
                reason = f"no news: {kind}" if kind else "tells another event of its story"
            elif able and _no_place(story, done.day):
                reason = _no_place(story, done.day)
            elif told := silent.get(story.articles, ""):
                reason = told
            else:
                reason = "the page had no room for its story"
            yield Unused(article, reason)
    yield from (Unused(article, reason) for article, reason in done.old.items())


def _silence(telling: Telling, memory: Memory) -> str:
    """Why a story that could have been told has nothing to say."""
    if any(left.reason == SAID for left in telling.left_out):
        return f"nothing new since {memory.last_told(telling.story)}"
    return "no sentence fit to open the story, or its lead is said by another"
