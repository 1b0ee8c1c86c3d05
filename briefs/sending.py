"""Sending a brief by mail: over SMTP, encrypted, to each recipient alone.

STARTTLS (`smtp://`, RFC 3207) or TLS from the first byte (`smtps://`, RFC 8314); the server's
certificate is always checked. Nothing is ever sent, and no password given, in the clear.
"""

import smtplib
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses
from pathlib import Path
from urllib.parse import urlsplit

from briefs.errors import SendError, UsageError
from briefs.messages import printable

_PORTS = {"smtp": 587, "smtps": 465}
_TIMEOUT = 30.0
PAUSES = (2.0, 8.0)
"""Seconds before the second and the third attempt."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; `tls` from the first byte, else STARTTLS. No password is ever shown."""

    host: str
    port: int
    tls: bool
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def server_of(address: str, environment: Mapping[str, str]) -> Server:
    """The server of `smtp://host:587` or `smtps://host:465`, the user from the environment.

    `BRIEFS_SMTP_USER` with `BRIEFS_SMTP_PASSWORD`, or `BRIEFS_SMTP_PASSWORD_FILE` for a file that
    holds it. Raises UsageError.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        parts, port = urlsplit(""), 0
    if "@" in parts.netloc:
        raise UsageError(
            "smtp must not hold a user or password; give them as BRIEFS_SMTP_USER and "
            "BRIEFS_SMTP_PASSWORD in the environment"
        )
    if not address:
        raise UsageError(
            "no mail server is set (--smtp smtp://host:587, or smtp in briefs.toml or BRIEFS_SMTP)"
        )
    if not (parts.hostname and port) or parts.path.strip("/") or parts.query:
        raise UsageError(
            f"smtp is {address!r}; it should be smtp://host:587 (STARTTLS) or smtps://host:465"
        )
    password = environment.get("BRIEFS_SMTP_PASSWORD", "")
    file = environment.get("BRIEFS_SMTP_PASSWORD_FILE", "")
    if file and not password:
        try:
            password = Path(file).read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"BRIEFS_SMTP_PASSWORD_FILE: {printable(file)!r} cannot be read "
                f"({getattr(error, 'strerror', None) or 'it is no text'})"
            ) from None
    user = environment.get("BRIEFS_SMTP_USER", "")
    return Server(parts.hostname, port, parts.scheme == "smtps", user, password)


def mailbox(text: str, what: str) -> Address:
    """One address, `name@host` or `Name <name@host>`. Raises UsageError, saying `what` is wrong."""
    (name, address), *others = getaddresses([text]) or [("", "")]
    with suppress(HeaderParseError, ValueError, IndexError):  # control characters are ValueErrors
        parsed = Address(name, addr_spec=address)
        if parsed.username and parsed.domain and not others and address.isascii():
            return parsed
    raise UsageError(f"{what}: {printable(text)!r} is no mail address like name@example.org")


def addressed(
    message: EmailMessage, sender: Address, recipient: Address, now: datetime
) -> EmailMessage:
    """A copy of the mail as `recipient` gets it, dated `now`."""
    copy = deepcopy(message)
    for name, value in (("From", sender), ("To", recipient), ("Date", format_datetime(now))):
        del copy[name]
        copy[name] = value
    return copy


def send(
    message: EmailMessage,
    server: Server,
    sender: Address,
    recipients: Sequence[Address],
    now: datetime,
) -> None:
    """Send the mail to each recipient, nobody seeing the others; up to three attempts.

    Raises SendError with the names of those it did not reach, and why.
    """
    people = {recipient.addr_spec: recipient for recipient in recipients}
    waiting = dict.fromkeys(people, "")  # each with what kept it from being reached
    refused: list[str] = []
    for pause in (0.0, *PAUSES):
        time.sleep(pause)
        try:
            with _connected(server) as connection:
                for name in tuple(waiting):
                    mail = addressed(message, sender, people[name], now)
                    code, said = _deliver(connection, mail, sender.addr_spec, name)
                    if 400 <= code < 500:  # greylisting and the like: later perhaps
                        waiting[name] = said
                        continue
                    del waiting[name]
                    if code:
                        refused.append(f"{name} ({said})")
        except (OSError, smtplib.SMTPException) as error:
            waiting = dict.fromkeys(waiting, _reason(error))
        if not waiting:
            break
    unsent = [f"{name} ({why})" for name, why in waiting.items()]
    if len(unsent) == len(people) and len(set(waiting.values())) == 1:
        why = next(iter(waiting.values()))
        raise SendError(f"{server}: {why}; nothing was sent (the brief is where it was)")
    if refused or unsent:
        reached = len(people) - len(refused) - len(unsent)
        raise SendError(
            f"sent to {reached} of {len(people)}, not to {', '.join((*refused, *unsent))}"
        )


def _deliver(
    connection: smtplib.SMTP, mail: EmailMessage, sender: str, recipient: str
) -> tuple[int, str]:
    """Hand one mail over: 0, or the code and words of the server's refusal."""
    try:
        connection.send_message(mail, sender, [recipient])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = error.recipients[recipient]
        return code, _answer(code, said)
    except smtplib.SMTPDataError as error:
        return error.smtp_code, _answer(error.smtp_code, error.smtp_error)
    return 0, ""


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted and logged in. Raises SendError on what no retry mends."""
    context = ssl.create_default_context()
    try:
        if server.tls:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_TIMEOUT, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
        with connection:
            if not server.tls:
                connection.starttls(context=context)
            if server.user:
                connection.login(server.user, server.password)
            yield connection
    except ssl.SSLCertVerificationError as error:
        raise SendError(
            f"{server}: its certificate is not trusted ({error.verify_message}); nothing was sent "
            "(if it is your own, name its authority in SSL_CERT_FILE)"
        ) from None
    except smtplib.SMTPNotSupportedError as error:
        raise SendError(
            f"{server}: {printable(str(error))} Nothing is sent in the clear (try smtps://)"
        ) from None
    except smtplib.SMTPAuthenticationError as error:
        raise SendError(
            f"{server}: user or password is wrong ({error.smtp_code}); nothing was sent "
            "(they come from BRIEFS_SMTP_USER and BRIEFS_SMTP_PASSWORD)"
        ) from None
    except smtplib.SMTPResponseException as error:
        if error.smtp_code < 500:
            raise
        raise SendError(
            f"{server}: {_answer(error.smtp_code, error.smtp_error)}; the mail was not sent"
        ) from None


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return printable(getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _answer(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return printable(f"{code} {' '.join(text.split())}"[:200])
