"""Versions of one article: the same address saved twice. The newest stands for all of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefs.language import lexicon
from briefs.model import Article

# What trackers and newsletters add to an address (a trailing * stands for any ending).
_TRACKING = (
    "utm_* at_* mc_* pk_* hsa_* ns_* fb_* ga_* _ga fbclid gclid dclid msclkid yclid igshid wt_mc "
    "cmpid cmp cid ref referrer src smid sref guccounter guce_referrer guce_referrer_sig ito "
    "xtor taid ncid partner rss outputtype amp"
).split()
_ENDINGS = ("/amp", "/index.html", "/index.htm", "/index.php")
# So much of the shorter one's vocabulary must stand in the other: two articles may carry one
# address by mistake, such as their section's.
_SHARED = 0.3


def canonical(url: str) -> str:
    """An address without what does not tell articles apart; "" when it is none of an article.

    Scheme, www., m. and amp. hosts, fragments, tracking and the order of the query go.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    path = parts.path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    query = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0])
    )
    if not host or not (path or query):
        return ""
    return host + path + ("?" + urlencode(query) if query else "")


def _tracks(name: str) -> bool:
    name = name.lower()
    return any(
        name.startswith(known[:-1]) if known.endswith("*") else name == known for known in _TRACKING
    )


def versions(articles: Sequence[Article]) -> list[list[int]]:
    """Sets (two or more) of positions whose articles are versions of one, the newest first."""
    by_address: dict[str, list[int]] = {}
    for position, article in enumerate(articles):
        if article.url and (address := canonical(article.url)):
            by_address.setdefault(address, []).append(position)
    found = []
    for positions in by_address.values():
        newest, *older = sorted(positions, key=lambda k: _age(articles[k]))
        same = [k for k in older if _alike(articles[newest], articles[k])]
        if same:
            found.append([newest, *same])
    return found


def _age(article: Article) -> tuple[float, int, str]:
    """Sorts the newest first: by update, publication, then the fullest."""
    return (
        -max(map(_moment, (article.updated, article.published))),
        -len(article.body),
        article.id,
    )


def _moment(when: date | None) -> float:
    """Days since the calendar's beginning; 0 when unknown. A date counts as its midnight."""
    if not isinstance(when, datetime):
        return float(when.toordinal()) if when else 0.0
    moment = when.replace(tzinfo=when.tzinfo or UTC)
    offset = moment.utcoffset()
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() + (seconds - (offset.total_seconds() if offset else 0.0)) / 86400


def _alike(one: Article, other: Article) -> bool:
    stems = [
        frozenset(lexicon(a.language or "en").terms(f"{a.title} {a.body}")) for a in (one, other)
    ]
    shorter = min(map(len, stems))
    return shorter == 0 or len(stems[0] & stems[1]) >= _SHARED * shorter
