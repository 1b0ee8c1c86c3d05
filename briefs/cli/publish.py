"""`briefs publish`: a folder of briefs as a web site."""

import os
from pathlib import Path
from typing import Annotated

import typer

from briefs.cli.options import Config, Debug, Quiet
from briefs.cli.saying import err
from briefs.config import load_options
from briefs.messages import printable, problem_lines


def publish(
    briefs: Annotated[
        Path, typer.Argument(metavar="BRIEFS", help="The folder of brief-<date>.json, .html, .md.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the site.")],
    site_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the site stands on the web; its feed needs this."),
    ] = None,
    config: Config = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace pages even if they are not of briefs.")
    ] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Make a web site of a folder of briefs: no script, no server, readable on a phone.

    Every day beside its sources, every month, every continuing story with its days in order, and
    an Atom feed. Run again it writes only what has changed.

    Examples:

      briefs publish briefs/ site/

      briefs publish briefs/ site/ --site-url https://someone.github.io/news/
    """
    options = load_options(config, os.environ, {"site_url": site_url})

    from briefs.publishing import publish as publish_site

    done = publish_site(
        briefs, out, site_url=options.site_url, timezone=options.timezone, force=force
    )
    for line in problem_lines(done.problems):
        err(line)
    if not quiet:
        err(
            f"{printable(os.fspath(out))}: {done.days} briefs, {done.stories} continuing stories; "
            f"{len(done.written)} files written, {done.unchanged} unchanged, "
            f"{len(done.removed)} removed"
        )
        if not options.site_url:
            err("there is no feed: it needs the address of the site (--site-url)")
