"""The kinds of file that can be read, in the order they are tried: adding one is one line here."""

from dataclasses import replace

from briefs.model import Article
from briefs.reading.archive import is_archive, unpack
from briefs.reading.decoding import decode
from briefs.reading.feed import FEED
from briefs.reading.format import Contents, File, Skip
from briefs.reading.html import HTML
from briefs.reading.json import JSON
from briefs.reading.mail import MAIL
from briefs.reading.markdown import MARKDOWN
from briefs.reading.text import TEXT

# What content shows comes before what only a name claims.
FORMATS = (FEED, HTML, JSON, MAIL, MARKDOWN, TEXT)
_DEEPEST = 2  # a compressed file in an archive, and no further


def read_contents(file: File, limit: int = 20_000_000, depth: int = 0) -> Contents:
    """What a file holds, by the first format that recognises it. Raises Skip.

    `limit` caps the bytes that a compressed file may unpack to.
    """
    if not file.data.strip():
        raise Skip("empty", "the file is empty; skipped")
    if is_archive(file):
        return _read_archive(file, limit, depth)
    for kind in FORMATS:
        if kind.recognises(file):
            return kind.read(file)
    decode(file.data)  # an empty file or a picture is called so first
    raise Skip("unsupported", f"no reader for {file.suffix} files; skipped")


def _read_archive(file: File, limit: int, depth: int) -> Contents:
    """All that is in a compressed file; what cannot be read in it is a warning that names it."""
    if depth >= _DEEPEST:
        raise Skip("unsupported", "an archive inside an archive; skipped")
    members = unpack(file, limit)
    single = file.data.startswith(b"\x1f\x8b")
    warnings = list(members.warnings)
    articles: list[Article] = []
    for member in members.files:
        try:
            contents = read_contents(member, limit, depth + 1)
        except Skip as skip:
            if single:
                raise
            warnings.append((skip.code, f"{member.path!r} in it: {skip.message}"))
            continue
        named = "" if single else member.path
        warnings += [
            (code, f"{named!r} in it: {text}" if named else text)
            for code, text in contents.warnings
        ]
        for article in contents.articles:
            entry = ", ".join(filter(None, (named, article.entry)))
            articles.append(replace(article, paths=(file.path,), entry=entry))
    if not articles:
        raise Skip("no-text", "nothing readable in the archive; skipped")
    return Contents(tuple(articles), tuple(warnings))
