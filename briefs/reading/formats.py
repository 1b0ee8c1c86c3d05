"""The kinds of file that can be read, in the order they are tried: adding one is one line here."""

from briefs.reading.decoding import decode
from briefs.reading.format import Contents, File, Skip
from briefs.reading.html import HTML
from briefs.reading.markdown import MARKDOWN
from briefs.reading.text import TEXT

# What content shows comes before what only a name claims.
FORMATS = (HTML, MARKDOWN, TEXT)


def read_contents(file: File) -> Contents:
    """What a file holds, by the first format that recognises it. Raises Skip."""
    for kind in FORMATS:
        if kind.recognises(file):
            return kind.read(file)
    decode(file.data)  # an empty file or a picture is called so first
    raise Skip("unsupported", f"no reader for {file.suffix} files; skipped")
