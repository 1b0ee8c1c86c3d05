"""The commands: arguments, messages, exit codes. No news logic.

Everything heavy is imported by the command that needs it, so that `--help` stays instant.
"""

import os
import signal
import sys
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from briefs import __version__
from briefs.config import RANKERS, Options, commented_settings, load_options
from briefs.errors import BriefsError, NothingUsable, Refused, UsageError
from briefs.importing import import_nltk_lean
from briefs.messages import ledger, printable, problem_lines
from briefs.model import Brief, Reading, Story, source_name
from briefs.progress import progress

app = typer.Typer(
    help="A one-page daily brief from a folder of news: every sentence verbatim and cited.",
    epilog="Try it: briefs make today/ && briefs check brief-2026-03-10.md today/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


class TextFormat(StrEnum):
    """For people or for programs."""

    text = "text"
    json = "json"


class SummaryFormat(StrEnum):
    """What a summary can be written as."""

    text = "text"
    md = "md"
    json = "json"


Ranker = StrEnum("Ranker", {name.replace("-", "_"): name for name in RANKERS})  # type: ignore[misc]

Folders = Annotated[
    list[Path], typer.Argument(metavar="FOLDER...", help="Folders (or files) of news articles.")
]
Config = Annotated[
    Path | None, typer.Option(help="Settings; default: briefs.toml in the current folder, if any.")
]
RankerOption = Annotated[
    Ranker | None, typer.Option(help="How sentences are scored.", show_default="textrank")
]
Exclude = Annotated[
    list[str] | None, typer.Option(metavar="GLOB", help="Leave these files out; may be repeated.")
]
MaxBytes = Annotated[
    int | None, typer.Option(help="Skip files larger than this.", show_default="20000000")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what was not used, and why.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]
TextOrJson = Annotated[TextFormat, typer.Option("--format", help="How to print it.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefs {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


@app.command()
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
    given_day = _parse_day(day)
    kind = _format(output or options.name, format_)
    reading = _read(folders, options, quiet=quiet)
    if strict and reading.skipped:
        max_skips = 0
    if max_skips is not None and len(reading.skipped) > max_skips:
        _say(reading, quiet=False)
        raise Refused(
            f"{len(reading.skipped)} files were skipped and {max_skips} are allowed; "
            "nothing was written (mend them, or raise --max-skips)"
        )
    _require_articles(reading, folders)

    from dataclasses import replace

    from briefs.editor import make_brief
    from briefs.output import write_standard_output, write_whole

    to_stdout = output == "-"
    with progress("making the brief", quiet=quiet):
        brief = make_brief(reading, options, given_day)
    target = None if to_stdout else _target(output, options.name, kind, brief.date)
    base = options.base_url or options.articles_base or _base(folders, target)
    brief = replace(brief, articles_base=base)
    data = _render(brief, kind, options, folders)
    if target is None:
        write_standard_output(data)
    else:
        write_whole(target, data, force=force)
    if verbose:
        for unused in brief.unused:
            article = unused.article
            _err(f"not used: {article.id} '{printable(article.title[:60])}': {unused.reason}")
    if brief.date is None:
        _err("briefs: warning[undated]: no article has a date, so the brief has none (set --date)")
    if not quiet and target is not None:
        counts = brief.counts
        _err(
            f"{printable(os.fspath(target))}: {counts.stories} stories from {counts.articles} "
            f"articles ({counts.texts} distinct texts) of {counts.sources} sources"
        )
    _say(reading, quiet=quiet)


@app.command()
def check(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help="A brief in Markdown.")],
    folders: Folders,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Prove a brief against its articles: every sentence, citation, count and date.

    Prints one line per finding. Exit 0 when all is proved (a place that only moved is a warning),
    1 when a citation is false.

    Example:

      briefs check brief-2026-03-10.md today/
    """
    options = load_options(config, os.environ, {"exclude": exclude or None, "max_bytes": max_bytes})
    markdown = _read_brief(brief)
    reading = _read(folders, options, quiet=quiet)
    _require_articles(reading, folders)

    from briefs.checking import check_brief, visible_texts
    from briefs.rendering.markdown import parse

    findings = check_brief(markdown, reading.articles, visible_texts(folders, reading.articles))
    for finding in findings:
        typer.echo(printable(str(finding)))
    false = [finding for finding in findings if finding.severity == "false"]
    if not quiet:
        total = len(parse(markdown).citations)
        verdict = f"{len(false)} false" if false else "all proved"
        _err(f"{printable(os.fspath(brief))}: {total} citations, {verdict}")
    if false:
        raise typer.Exit(1)


@app.command()
def summarize(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Articles on one story; - is stdin.")
    ],
    words: Annotated[int, typer.Option(min=1, help="At most so many words.")] = 100,
    sentences: Annotated[
        int | None, typer.Option(min=1, help="At most so many sentences instead.")
    ] = None,
    format_: Annotated[
        SummaryFormat, typer.Option("--format", help="How to print it.")
    ] = SummaryFormat.text,
    ranker: RankerOption = None,
    config: Config = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Summarize the given articles, taken as one story, in their own sentences.

    Examples:

      briefs summarize article.html --words 60

      curl -s https://example.org/story | briefs summarize -
    """
    options = load_options(config, os.environ, {"ranker": ranker.value if ranker else None})

    from briefs.editor import summarize as summarize_articles
    from briefs.model import Summary

    reading = _read_files(files)
    _say_problems(reading)
    if not reading.articles:
        raise NothingUsable("none of the files holds an article")
    summary: Summary = summarize_articles(reading.articles, words, options, sentences)
    if format_ is SummaryFormat.text:
        typer.echo(summary.text)
        return
    from briefs.rendering.summary import summary_json, summary_markdown

    write = summary_json if format_ is SummaryFormat.json else summary_markdown
    typer.echo(write(summary), nl=False)


@app.command()
def stories(
    folders: Folders,
    format_: TextOrJson = TextFormat.text,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B", help="Only say why two articles, by path or id, are one story or two."
        ),
    ] = None,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show which articles tell the same story, which are copies, and how many origins there are.

    Examples:

      briefs stories today/

      briefs stories today/ --why star/ferry.html lantern/storm.html
    """
    options = load_options(config, os.environ, {"exclude": exclude or None, "max_bytes": max_bytes})
    reading = _read(folders, options)
    _require_articles(reading, folders)
    if why:
        from briefs.reading.labelling import label
        from briefs.stories import find
        from briefs.stories import why as explanation

        articles = [label(article) for article in reading.articles]
        pair = [find(articles, name) for name in why]
        for line in explanation(articles, pair[0], pair[1], options):
            typer.echo(printable(line))
        return

    from briefs.editor import group_stories

    found = group_stories(reading.articles, options)
    if format_ is TextFormat.json:
        from briefs.rendering.json import stories_json

        typer.echo(stories_json(found), nl=False)
    else:
        typer.echo("\n\n".join(_describe(story) for story in found))
    _say(reading, quiet=False)


@app.command()
def explain(
    folders: Folders,
    story: Annotated[
        str | None, typer.Option(help="Only stories whose headline holds these words.")
    ] = None,
    format_: TextOrJson = TextFormat.text,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    ranker: RankerOption = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show why the brief says what it says: what was printed, what was not, and what stopped it.

    For each story its menu: rank is TextRank (1.0 is the average sentence), gain what a passage
    adds to those before it, then the concepts it brought. Printed passages have a +.

    Examples:

      briefs explain today/

      briefs explain today/ --story ferry
    """
    options = load_options(
        config,
        os.environ,
        {
            "exclude": exclude or None,
            "max_bytes": max_bytes,
            "ranker": ranker.value if ranker else None,
        },
    )
    reading = _read(folders, options)
    _require_articles(reading, folders)

    from briefs.editor import explain_brief
    from briefs.rendering.explanation import explanation_json, explanation_text

    found = [
        each
        for each in explain_brief(reading, options)
        if not story or story.casefold() in each.item.story.headline.casefold()
    ]
    if story and not found:
        raise UsageError(f"no story of the brief has {story!r} in its headline")
    if format_ is TextFormat.json:
        typer.echo(explanation_json(found), nl=False)
    else:
        typer.echo(explanation_text(found))
    _say(reading, quiet=False)


@app.command()
def send(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help="A brief in Markdown.")],
    to: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Who gets it; may be repeated.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="ADDRESS", help="Who sends it.")
    ] = None,
    smtp: Annotated[
        str | None,
        typer.Option(metavar="SERVER", help="smtp://host:587 (STARTTLS) or smtps://host:465."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing; write the mail as an .eml file.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where to with --dry-run.", show_default="*.eml"
        ),
    ] = None,
    config: Config = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Send a brief by mail, as text and HTML, to each address alone.

    User and password come from the environment: BRIEFS_SMTP_USER with BRIEFS_SMTP_PASSWORD, or
    BRIEFS_SMTP_PASSWORD_FILE. Exit 7 when it did not reach everybody; the brief stays as it is.

    Examples:

      briefs send brief-2026-03-10.md --to desk@example.org --smtp smtp://mail.example.org

      briefs send brief-2026-03-10.md --to desk@example.org --dry-run
    """
    options = load_options(
        config, os.environ, {"mail_to": to or None, "mail_from": from_, "smtp": smtp}
    )
    markdown = _read_brief(brief)

    from datetime import UTC, datetime

    from briefs.output import write_standard_output, write_whole
    from briefs.rendering.mail import render_email
    from briefs.sending import addressed, mailbox, server_of
    from briefs.sending import send as send_mail

    if not options.mail_to:
        raise UsageError("no one to send it to (--to ADDRESS, or mail_to in briefs.toml)")
    recipients = [mailbox(address, "--to") for address in dict.fromkeys(options.mail_to)]
    sender = mailbox(options.mail_from, "--from")
    message = render_email(markdown, options)
    now = datetime.now(UTC)
    if dry_run:
        data = bytes(addressed(message, sender, recipients[0], now))
        target = Path(output) if output else brief.with_suffix(".eml")
        if output == "-":
            write_standard_output(data)
            return
        write_whole(target, data)
        said = f"{os.fspath(target)}: as {recipients[0].addr_spec} would get it; nothing was sent"
    else:
        server = server_of(options.smtp, os.environ)
        send_mail(message, server, sender, recipients, now)
        said = f"{os.fspath(brief)}: sent to {len(recipients)} by {server}"
    if not quiet:
        _err(printable(said))


@app.command()
def show(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help="A brief in Markdown.")],
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show a brief in the terminal, its citations as links. Without colour when piped.

    Example:

      briefs show brief-2026-03-10.md
    """
    from briefs.rendering.markdown import parse
    from briefs.rendering.terminal import show as show_brief

    show_brief(parse(_read_brief(brief)))


@app.command()
def init(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to.")
    ] = Path("briefs.toml"),
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Write a briefs.toml here: every setting with its default and what it is for.

    Example:

      briefs init
    """
    from briefs.output import write_whole

    write_whole(output, commented_settings().encode())
    _err(f"{printable(os.fspath(output))}: every setting with its default; change what you like")


def _describe(story: Story) -> str:
    """A story as lines: headline and counts, then each origin with its articles."""
    copies = {article for group in story.copies for article in group[1:]}
    lines = [
        printable(story.headline),
        (
            f"  weight {story.weight:.3g} · {len(story.articles)} articles · "
            f"{story.texts} distinct texts · {len(story.origins)} origins"
        ),
    ]
    lines += [f"  {printable(' · '.join(story.reasons))}"]
    for origin in story.origins:
        lines.append(f"  - {printable(origin.name) or 'origin not named'}")
        for article in origin.articles:
            copy = " (copy)" if article in copies else ""
            where = article.paths[0] if article.paths else article.id
            lines.append(
                f"      {printable(source_name(article))}: {printable(article.title)}{copy}"
                f"  [{printable(where)}]"
            )
    return "\n".join(lines)


def _read(folders: list[Path], options: Options, *, quiet: bool = False) -> Reading:
    import_nltk_lean()
    from briefs.reading import read_folder

    with progress("reading", quiet=quiet) as told:
        return read_folder(folders, options, told)


def _read_files(names: list[str]) -> Reading:
    """The articles of files; `-` is standard input, read as if it were a file of any kind."""
    import_nltk_lean()
    from briefs.reading import read_file

    readings = []
    with TemporaryDirectory() as folder:
        for name in names:
            path = Path(name)
            if name == "-":
                path = Path(folder, "standard-input")
                path.write_bytes(sys.stdin.buffer.read())
            readings.append(read_file(path))
    return Reading(
        tuple(dict.fromkeys(article for reading in readings for article in reading.articles)),
        tuple(problem for reading in readings for problem in reading.skipped),
        tuple(problem for reading in readings for problem in reading.warnings),
        sum(reading.read for reading in readings),
    )


def _require_articles(reading: Reading, folders: list[Path]) -> None:
    if not reading.articles:
        _say(reading, quiet=False)
        names = ", ".join(f"'{printable(os.fspath(folder))}'" for folder in folders)
        raise NothingUsable(
            f"no article could be read from {names}; nothing was written "
            "(it should hold .txt, .md or .html files of news)"
        )


def _read_brief(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot read '{printable(os.fspath(path))}' as a brief: {error}"
        ) from None
    if not text.startswith("---\n") or "generator: briefs" not in text[:2000]:
        raise UsageError(
            f"'{printable(os.fspath(path))}' is not a brief in Markdown (no 'generator: briefs')"
        )
    return text


def _parse_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date {text!r} is not a date like 2026-03-10") from None


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


def _render(brief: Brief, kind: str, options: Options, folders: list[Path]) -> bytes:
    if kind == "json":
        from briefs.rendering.json import render_json

        return render_json(brief).encode()
    from briefs.checking import visible_texts
    from briefs.rendering.markdown import render_markdown

    markdown = render_markdown(brief, visible_texts(folders, brief.sources))
    if kind == "html":
        from briefs.rendering.html import page_html

        return page_html(markdown, brief.sources, paper=options.page).encode()
    if kind == "eml":
        from briefs.rendering.mail import render_email

        return bytes(render_email(markdown, options))
    if kind == "pdf":
        from briefs.rendering.pdf import render_pdf

        return render_pdf(markdown, options.page or "A4")
    return markdown.encode()


def _base(folders: list[Path], target: Path | None) -> str:
    """The way from the brief to the folder that the articles' paths are relative to."""
    from briefs.reading import base_of

    base = base_of(folders)
    try:
        return Path(os.path.relpath(base, target.parent if target else Path())).as_posix()
    except ValueError:  # another drive
        return base.as_uri()


def _say(reading: Reading, *, quiet: bool) -> None:
    _say_problems(reading)
    if not quiet:
        _err(ledger(reading))


def _say_problems(reading: Reading) -> None:
    for line in problem_lines((*reading.skipped, *reading.warnings)):
        _err(line)


def _err(line: str) -> None:
    """One line to standard error, whatever its encoding can hold."""
    if sys.stderr is None:
        return
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with suppress(OSError, ValueError):  # nobody listens; the brief matters more
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    raise SystemExit(128 + number)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; always ends with one of the documented exit codes."""
    signal.signal(signal.SIGTERM, _stop)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        code: Any = app(args=words, standalone_mode=True)
    except BriefsError as error:
        _err(f"briefs: error: {error}")
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        _close_stdout()
        raise SystemExit(5) from None
    except MemoryError:
        _err("briefs: error: out of memory; nothing was written (read fewer or smaller files)")
        raise SystemExit(5) from None
    except Exception as error:
        if "--debug" in words:
            raise
        _err(
            f"briefs: error: internal error ({type(error).__name__}); nothing was written. "
            "Please report it with the output of the same command and --debug"
        )
        raise SystemExit(70) from None
    raise SystemExit(code or 0)


def _close_stdout() -> None:
    """So that the interpreter's own flush at exit does not complain of the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
