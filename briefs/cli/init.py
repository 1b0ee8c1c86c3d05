"""`briefs init`: the files to start with."""

import os
from pathlib import Path
from typing import Annotated

import typer

from briefs.cli.options import Debug
from briefs.cli.saying import err
from briefs.errors import OutputError
from briefs.messages import printable


def init(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the settings alone, and there."),
    ] = None,
    github: Annotated[
        bool, typer.Option("--github", help="Also a workflow that makes the brief every morning.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the files that are there already.")
    ] = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Write what one starts with: briefs.toml with every setting, and feeds.opml with some feeds.

    Files that are there already are kept.

    Examples:

      briefs init                  then put your feeds into feeds.opml, and: briefs run

      briefs init --github         the same in a repository, where it then runs by itself
    """
    from briefs.output import write_whole
    from briefs.starting import SETTINGS, starting_files

    start = starting_files(github=github)
    if output:
        start = {os.fspath(output): start[SETTINGS]}
    kept = [] if force else [name for name in start if os.path.lexists(name)]
    if len(kept) == len(start):
        names = ", ".join(f"'{printable(name)}'" for name in kept)
        raise OutputError(f"nothing was written: {names} exists already (replace it with --force)")
    for name, text in start.items():
        if name in kept:
            err(f"{printable(name)}: is there already, and kept (replace it with --force)")
            continue
        path = Path(name)
        if output is None:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode(), force=force)
        err(f"{printable(name)}: written")
    if not output:
        err("next: put the feeds you read into feeds.opml, then: briefs run")
