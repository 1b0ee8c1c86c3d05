"""`briefs run`: the day's run as the settings say."""

import os
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from briefs.cli.fetch import ALLOW
from briefs.cli.given import parse_day
from briefs.cli.options import Config, Debug, Quiet
from briefs.cli.saying import err
from briefs.config import load_options
from briefs.progress import progress


def run(
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The brief's day.", show_default="today"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Do nothing; say what would be done.")
    ] = False,
    config: Config = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Fetch the news, make the brief of the day, and deliver it, as briefs.toml says.

    Keeps the articles in `archive`, the briefs in `briefs`, mails the brief to `mail_to` once a
    day and keeps up the web site in `site`. What earlier briefs told is not told again. Only one
    run works at a time. A day gone by is made again of the articles that are there.

    Examples:

      briefs run

      briefs run --date 2026-03-10

      17 5 * * * cd /home/me/news && briefs run --quiet    in a crontab: every morning
    """
    options = load_options(config, os.environ, {})
    now = datetime.now(ZoneInfo(options.timezone))
    given_day = parse_day(day)

    from briefs.running import Run, plan
    from briefs.running import run as run_day

    given = Run(
        options=options,
        day=given_day or now.date(),
        now=now,
        environment=os.environ,
        say=_quietly if quiet else err,
        allowed=tuple(os.environ.get(ALLOW, "").split()),
    )
    if dry_run:
        for line in plan(given):
            typer.echo(line)
        return
    with progress("at work", quiet=quiet):
        run_day(given)


def _quietly(line: str) -> None:
    """Only what went wrong."""
    if line.startswith("briefs: "):
        err(line)
