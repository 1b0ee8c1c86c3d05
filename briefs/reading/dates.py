"""Dates as files and articles write them. Nothing here knows today's date."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTH_NAMES = (
    (
        "january",
        "janvier",
        "januar",
        "enero",
        "gennaio",
        "janeiro",
        "jan",
        "janv",
        "jän",
        "ene",
        "gen",
    ),
    ("february", "février", "februar", "febrero", "febbraio", "fevereiro", "feb", "févr", "fev"),
    ("march", "mars", "märz", "marzo", "março", "mar", "mär"),
    ("april", "avril", "abril", "aprile", "apr", "avr", "abr"),
    ("may", "mai", "mayo", "maggio", "maio", "mag"),
    ("june", "juin", "juni", "junio", "giugno", "junho", "jun", "giu"),
    ("july", "juillet", "juli", "julio", "luglio", "julho", "jul", "juil", "lug"),
    ("august", "août", "agosto", "aug", "ago"),
    ("september", "septembre", "septiembre", "settembre", "setembro", "sept", "sep", "set"),
    ("october", "octobre", "oktober", "octubre", "ottobre", "outubro", "oct", "okt", "ott", "out"),
    ("november", "novembre", "noviembre", "novembro", "nov"),
    (
        "december",
        "décembre",
        "dezember",
        "diciembre",
        "dicembre",
        "dezembro",
        "dec",
        "déc",
        "dez",
        "dic",
    ),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = "(?:" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = re.compile(
    rf"(?:\b(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? "
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)? (?:de |of )?(?P<m2>{MONTH}),?(?: de)? )"
    rf"{_YEAR}\b",
    re.IGNORECASE,
)
_WITHOUT_YEAR = re.compile(
    rf"\b(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})\b(?!,? (?:19|20)\d\d)"
    rf"|\b(?P<d2>\d{{1,2}}) (?P<m2>{MONTH})(?!,? (?:19|20)\d\d)",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC = re.compile(r"\b((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})\b")

# With dots the day comes first; with strokes it depends on the country.
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")


def parse_moment(text: str) -> date | None:
    """A date field: ISO 8601, RFC 2822 or written out. None when it is none of these.

    A field without a time gives a `date`, one with a time a `datetime`, naive if it names no zone.
    """
    text = text.strip()[:100]
    if not text:
        return None
    for parse in (_iso, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return find_date(text)


def _iso(text: str) -> date:
    compact = text.replace(" UTC", "+00:00").replace(" +", "+").replace(" Z", "Z")
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(compact)


def find_date(text: str) -> date | None:
    """The first full date (day, month and year) that stands in running text."""
    if not _HAS_YEAR.search(text):
        return None
    if written := _WRITTEN.search(text):
        month = _MONTHS[(written["m1"] or written["m2"]).lower().rstrip(".")]
        if day := make_date(int(written["year"]), month, int(written["d1"] or written["d2"])):
            return day
    if numeric := _NUMERIC.search(text):
        return make_date(int(numeric[1]), int(numeric[3]), int(numeric[4]))
    if dotted := _DOTTED.search(text):
        return make_date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    return None


def find_day(text: str) -> tuple[int, int] | None:
    """The first month and day given without a year, as in `Jan. 21`."""
    found = _WITHOUT_YEAR.search(text)
    if not found:
        return None
    return _MONTHS[(found["m1"] or found["m2"]).lower().rstrip(".")], int(
        found["d1"] or found["d2"]
    )


def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
