"""`briefs make`: a folder of news becomes a one-page brief."""

import os
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefs.cli.given import parse_day, read, require_articles
from briefs.cli.options import (
    Config,
    Debug,
    Exclude,
    Folders,
    MaxBytes,
    Quiet,
    RankerOption,
    Verbose,
)
from briefs.cli.saying import err, say
from briefs.config import load_options
from briefs.dating import shared_day
from briefs.errors import Refused, UsageError
from briefs.messages import account, printable, problem_lines
from briefs.progress import progress


class Format(StrEnum):
    """What a brief can be written as."""

    md = "md"
    html = "html"
    json = "json"
    eml = "eml"
    pdf = "pdf"


class Page(StrEnum):
    """The paper a brief is printed on."""

    a4 = "A4"
    letter = "Letter"


def make(
    folders: Folders,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to; the ending says the format; - is standard output.",
            show_default="brief-<date>.md",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="TEMPLATE",
            help="The name without -o; {date} in it is the brief's date: _posts/{date}-brief.md.",
        ),
    ] = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="When the ending of -o does not say it.")
    ] = None,
    page: Annotated[
        Page | None,
        typer.Option(case_sensitive=False, help="The paper of .html and .pdf."),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="The brief's day.",
            show_default="the day the articles share",
        ),
    ] = None,
    history: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Earlier briefs (brief-<date>.json): tell what they have not."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The title.", show_default="Daily brief")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(help="Where a time counts as which day.", show_default="UTC")
    ] = None,
    exclude: Exclude = None,
    max_stories: Annotated[
        int | None, typer.Option(help="At most so many stories.", show_default="12")
    ] = None,
    config: Config = None,
    ranker: RankerOption = None,
    articles_base: Annotated[
        str | None,
        typer.Option(help="Put before the path of an article that has no address of its own."),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="The same, as an address: for mail and standard output.")
    ] = None,
    max_bytes: MaxBytes = None,
    max_skips: Annotated[
        int | None, typer.Option(help="Write nothing (exit 3) when more files are skipped.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing (exit 3) when any file is skipped.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the output even if it is not a brief.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,  # noqa: ARG001 - read in `main`
) -> None:
    """Make the one-page brief of a folder of news articles.

    Reads .txt, .md and .html files, groups them into stories, ranks their sentences and prints
    what says most on one page. Files that cannot be used are named and skipped.

    Examples:

      briefs make today/                       writes brief-<date>.md here

      briefs make today/ -o brief.html         the page beside its sources; prints as one page

      briefs make today/ -o brief.pdf          one page of A4, or of --page Letter

      briefs make today/ -o - --format json    everything, to standard output

      briefs make wire/ papers/ --date 2026-03-10 --exclude '*/sport/*'

      briefs make today/ -o briefs/brief-2026-03-10.json --history briefs/
    """
    options = load_options(
        config,
        os.environ,
        {
            "title": title,
            "timezone": timezone,
            "exclude": exclude or None,
            "max_stories": max_stories,
            "ranker": ranker.value if ranker else None,
            "articles_base": articles_base,
            "base_url": base_url,
            "max_bytes": max_bytes,
            "page": page.value if page else None,
            "name": name,
        },
    )
    given_day = parse_day(day)
    kind = _format(output or options.name, format_)
    reading = read(folders, options, quiet=quiet)
    if strict and reading.skipped:
        max_skips = 0
    if max_skips is not None and len(reading.skipped) > max_skips:
        say(reading, quiet=False)
        raise Refused(
            f"{len(reading.skipped)} files were skipped and {max_skips} are allowed; "
            "nothing was written (mend them, or raise --max-skips)"
        )
    require_articles(reading, folders)

    from briefs.editor import make_brief
    from briefs.history import read_history
    from briefs.output import write_standard_output, write_whole
    from briefs.writing import brief_bytes, way_to_articles

    to_stdout = output == "-"
    before = given_day or shared_day(reading.articles, options.timezone)
    past, unusable = read_history(history, before) if history and before else ((), ())
    for line in problem_lines(unusable):
        err(line)
    with progress("making the brief", quiet=quiet):
        brief = make_brief(reading, options, given_day, past)
    target = None if to_stdout else _target(output, options.name, kind, brief.date)
    brief = replace(brief, articles_base=way_to_articles(options, folders, target))
    data = brief_bytes(brief, kind, options, folders)
    if target is None:
        write_standard_output(data)
    else:
        write_whole(target, data, force=force)
    if verbose:
        for unused in brief.unused:
            article = unused.article
            err(f"not used: {article.id} '{printable(article.title[:60])}': {unused.reason}")
    if brief.date is None:
        err("briefs: warning[undated]: no article has a date, so the brief has none (set --date)")
    if not quiet and target is not None:
        err(account(os.fspath(target), brief.counts))
    say(reading, quiet=quiet)


def _format(output: str | None, chosen: Format | None) -> str:
    """The format to write: as asked, else by the ending of the output, else Markdown."""
    if chosen:
        return chosen.value
    ending = Path(output or "").suffix.lstrip(".").lower()
    if ending in ("", "markdown"):
        return "md"
    if ending == "htm":
        return "html"
    if ending not in [known.value for known in Format]:
        known = ", ".join(f".{kind.value}" for kind in Format)
        raise UsageError(f"cannot tell the format of {output!r}; use {known} or --format")
    return ending


def _target(output: str | None, name: str, kind: str, day: date | None) -> Path:
    """The file to write: as said, else by the template, else `brief-<date>` here."""
    if output:
        return Path(output)
    if not name:
        return Path(f"brief-{day}.{kind}" if day else f"brief.{kind}")
    if "{date}" in name and day is None:
        raise UsageError(f"the brief has no date for the name {printable(name)!r} (set --date)")
    return Path(name.replace("{date}", str(day)))
