"""The day's run: fetch, make, deliver, all as the settings say."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from briefs.config import Options
from briefs.editor import make_brief
from briefs.errors import (
    BriefsError,
    FetchError,
    NothingUsable,
    OutputError,
    StateError,
)
from briefs.feeds import fetch, subscribed
from briefs.history import last_brief, read_history
from briefs.importing import import_nltk_lean
from briefs.messages import account, ledger, printable, problem_lines
from briefs.model import Brief
from briefs.output import write_whole
from briefs.publishing import publish
from briefs.reading import read_folder
from briefs.rendering.mail import render_email
from briefs.sending import mailbox, send, server_of
from briefs.writing import brief_bytes, way_to_articles

# The site and the history of later days are made of these.
_ALWAYS = ("md", "json", "html")
_LOCK = ".lock"
_FURTHEST = timedelta(days=3)


@dataclass(frozen=True)
class Run:
    """One day's run. `now` has the time zone of the options; `say` is told each line.

    `environment` holds the mail server's user and password; `allowed` are networks that may be
    fetched from although they are not public.
    """

    options: Options
    day: date
    now: datetime
    environment: Mapping[str, str]
    say: Callable[[str], None]
    allowed: tuple[str, ...] = ()

    @property
    def fetches(self) -> bool:
        """Only today's articles can be had."""
        return self.day == self.now.date() and bool(
            self.options.feeds or self.options.subscriptions
        )

    @property
    def briefs(self) -> Path:
        return Path(self.options.briefs)

    @property
    def folders(self) -> list[Path]:
        """Where the day's articles are; what came after yesterday's brief lies with its day."""
        days = (self.day - timedelta(days=1), self.day)
        paths = (Path(self.options.archive, day.isoformat()) for day in days)
        return [path for path in paths if path.is_dir()]

    def file(self, ending: str) -> Path:
        return self.briefs / f"brief-{self.day}.{ending}"


def run(given: Run) -> None:
    """Fetches the day's articles, makes its brief and delivers it: as files, by mail, as a site.

    Of another day than today the brief is made of what is there. A mail, a site or all feeds that
    fail stop nothing else; then the first such error is raised at the end.
    """
    _check(given)
    failures: list[BriefsError] = []
    with _alone(given.briefs):
        if given.fetches:
            failures += _fetched(given)
        brief = _made(given)
        failures += _tried(_mail, given, brief)
        failures += _tried(_publish, given, brief)
    if failures:
        for failure in failures[1:]:
            given.say(f"briefs: error: {failure}")
        raise failures[0]


def plan(given: Run) -> Iterator[str]:
    """What `run` would do, line by line; does nothing of it."""
    _check(given)
    options = given.options
    if given.fetches:
        feeds = subscribed((), options)
        yield f"would fetch {len(feeds)} feeds into {printable(options.archive)!r}"
    past, problems = read_history(given.briefs, given.day)
    yield from problem_lines(problems)
    yield (
        f"would make {printable(os.fspath(given.file('md')))!r} of the articles in "
        f"{', '.join(map(repr, map(os.fspath, given.folders))) or 'nothing yet'}, "
        f"knowing {len(past)} stories of earlier briefs"
    )
    if options.mail_to:
        sent = " (it was sent already)" if given.file("sent").exists() else ""
        yield f"would mail it to {len(options.mail_to)} addresses{sent}"
    if options.site:
        yield f"would bring the site in {printable(options.site)!r} up to date"


def _check(given: Run) -> None:
    """Raises UsageError for what would only fail at the end."""
    options = given.options
    if options.mail_to:
        for address in options.mail_to:
            mailbox(address, "mail_to")
        mailbox(options.mail_from, "mail_from")
        server_of(options.smtp, given.environment)
    if given.fetches:
        subscribed((), options)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds the folder's lock. Raises StateError if another run has it: nothing was changed."""
    where = repr(printable(os.fspath(folder)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise StateError(
            f"another run is at work in {where}; nothing was done (wait for its end)"
        ) from None
    except OSError as error:
        raise OutputError(
            f"cannot write in {where}: {error.strerror or error}; nothing was done"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _fetched(given: Run) -> Iterator[BriefsError]:
    done = fetch(
        subscribed((), given.options),
        Path(given.options.archive),
        now=given.now,
        since=_since(given),
        allowed=given.allowed,
    )
    for line in problem_lines(done.problems):
        given.say(line)
    given.say(done.account)
    if done.failed == done.feeds:
        yield FetchError("every feed failed; the brief was made of what was there before")


def _since(given: Run) -> timedelta:
    """Back to the last brief: nothing is lost where a run was, unless many were."""
    last = last_brief(given.briefs, given.day)
    return min(given.day - last, _FURTHEST) if last else timedelta(days=1)


def _made(given: Run) -> Brief:
    """The brief of the day, written in every format that is wanted."""
    options, folders = given.options, given.folders
    import_nltk_lean()
    reading = read_folder(folders, options) if folders else None
    if not reading or not reading.articles:
        raise NothingUsable(
            f"no article of {given.day} is in {printable(options.archive)!r}; nothing was written "
            "(set feeds or subscriptions in briefs.toml, or look at what the feeds answered)"
        )
    past, problems = read_history(given.briefs, given.day)
    brief = make_brief(reading, options, given.day, past)
    brief = replace(brief, articles_base=way_to_articles(options, folders, given.file("md")))
    for kind in dict.fromkeys((*_ALWAYS, *options.formats)):
        write_whole(given.file(kind), brief_bytes(brief, kind, options, folders))
    for line in (*problem_lines(problems), *problem_lines((*reading.skipped, *reading.warnings))):
        given.say(line)
    given.say(account(os.fspath(given.file("md")), brief.counts))
    given.say(ledger(reading))
    return brief


def _tried(step: Callable[[Run, Brief], None], given: Run, brief: Brief) -> Iterator[BriefsError]:
    try:
        step(given, brief)
    except BriefsError as error:
        yield error


def _mail(given: Run, brief: Brief) -> None:
    """Sends the brief, once: a run that is made again on the same day sends nothing."""
    options, sent = given.options, given.file("sent")
    if not options.mail_to or sent.exists():
        return
    if not (brief.items or brief.in_brief):
        given.say("not mailed: there is nothing new to tell")
        return
    message = render_email(given.file("md").read_text("utf-8"), options)
    recipients = [mailbox(address, "mail_to") for address in dict.fromkeys(options.mail_to)]
    sender = mailbox(options.mail_from, "mail_from")
    server = server_of(options.smtp, given.environment)
    send(message, server, sender, recipients, given.now.astimezone(UTC))
    # No address, for this file may be published with the briefs.
    write_whole(sent, f"{message['Message-ID']}\n".encode(), force=True)
    given.say(f"sent to {len(recipients)} by {server}")


def _publish(given: Run, _brief: Brief) -> None:
    options = given.options
    if not options.site:
        return
    done = publish(
        given.briefs, Path(options.site), site_url=options.site_url, timezone=options.timezone
    )
    for line in problem_lines(done.problems):
        given.say(line)
    given.say(
        f"{printable(options.site)}: {done.days} briefs, {done.stories} continuing stories; "
        f"{len(done.written)} files written"
    )
