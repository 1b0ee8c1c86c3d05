"""Records that name their fields: rows of JSON, entries of feeds, mails."""

from briefs.model import Article
from briefs.normalising import normalise
from briefs.reading.addresses import web_address
from briefs.reading.bylines import read_byline
from briefs.reading.composing import compose
from briefs.reading.format import Record
from briefs.reading.paragraphs import paragraphs_of_fragment
from briefs.reading.text import article_from_text


def article_of(record: Record, path: str, entry: str) -> Article:
    """The article of a record, completed by what its text tells. `entry` names it in its file."""
    text, blocks = compose([] if record.text.strip() else paragraphs_of_fragment(record.html))
    text = text or normalise(record.text)
    found = article_from_text(text, path, record.title.strip())
    signed = read_byline(", ".join(record.authors))
    return Article(
        title=found.title,
        text=text,
        source=record.source or found.source,
        agency=record.agency or signed.agency or found.agency,
        url=web_address(record.url),
        published=record.published or found.published,
        updated=record.updated,
        authors=signed.authors or found.authors,
        language=record.language.lower()[:2],
        paths=(path,),
        entry=entry,
        blocks=blocks,
    )
