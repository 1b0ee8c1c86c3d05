"""A written brief as a PDF of exactly one page."""

from briefs.errors import OutputError, UsageError
from briefs.page import sizes
from briefs.rendering.html import page_html

MARK = b"%generator: briefs\n"
"""A comment at the very end, by which `briefs.output` knows a brief that may be replaced."""
# What the planner counts, and the smaller body tried where a page runs over all the same.
_SCALES = (1.0, 9 / sizes.BODY.size)


def render_pdf(markdown: str, paper: str = "A4") -> bytes:
    """The brief as a PDF, one page of A4 or Letter; the same brief gives the same bytes.

    Raises UsageError if it is no brief or weasyprint is missing, OutputError if it is too long.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # OSError: the Pango library is missing
        reason = str(error).partition("\n")[0]
        raise UsageError(
            f"a PDF needs weasyprint and its Pango library ({reason}); install them with "
            "pip install 'briefs[pdf]' (https://doc.courtbouillon.org/weasyprint: first steps)"
        ) from None
    for scale in _SCALES:
        document = HTML(string=page_html(markdown, paper=paper, scale=scale)).render()
        if len(document.pages) == 1:
            return bytes(document.write_pdf(pdf_tags=True)) + MARK
    raise OutputError(
        f"the brief is longer than one page of {paper}; nothing was written "
        "(was it edited? leave out a story, or write it as .html)"
    )
