"""Title, source, dates, authors and address of a page, from what it says about itself in its head.

Never a crawl date and never the clock. Order of belief: the page's own JSON-LD article, Open Graph
and article meta tags, then what stands visibly on the page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import unescape
from urllib.parse import urlsplit

from lxml import html

from briefs.normalising import normalise_line
from briefs.reading.addresses import web_address
from briefs.reading.dates import find_date, parse_moment

_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReviewNewsArticle AskPublicNewsArticle LiveBlogPosting BlogPosting Report "
    "TechArticle SocialMediaPosting".split()
)
_PUBLISHED = (
    "article:published_time og:article:published_time article:published datepublished "
    "parsely-pub-date sailthru.date publish-date publishdate publish_date pubdate published_time "
    "cxenseparse:recs:publishtime dc.date.issued dc.date.created dcterms.created dcterms.date "
    "dc.date article.published displaydate ptime date originalpublicationdate rnews:datepublished "
    "datecreated article_date_original"
).split()
_UPDATED = (
    "article:modified_time og:updated_time article:modified datemodified lastmod last-modified "
    "dcterms.modified dc.date.modified"
).split()
_SITE_NAMES = "application-name twitter:app:name:iphone publisher dc.publisher".split()
# Names of servers and sections that templates give for the site's.
_NO_NAMES = frozenset("hosted home news blog index www article articles site website".split())
TITLE_SEPARATOR = re.compile(r" (?:[|–—·•»:-]|::|//) ")
_DATE_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?:[/_-]|$)"
)
_COMPACT_DATE_IN_URL = re.compile(r"[/_-](20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[/._-]|$)")
_DATE_CLASS = re.compile(r"date|publish|posted|timestamp|datum|fecha|byline", re.IGNORECASE)
_PUBLISHED_WORD = re.compile(
    r"(?:first )?(?:publi[sc]hed|posted|publiziert|veröffentlicht|publié|publicad|pubblicat)",
    re.IGNORECASE,
)
_SECTION = 15  # characters a section may add to a site's name, as in `CNNPolitics`
_NO_YEAR = 1900  # databases write an absent date as the year 1, 1753 or 1900


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; empty where it says nothing.

    `kinds` are its types in JSON-LD and Open Graph; `is_article` says that they, or a date of
    publication, declare an article; `is_root` that it calls itself the site's root; `is_locked`
    that it is not free to read.
    """

    title: str
    source: str
    url: str
    published: date | None
    updated: date | None
    authors: tuple[str, ...]
    language: str
    kinds: frozenset[str] = frozenset()
    is_article: bool = False
    is_root: bool = False
    is_locked: bool = False


def read_metadata(tree: html.HtmlElement) -> Metadata:
    """The metadata of one parsed page."""
    meta = _meta_tags(tree)
    records = _json_ld(tree)
    record = _article_record(records)
    kinds = frozenset(kind for each in records for kind in _kinds(each)) | {meta.get("og:type", "")}
    url = _address(tree, meta)
    source = _source(tree, meta, record, url)
    return Metadata(
        title=_title(tree, meta, record, source),
        source=source,
        url=url,
        published=_published(tree, meta, record, url),
        updated=_first_moment(
            [_text(record.get("dateModified")), *(meta.get(name, "") for name in _UPDATED)]
        ),
        authors=_authors(meta, record),
        language=_language(tree, meta),
        kinds=kinds,
        is_article=bool(
            kinds & _ARTICLE_TYPES
            or "article" in meta.get("og:type", "").lower()
            or any(name in meta for name in _PUBLISHED[:3])
        ),
        is_root=_is_root(tree, meta),
        is_locked=str(record.get("isAccessibleForFree", "")).lower() == "false",
    )


def completed(about: Metadata, saved: Mapping[str, str]) -> Metadata:
    """`about` where it says something, else what the page was saved under.

    A site that is known only by its host gives way to a name, a day to a moment.
    """
    url = about.url or web_address(saved.get("url", ""))
    published = parse_moment(saved.get("published", ""))
    if about.published and (isinstance(about.published, datetime) or not published):
        published = about.published
    host = str(urlsplit(url).hostname or "").removeprefix("www.")
    named = about.source not in ("", host)
    return replace(
        about,
        title=about.title or normalise_line(saved.get("title", "")),
        source=about.source if named else normalise_line(saved.get("source", "")) or host,
        url=url,
        published=published,
    )


def _meta_tags(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of each meta name, property or itemprop, in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = normalise_line(element.get("content") or "")
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(tree: html.HtmlElement) -> list[dict[str, object]]:
    """The page's records in JSON-LD."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_records(data, 0))
    return found


def _article_record(records: list[dict[str, object]]) -> dict[str, object]:
    """The record of the article, else the first with a date of publication, else an empty one."""
    for record in records:
        if _ARTICLE_TYPES.intersection(_kinds(record)):
            return record
    return next((record for record in records if record.get("datePublished")), {})


def _kinds(record: dict[str, object]) -> list[str]:
    kind = record.get("@type")
    return [each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)]


def _is_root(tree: html.HtmlElement, meta: dict[str, str]) -> bool:
    links = [
        element.get("href") or ""
        for element in tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    address = next(filter(None, [*links, meta.get("og:url", "")]), "")
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return bool(parts.hostname) and parts.path in ("", "/") and not parts.query


def _records(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 5:
        return
    if isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _records(data.get(key), depth + 1)
    elif isinstance(data, list):
        for part in data[:200]:
            yield from _records(part, depth + 1)


def _text(value: object) -> str:
    """A JSON-LD value as one line of text: a string, or the name of a record."""
    if isinstance(value, str):
        return normalise_line(unescape(value))
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list) and value:
        return _text(value[0])
    return ""


def _address(tree: html.HtmlElement, meta: dict[str, str]) -> str:
    """The page's canonical address if it is a web address; relative ones count from its base."""
    base = next((element.get("href") or "" for element in tree.iter("base")), "")
    links = [
        element.get("href") or ""
        for element in tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    known = [meta.get("og:url", ""), meta.get("twitter:url", ""), meta.get("parsely-link", "")]
    addresses = (web_address(link, base) for link in [*links, *known])
    return next((address for address in addresses if urlsplit(address).path not in ("", "/")), "")


def _source(
    tree: html.HtmlElement, meta: dict[str, str], record: dict[str, object], url: str
) -> str:
    """The outlet as readers know it: the site's own name, else its publisher's, else its host.

    Templates put a section or a slogan there too, so a name that the address confirms goes first.
    """
    host = str(urlsplit(url).hostname or "").removeprefix("www.")
    page = _page_title(tree)
    suffix = TITLE_SEPARATOR.split(page)[-1]
    titled = meta.get("og:title", "")
    names = [meta.get("og:site_name", ""), _text(record.get("publisher"))]
    names += [meta.get(name, "") for name in _SITE_NAMES]
    names += [suffix] if titled and titled in page and suffix not in titled else []
    usable = [
        name
        for text in names
        if 1 < len(name := TITLE_SEPARATOR.split(text)[0].strip().lstrip("@")) <= 60
        and not name.startswith(("http", "www."))
        and name.lower() not in _NO_NAMES
    ]
    known = [name for name in usable if _of_host(name, host)] or usable[:1]
    handle = meta.get("twitter:site", "").lstrip("@").rstrip("_")
    if not known and handle and _squeezed(handle) in _squeezed(host):
        known = [handle.upper() if len(handle) < 4 else handle]
    return _spelled(known, page) if known else host


def _of_host(name: str, host: str) -> bool:
    """Whether a name stands in a host, whole or by its initials: `BBC News` in bbc.com."""
    site = _squeezed(host.rpartition(".")[0])
    if not site:
        return False
    whole = _squeezed(name.removeprefix("The "))
    initials = "".join(word[0] for word in name.split()).casefold()
    return (
        whole in site
        or site in whole
        or (len(initials) > 2 and initials in site)
        or all(_squeezed(word) in site for word in name.split())
    )


def _page_title(tree: html.HtmlElement) -> str:
    return normalise_line("".join(next(tree.iter("title"), html.Element("title")).itertext()))


def _spelled(names: list[str], page: str) -> str:
    """The first of the names, as the page's title or another name spells it.

    One in small letters alone is a careless template's, or the site is called by its address.
    """
    name, others = names[0], [*names[1:], *TITLE_SEPARATOR.split(page)]
    for other in others:
        if _squeezed(other) == _squeezed(name) and not other.islower():
            return other
    if name.islower():
        bare = _without_domain(name)
        for other in others:
            if _without_domain(other) == bare and (other != bare or other.count(".") == 1):
                return other
    return name.title() if name.islower() and "." not in name else name


def _without_domain(name: str) -> str:
    """A name to compare: `The Harbour Post` and `harbourpost.com` are one."""
    name = name.removeprefix("The ")
    return _squeezed(name.rpartition(".")[0] if name.count(".") == 1 else name)


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _title(
    tree: html.HtmlElement, meta: dict[str, str], record: dict[str, object], source: str
) -> str:
    elements = [element for element in tree.iter("h1") if element.get("itemprop") == "headline"]
    named = bool(elements)
    headings = (
        normalise_line("".join(element.itertext())) for element in elements or tree.iter("h1")
    )
    shown = [text for text in headings if len(text) > 3 and not _related(text, source)]
    page = _page_title(tree)
    declared = [
        meta.get("og:title", ""),
        _text(record.get("headline")),
        meta.get("twitter:title", ""),
        meta.get("title", ""),
    ]
    # A heading on the page that the head repeats is the title as readers see it.
    for heading in shown:
        if named or any(_repeated(heading, text) for text in [*declared, page]):
            return without_site(heading, source)
    for text in [*declared, *(heading for heading in shown if len(heading) > 10), page]:
        if text:
            return without_site(text, source)
    return ""


def _repeated(heading: str, declared: str) -> bool:
    """Whether the head repeats a heading, or says it with half of its longer words."""
    if _squeezed(heading) in _squeezed(declared):
        return True
    words = _long_words(heading)
    return len(words) >= 5 and 2 * len(words & _long_words(declared)) >= len(words)


def _long_words(text: str) -> set[str]:
    return {word for part in text.casefold().split() if len(word := _squeezed(part)) > 3}


def without_site(title: str, source: str) -> str:
    """The title without the site's name that pages hang on it."""
    parts = TITLE_SEPARATOR.split(title)
    if len(parts) < 2 or not source:
        return title
    if _related(parts[-1], source):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-/")
    if _related(parts[0], source):
        return title[len(parts[0]) :].lstrip(" |–—·•»:-/")
    return title


def _related(part: str, source: str) -> bool:
    """Whether a short part of a title is the site's name, or the other way round."""
    part, site = _squeezed(part), _squeezed(source)
    if not site or len(part) < 3:
        return False
    return part in site or (site in part and len(part) <= len(site) + _SECTION)


def _published(
    tree: html.HtmlElement, meta: dict[str, str], record: dict[str, object], url: str
) -> date | None:
    candidates = [_text(record.get("datePublished")), *(meta.get(name, "") for name in _PUBLISHED)]
    candidates += [
        element.get("content") or element.get("datetime") or element.text or ""
        for element in tree.iter("time", "span", "abbr", "div", "p")
        if element.get("itemprop") == "datePublished"
        or (element.tag == "time" and element.get("pubdate") is not None)
    ]
    if found := _first_moment(candidates):
        return found
    if dated := _DATE_IN_URL.search(url) or _COMPACT_DATE_IN_URL.search(url):
        return find_date(
            " ".join(reversed(dated.groups())) if dated[2].isalpha() else "-".join(dated.groups())
        )
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    return _first_moment([*times, *_shown_dates(tree)])


def _shown_dates(tree: html.HtmlElement) -> list[str]:
    """Short texts that say by class or word that they are dates, as the page shows them."""
    found = []
    for element in tree.iter("time", "span", "p", "div", "li", "small", "em"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        said = _PUBLISHED_WORD.match((element.text or "").strip()[:30])
        if said or element.tag == "time" or _DATE_CLASS.search(named):
            text = normalise_line("".join(element.itertext()))
            if len(text) <= 80:
                found.append(text)
    return found


def _first_moment(candidates: Iterable[str]) -> date | None:
    moments = (moment for text in candidates if (moment := parse_moment(text)))
    return next((moment for moment in moments if moment.year > _NO_YEAR), None)


def _authors(meta: dict[str, str], record: dict[str, object]) -> tuple[str, ...]:
    value = record.get("author")
    names = [_text(part) for part in value] if isinstance(value, list) else [_text(value)]
    if not any(names):
        names = [
            meta.get("author", "")
            or meta.get("article:author", "")
            or meta.get("parsely-author", "")
        ]
    clean = [re.sub(r"^(?:by|von|par) ", "", name, flags=re.IGNORECASE) for name in names]
    return tuple(
        dict.fromkeys(n for n in clean if 2 < len(n) <= 80 and "://" not in n and "@" not in n)
    )


def _language(tree: html.HtmlElement, meta: dict[str, str]) -> str:
    named = tree.get("lang") or meta.get("content-language", "") or meta.get("og:locale", "")
    code = re.split(r"[-_,;]", named.strip().lower(), maxsplit=1)[0]
    return code if re.fullmatch("[a-z]{2}", code) else ""
