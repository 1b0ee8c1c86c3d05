"""`briefs send`: a brief goes out by mail."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from briefs.cli.given import read_brief
from briefs.cli.options import BriefFile, Config, Debug, Quiet
from briefs.cli.saying import err
from briefs.config import load_options
from briefs.errors import UsageError
from briefs.messages import printable


def send(
    brief: BriefFile,
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
    markdown = read_brief(brief)

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
        err(printable(said))
