"""Datelines: the place, day and agency that open a report, as in `ROME, May 3 (AFP) --`.

A dateline stands at the beginning of a line, or, with an agency, after a caption or a repeated
title that a page glued before it. Forms and their rates of error: agency 0 of 296, capitals and
dash 0 of 284, capitals and colon 4 of 45 (hence the stop list), place in title case 1 of 23.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefs.agencies import known_agency
from briefs.reading.agencies import signature
from briefs.reading.dates import MONTH
from briefs.reading.gaps import after_sentences


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text[start:end]` is the dateline, up to the first character of the report."""

    start: int
    end: int
    agency: str


_NETWORKS = frozenset({"CNN"})  # they sign as agencies do
_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_CAPITALS = f"[{_UPPER}]"
_DAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? ?)?"
    rf"(?i:{MONTH} \d{{1,2}}|\d{{1,2}}\.? {MONTH})(?:,? \d{{4}})?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_PLACE = (
    rf"{_CAPITALS}[{_UPPER}.'’][{_UPPER}.'’-]{{0,30}}"
    rf"(?:[ /-]{_CAPITALS}[{_UPPER}.'’-]{{0,30}}){{0,4}}"
)
_TITLE_PLACE = r"[A-ZÀ-Þ][a-zß-ÿ'’.-]+(?:[ /-](?:d[aeo]s? |del |la )?[A-ZÀ-Þ][a-zß-ÿ'’.-]+){0,2}"
_REGION = (
    rf"(?:, (?!(?i:{MONTH}))[A-ZÀ-Þ][\w.'’-]{{0,30}}"
    r"(?:[ /-](?:(?:of|the|and|de|la) )?[A-ZÀ-Þ][\w.'’-]{0,30}){0,3}){1,2}"
)
_BRACKET = r"[(\[](?P<agency>[A-Za-z][^()\[\]]{1,39})[)\]]"
_DASH = r"\.? ?(?:--|[—–―_]|>>) ?| - (?:- )?|- (?=[A-Z“\"‘'])|\.- ?|::| \| | ?: (?=[A-Z“\"‘'])"

_AGENCY_FORM = re.compile(
    rf"(?:(?P<caps>{_PLACE})|(?P<title>{_TITLE_PLACE})|\[{_TITLE_PLACE}\])"
    rf"(?: \((?:[A-Z]{{2,3}}|{_TITLE_PLACE})\))?(?:{_REGION})?(?P<day>,? (?:{_DAY}))?,? ?{_BRACKET}"
    rf"(?P<sep>{_DASH}|(?=[A-Z“\"‘]))?"
)
_DAY_FORM = re.compile(rf"(?:{_DAY}) {_BRACKET}(?:{_DASH})")
_CAPITALS_FORM = re.compile(
    rf"(?P<caps>{_PLACE})(?:{_REGION})?(?:[,.]? (?:{_DAY})| [(\[][^()\[\]]{{2,30}}[)\]])?"
    rf"(?P<sep>{_DASH})"
)
_OUTLET = r"(?:[A-Z][\w.]{1,20} ){0,2}(?:News|Radio|TV|CNN|BBC|NBC|CBS|Times|Post|Herald) ?"
_ALONE_FORM = re.compile(rf"(?:{_BRACKET}|(?:{_OUTLET})?(?P<caps>\({_PLACE}\)))(?:{_DASH})")
# Only where the prose opens: `(CNN) The ferry`, `May 26 The ferry`, `EKVIK The ferry`.
_BARE_FORM = re.compile(
    rf"(?:\((?P<agency>{_CAPITALS}[{_UPPER} .’'-]{{1,30}})\)|(?=[A-Z])(?i:{MONTH}) \d{{1,2}})"
    rf" (?={_CAPITALS}[\w’'-]* [a-z\d])"
    rf"|{_CAPITALS}{{4,20}} (?=(?:The|An?) [\w’'-]+ )"
)
# A date line run into the prose: `Monday, 3 May 2021 The ferry`, in any language that has capitals.
_STAMP_FORM = re.compile(
    r"[^\W\d]{3,14} ?,? (?:\d{1,2}\.?(?: de)? [^\W\d]{3,12}(?: de)?|[^\W\d]{3,12} \d{1,2},)"
    rf" (?:19|20)\d\d[.,:]? ?(?={_CAPITALS}[\w’'-]* [\w\d“\"])"
)
# Korean papers name themselves and the writer: `[Post=Kim Moss]`, `(Ekvik=Agency) Kim Moss 기자 =`.
_KOREAN_FORM = re.compile(
    r"[\[(【](?P<place>[^\[\]()=]{1,20})=(?P<agency>[^\[\]()=]{1,20})[\])】] ?"
    r"(?:[^\s=]{2,20} (?:기자|특파원|통신원) ?=? ?)?"
)
# A network's mark without a space, `(CNN)The ferry`.
_GLUED_FORM = re.compile(rf"{_BRACKET}(?=[A-Z“\"‘])")
_BRACKETED_FORM = re.compile(rf"\[(?P<caps>{_PLACE})\](?P<sep> )(?={_CAPITALS}[a-zß-ÿ])")
_TITLE_FORM = re.compile(
    rf"{_TITLE_PLACE}(?:{_REGION})?(?:,? (?:{_DAY}))?(?: ?(?:--|[—–―]) ?| - |- (?=[A-Z])| ?: )"
    r"(?=[A-Z“\"‘][a-zA-Z]|A )"
)
# Capitals and a day without a mark: `EKVIK, Jan 24 The ferry`.
_UNMARKED_FORM = re.compile(
    rf"(?P<caps>{_PLACE})(?:{_REGION})?, (?i:{MONTH} \d{{1,2}}) (?={_CAPITALS}[a-zß-ÿ])"
)
# The character before a place where a later one may begin: before capitals, behind a sentence,
# before a town that CNN names, or glued to a picture's credit (`— AFP picEKVIK, May 3 —`).
_LATER = re.compile(
    rf"[ c](?:(?<= )(?={_CAPITALS}{{2}})|(?<=[.)\"”] )(?=[{_UPPER}\[])"
    rf"|(?<= pic)(?={_CAPITALS}{{3}})"
    rf"|(?<= )(?={_TITLE_PLACE}(?:{_REGION})? \((?:CNN|AP|AFP|Reuters)\)))"
)
_SIGNED = re.compile(
    r"(?:The Associated Press|Associated Press|Reuters|AFP|The Canadian Press|Bloomberg) $"
)
# In mid-line: after the end of a sentence, in capitals, with a dash; short ones are abbreviations.
_INSIDE = re.compile(
    rf"(?<=[.!?…\"”’)\]*] )(?P<caps>{_PLACE})"
    rf"(?P<more>(?:{_REGION})?(?:,? (?:{_DAY}))?(?: {_BRACKET})?)"
    r" ?(?:--|[—–―]|-(?= )) ?(?=[A-Z“\"‘])"
)
_LONE_FORM = re.compile(
    rf"(?:(?=[{_UPPER} ]{{6}}){_PLACE}|{_CAPITALS}{{4}}[{_UPPER} -]{{0,30}}{_REGION}"
    rf"|{_PLACE},? (?:{_DAY}))(?:{_REGION})?(?:,? (?:{_DAY}))? ?(?:--|[—–―]|-(?= )) ?(?=[A-Z“\"‘])"
)
# Behind the summary that stands above it: `… of Orla. EKVIK: The ferry …`.
_BELOW_SUMMARY = re.compile(rf"[{_UPPER}]{{4,20}}: (?=[A-Z][\w’']*[a-z])")
_SENTENCE_GAP = re.compile(r"(?<=[a-z\d)][.!?]) ")
_BRACKETED_INSIDE = re.compile(rf"(?<=[.!?\"”)] ){_BRACKETED_FORM.pattern}")
# Labels in capitals before a colon that are no places.
_NO_PLACE = re.compile(
    r"(?:(?:LATEST|BREAKING|UPDATED?|TONIGHT|TODAY|WATCH|VIDEO|PHOTOS?|HOST|GUEST|ANALYSIS|OPINION|REVIEW|"
    r"EXCLUSIVE|FILE|LIVE|NEWS|CORRECTION|READ|RELATED|MORE|QUESTION|ANSWER|NOTE|EDITOR|PS|FAQ|TIMELINE|"
    r"EXPLAINER|FACTBOX|INTERVIEW|COMMENT|SPOILER|WARNING|MR|MS|MRS|DR|THE|Q|A)\b)",
)
# Title case before a colon or dash is often a speaker or a label: only short, and none of these.
_NO_TITLE_PLACE = re.compile(
    r"(?:Update|Breaking|Watch|Video|Photo|Image|Illustration|Graphic|Picture|Read|Related|Note|Editor|Opinion|Analysis|Review|Exclusive|"
    r"Live|News|Correction|Clarification|Question|Answer|However|But|And|The|This|That|These|Those|He|She|It|"
    r"They|We|You|In|On|At|For|From|With|By|About|Here|There|What|When|Where|Why|How|Who|If|Source|Credit|"
    r"Caption|File|Host|Guest|Mr|Mrs|Ms|Dr|Prof|Sir|Key|Step|Part|Day|Week|Chapter|Tip|Costume|Best|Top|"
    r"First|Second|Third|One|Two|Three|Also|Then|Now|Today|Yesterday|Tomorrow|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|Q|A|I|Not|No|Yes|All|Both|Some|Many|Most|Our|My|His|Her|Its|Their|"
    r"Warning|Summary|Background|Conclusion|Result|Results|Score|Scores|Price|Cost|Date|Time|Place|Location|"
    r"Reporting|Writing|Editing|Written|Posted|Published|Last|More|See|Follow|Contact|Email|Tel|Phone)\b"
)


def find_dateline(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """The dateline that begins at `start` of the line `text[start:end]`.

    `first` says the line opens the article's prose, where weaker forms are believed too.
    """
    line = text[start : min(end, start + 160)]
    if not line or not (line[0].isupper() or line[0] in "([【0123456789"):
        return None
    if found := _KOREAN_FORM.match(line):
        return _dateline(text, start, end, found, known_agency(found["agency"]))
    found = _AGENCY_FORM.match(line)
    if found and (agency := signature(found["agency"])):
        known = known_agency(found["agency"]) or agency in _NETWORKS
        strong = known or found["caps"] or found["day"]
        glued = found["sep"] == ""  # no space before the report: `Ekvik (CNN)The ferry`
        if (strong or glued) and (found["sep"] or glued or known):
            return _dateline(text, start, end, found, agency)
    for form in (_DAY_FORM, _ALONE_FORM):
        found = form.match(line)
        if found and (found.groupdict().get("caps") or signature(found["agency"])):
            agency = found["agency"] or ""
            agency = signature(agency) if form is _DAY_FORM else known_agency(agency)
            dateline = _dateline(text, start, end, found, agency)
            # The agency first, then the place: `(ANSA) - EKVIK, 03 MAG -`.
            if dateline and (more := _CAPITALS_FORM.match(line, dateline.end - start)):
                return _dateline(text, start, end, more, agency)
            return dateline
    found = _GLUED_FORM.match(line)
    if found and (known_agency(found["agency"]) or found["agency"] in _NETWORKS):
        return _dateline(text, start, end, found, signature(found["agency"]))
    found = _CAPITALS_FORM.match(line)
    if found and not _NO_PLACE.match(line) and _is_place(found, first=first):
        return _dateline(text, start, end, found, "")
    found = _UNMARKED_FORM.match(line) or _BRACKETED_FORM.match(line)
    if found and sum(map(str.isalpha, found["caps"])) >= 4:
        return _dateline(text, start, end, found, "")
    if first:
        found = _TITLE_FORM.match(line)
        if found and not _NO_TITLE_PLACE.match(line):
            return _dateline(text, start, end, found, "")
        if found := _STAMP_FORM.match(line):
            return _dateline(text, start, end, found, "")
        if (found := _BARE_FORM.match(line)) and not _NO_PLACE.match(line):
            return _dateline(text, start, end, found, known_agency(found["agency"] or ""))
    return None


def find_later_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a caption, summary or byline is glued before: what it says itself decides.

    One with a known agency may stand in the first 2,500 characters of a line, one with a day, a
    region, a long name or an agency right before it (`by Ada Moss, The Associated Press EKVIK—`) in
    the first 600, unless the line holds others: then it gathers several reports.
    """
    end = min(end, start + 2500)
    bracket = text.find("(", start, end) >= 0
    alone = sum(1 for _ in after_sentences(_INSIDE, text, start, end)) <= 1
    for gap in _LATER.finditer(text, start, end):
        if not bracket and text[gap.end() + 1 : gap.end() + 2].islower():
            continue
        found = find_dateline(text, gap.end(), end, first=False)
        if found is None:
            continue
        if known_agency(found.agency) or found.agency in _NETWORKS:
            return found
        if found.start - start > 600:
            return None
        span = (found.start, found.end + 2)
        if (
            _UNMARKED_FORM.match(text, *span)
            or _BRACKETED_FORM.match(text, *span)
            or text.endswith(" pic", start, found.start)
            or (alone and _LONE_FORM.match(text, *span))
        ):
            return found
        if signed := _SIGNED.search(text, max(start, found.start - 40), found.start):
            return replace(found, agency=known_agency(signed[0]))
    return None


def find_inner_datelines(
    text: str, start: int, end: int, *, first: bool = False
) -> Iterator[Dateline]:
    """The datelines of sentences inside a line: of a second report, or one below its summary."""
    second = _SENTENCE_GAP.search(text, start, end) if first else None
    below = _BELOW_SUMMARY.match(text, second.end(), end) if second else None
    if below and not _NO_PLACE.match(below[0]):
        yield Dateline(below.start(), below.end(), "")
    for found in after_sentences(_BRACKETED_INSIDE, text, start, end):
        yield Dateline(found.start(), found.end(), "")
    for found in after_sentences(_INSIDE, text, start, end):
        letters = sum(character.isalpha() for character in found["caps"])
        if letters >= (4 if found["more"] else 6) and not _NO_PLACE.match(found["caps"]):
            agency = signature(found["agency"]) if found["agency"] else ""
            yield Dateline(found.start(), found.end(), agency)


def _is_place(found: re.Match[str], *, first: bool) -> bool:
    """Capitals before a dash: at the opening of the prose, or long enough to be no abbreviation."""
    place: str = found["caps"]
    letters = sum(character.isalpha() for character in place)
    if ":" in found["sep"]:
        return first and letters >= 4
    return letters >= 3 if first else letters >= 4


def _dateline(
    text: str, start: int, end: int, found: re.Match[str], agency: str
) -> Dateline | None:
    stop = start + found.end()
    while stop < end and text[stop] == " ":
        stop += 1
    return Dateline(start, stop, agency) if stop < end else None
