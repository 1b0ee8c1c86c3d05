"""Settings: defaults, `briefs.toml`, environment and flags become one frozen, checked `Options`."""

import difflib
import json
import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefs.errors import UsageError

PAGES = ("", "A4", "Letter")
FORMATS = ("md", "json", "html", "eml", "pdf")
RANKERS = ("textrank", "sumy-textrank", "sumy-lexrank", "sumy-lsa", "sumy-luhn", "sumy-kl")

_COMMENTS = {
    "title": "The title of the page.",
    "max_stories": "At most so many stories; a page holds five to seven and some one-liners.",
    "ranker": f"How sentences are scored: {', '.join(RANKERS)}.",
    "timezone": "Where a time counts as which day: a name like Europe/Paris.",
    "exclude": 'Files to leave out, such as ["*/sport/*"].',
    "max_bytes": "Larger files are skipped.",
    "max_words_per_article": "No article is quoted with more words than this.",
    "articles_base": "Put before the path of an article that has no address of its own.",
    "base_url": "The same, as an address: for mail and standard output.",
    "watch": 'Words that lift a story whose title or opening holds them, such as ["Skarholm"].',
    "mute": 'Words that keep a story off the page, such as ["celebrity"].',
    "source_weights": 'How much an outlet counts as an origin, 1 when not said: "Star" = 0.5',
    "page": "The paper, A4 or Letter. Empty: a PDF is A4, a web page what the printer holds.",
    "name": 'The name of the output, such as "_posts/{date}-brief.md". Empty: brief-<date>.md.',
    "smtp": "The mail server: smtp://host:587 (STARTTLS) or smtps://host:465 (TLS). User and\n"
    "# password come from BRIEFS_SMTP_USER and BRIEFS_SMTP_PASSWORD (or _PASSWORD_FILE).",
    "mail_from": 'Who sends the brief: "Daily brief <brief@example.org>".',
    "mail_to": "Who gets it, when --to does not say so.",
    "unsubscribe": "Where one unsubscribes: https://… or mailto:….",
    "subscriptions": 'The feeds to fetch, as a list in OPML such as "feeds.opml".',
    "feeds": 'The feeds to fetch: "Daily Lantern" = "https://lantern.example/rss"',
    "archive": "Where `briefs run` keeps the articles it fetches, a folder for each day.",
    "briefs": "Where `briefs run` writes the briefs; what they told is not told again.",
    "formats": f"What it writes: {', '.join(FORMATS)}. The first three always.",
    "site": "The folder of the web site that `briefs run` keeps up. Empty: none.",
    "site_url": "Where that site stands on the web, for its feed: https://someone.github.io/news/",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Everything a run can be told, each field with its default. Raises UsageError on a bad value.

    `max_bytes` caps one input file, `max_words_per_article` what is quoted of one article;
    `articles_base` and `base_url` are put before the path of an article that has no address of its
    own. `page` empty leaves the paper to the printer (a PDF is A4). `name` is the name of the
    output, `{date}` in it the brief's date. `smtp` is `smtp://host:587` (STARTTLS) or
    `smtps://host:465` (TLS); `mail_from` and `mail_to` are addresses; `unsubscribe` is what a
    mail's List-Unsubscribe says, `https://…` or `mailto:…`. `feeds` are pairs of a name and an
    address, `subscriptions` is the path of an OPML file. `archive` and `briefs` are the folders of
    `briefs run`, `formats` the endings of what it writes. `site` is the folder of the published
    site, `site_url` where it stands on the web, `https://…` or `http://…`.
    """

    title: str = "Daily brief"
    max_stories: int = 12
    ranker: str = "textrank"
    timezone: str = "UTC"
    exclude: tuple[str, ...] = ()
    max_bytes: int = 20_000_000
    max_words_per_article: int = 150
    articles_base: str = ""
    base_url: str = ""
    watch: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()
    source_weights: tuple[tuple[str, float], ...] = ()
    page: str = ""
    name: str = ""
    smtp: str = ""
    mail_from: str = ""
    mail_to: tuple[str, ...] = ()
    unsubscribe: str = ""
    subscriptions: str = ""
    feeds: tuple[tuple[str, str], ...] = ()
    archive: str = "articles"
    briefs: str = "briefs"
    formats: tuple[str, ...] = FORMATS[:3]
    site: str = ""
    site_url: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            value, default = getattr(self, field.name), field.default
            if field.name in _TABLES:
                value = _TABLES[field.name](value)
                object.__setattr__(self, field.name, value)
            if isinstance(default, tuple) and isinstance(value, list):
                value = tuple(value)
                object.__setattr__(self, field.name, value)
            if type(value) is not type(default):
                kind = type(default).__name__.replace("tuple", "list of strings")
                raise UsageError(f"{field.name} must be a {kind}, not {value!r}")
        for name in ("exclude", "watch", "mute", "mail_to", "formats"):
            if not all(isinstance(each, str) for each in getattr(self, name)):
                raise UsageError(f"{name} must be a list of strings")
        if self.page not in PAGES:
            raise UsageError(f"unknown page {self.page!r}; one of: {', '.join(PAGES[1:])}")
        if unknown := set(self.formats) - set(FORMATS):
            raise UsageError(f"unknown format {min(unknown)!r}; one of: {', '.join(FORMATS)}")
        if self.unsubscribe and not self.unsubscribe.startswith(("https://", "mailto:")):
            raise UsageError("unsubscribe must begin with https:// or mailto:")
        if self.site_url and not self.site_url.startswith(("https://", "http://")):
            raise UsageError("site_url must begin with https:// or http://")
        for name in ("smtp", "mail_from", "unsubscribe", "site_url"):
            if not getattr(self, name).isprintable():
                raise UsageError(f"{name} must be one line of plain characters")
        if self.ranker not in RANKERS:
            raise UsageError(f"unknown ranker {self.ranker!r}; one of: {', '.join(RANKERS)}")
        if self.max_stories < 1:
            raise UsageError("max_stories must be at least 1")
        if self.max_bytes < 1:
            raise UsageError("max_bytes must be at least 1")
        if self.max_words_per_article < 1:
            raise UsageError("max_words_per_article must be at least 1")
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise UsageError(
                f"unknown time zone {self.timezone!r}; use a name like Europe/Paris"
            ) from None


def commented_settings(**chosen: str) -> str:
    """A `briefs.toml` that says what every setting is, with its default or what was chosen."""
    head = "# Settings of briefs. Flags and the environment (BRIEFS_MAX_STORIES=5) come first.\n"
    values = {field.name: field.default for field in fields(Options)} | chosen
    lines = (
        # JSON's strings, numbers and lists of strings are TOML's too.
        f"# {_COMMENTS[name]}\n{name} = {json.dumps(value)}\n"
        for name, value in values.items()
        if name not in _TABLES
    )
    # All that follows a table's name belongs to it.
    tables = (f"# {_COMMENTS[name]}\n[{name}]\n" for name in _TABLES)
    return "\n".join((head, *lines, *tables))


def load_options(
    path: Path | None, environment: Mapping[str, str], flags: Mapping[str, Any]
) -> Options:
    """Options by precedence: flags > environment (`BRIEFS_MAX_STORIES` …) > file > defaults.

    `path` None means `briefs.toml` in the current folder, if there is one. Flags that are None
    were not given. Raises UsageError, naming an unknown key and the nearest known one.
    """
    known = {field.name: field.default for field in fields(Options)}
    settings = _read_file(path, known)
    for name, default in known.items():
        raw = environment.get(f"BRIEFS_{name.upper()}")
        if raw is not None:
            settings[name] = _from_environment(name, raw, default)
    settings.update((name, value) for name, value in flags.items() if value is not None)
    return replace(Options(), **settings)


def _rows(table: Any) -> tuple[Any, ...]:
    """The rows of a table; of what is none, one row that is no pair."""
    if isinstance(table, Mapping):
        return tuple(table.items())
    return tuple(table) if isinstance(table, list | tuple) else (table,)


def _pairs(weights: Any) -> tuple[tuple[str, float], ...]:
    pairs = _rows(weights)
    if not all(
        isinstance(pair, Sequence)
        and len(pair) == 2
        and isinstance(pair[0], str)
        and type(pair[1]) in {int, float}
        and 0 <= pair[1] <= 10
        for pair in pairs
    ):
        raise UsageError(
            'source_weights must be a table of outlets and numbers from 0 to 10: "Star" = 0.5'
        )
    return tuple(sorted((name, float(weight)) for name, weight in pairs))


def _named_feeds(feeds: Any) -> tuple[tuple[str, str], ...]:
    pairs = _rows(feeds)
    if not all(
        isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(each, str) for each in pair)
        for pair in pairs
    ):
        raise UsageError(
            "feeds must be a table of names and addresses: "
            '"Daily Lantern" = "https://lantern.example/rss"'
        )
    return tuple((name, address) for name, address in pairs)


_TABLES: dict[str, Callable[[Any], tuple[tuple[str, Any], ...]]] = {
    "source_weights": _pairs,
    "feeds": _named_feeds,
}


def _read_file(path: Path | None, known: Mapping[str, Any]) -> dict[str, Any]:
    if path is None:
        path = Path("briefs.toml")
        if not path.is_file():
            return {}
    try:
        with path.open("rb") as file:
            settings = tomllib.load(file)
    except OSError as error:
        raise UsageError(f"cannot read {os.fspath(path)!r}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{os.fspath(path)!r} is not valid TOML: {error}") from None
    for key in settings:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"
            raise UsageError(f"unknown setting {key!r} in {os.fspath(path)!r}{hint}")
    return settings


def _from_environment(name: str, raw: str, default: object) -> object:
    if isinstance(default, tuple):
        return tuple(part for part in raw.split(os.pathsep) if part)
    if isinstance(default, int):
        try:
            return int(raw)
        except ValueError:
            raise UsageError(f"BRIEFS_{name.upper()} must be a number, not {raw!r}") from None
    return raw
