"""A brief by mail, through a real SMTP server with STARTTLS and a certificate of its own."""

import email
import os
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from briefs import sending
from briefs.cli import main
from briefs.errors import SendError, UsageError
from briefs.rendering.mail import mail_html, mail_text, render_email
from briefs.rendering.markdown import parse
from briefs.sending import Server, mailbox, send, server_of

ROOT = Path(__file__).resolve().parent.parent
BRIEF = ROOT / "golden" / "day" / "brief.md"
NOW = datetime(2026, 3, 11, 5, 17, tzinfo=UTC)
SENDER = Address("Daily brief", addr_spec="brief@example.org")
DESK, HOME = Address(addr_spec="desk@example.org"), Address(addr_spec="home@example.org")


class Post:
    """What the server does with mail: keeps it, or gives the answers it was told to."""

    def __init__(self) -> None:
        self.kept: list[tuple[list[str], bytes]] = []
        self.answers: dict[str, list[str]] = {}

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.answers.get(address)
        if answers:
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.kept.append((list(envelope.rcpt_tos), bytes(envelope.content or b"")))
        return "250 OK"

    def mails(self) -> list[EmailMessage]:
        return [email.message_from_bytes(data, policy=default) for _, data in self.kept]  # type: ignore[misc]


def log_in(*arguments: Any) -> AuthResult:
    given = arguments[-1]
    right = isinstance(given, LoginPassword) and given == LoginPassword(b"me", b"s3cret")
    return AuthResult(success=right, handled=right)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PAUSES", (0.0, 0.0))
    for name in list(os.environ):
        if name.startswith("BRIEFS_"):
            monkeypatch.delenv(name)


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine trusts the server's authority."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.fixture
def post(authority: trustme.CA) -> Iterator[tuple[Post, int]]:
    """A server that wants STARTTLS and a password; its certificate is for localhost."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    yield from serve(tls_context=context, require_starttls=True, auth_required=True)


def serve(handler: Post | None = None, **options: Any) -> Iterator[tuple[Post, int]]:
    post = handler or Post()
    controller = Controller(
        post, hostname="localhost", port=free_port(), authenticator=log_in, **options
    )
    controller.start()
    try:
        yield post, controller.port
    finally:
        controller.stop()


def server(port: int, password: str = "s3cret") -> Server:
    return Server("localhost", port, tls=False, user="me", password=password)


def message() -> EmailMessage:
    return render_email(BRIEF.read_text("utf-8"))


def briefs(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.usefixtures("trusted")
def test_what_was_sent_arrives(post: tuple[Post, int], tmp_path: Path) -> None:
    """Text, HTML, subject and sender come back from the server; each recipient has his own."""
    kept, port = post
    markdown = BRIEF.read_text("utf-8")
    send(message(), server(port), SENDER, [DESK, HOME], NOW)
    assert [to for to, _ in kept.kept] == [["desk@example.org"], ["home@example.org"]]
    for mail, to in zip(kept.mails(), (DESK, HOME), strict=True):
        text, html = mail.get_body(("plain",)), mail.get_body(("html",))
        assert text is not None
        assert html is not None
        assert text.get_content().replace("\r\n", "\n") == mail_text(parse(markdown))
        assert html.get_content().replace("\r\n", "\n").rstrip() == mail_html(markdown).rstrip()
        assert mail["To"] == str(to)
        assert mail["From"] == "Daily brief <brief@example.org>"
        assert mail["Date"].datetime == NOW
        assert mail["Subject"] == message()["Subject"]
        assert mail["Message-ID"] == message()["Message-ID"]


@pytest.mark.usefixtures("trusted")
def test_the_command_sends(
    post: tuple[Post, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """`briefs send` takes the password from a file, says one line, and never shows it."""
    kept, port = post
    (tmp_path / "password").write_text("s3cret\n")
    monkeypatch.setenv("BRIEFS_SMTP_USER", "me")
    monkeypatch.setenv("BRIEFS_SMTP_PASSWORD_FILE", str(tmp_path / "password"))
    to = ("--to", "desk@example.org", "--from", "Brief <b@example.org>")
    assert briefs("send", str(BRIEF), *to, "--smtp", f"smtp://localhost:{port}") == 0
    said = capfd.readouterr()
    assert said.err.count("\n") == 1
    assert "sent to 1 by localhost" in said.err
    assert "s3cret" not in said.out + said.err
    assert len(kept.kept) == 1
    assert "s3cret" not in repr(server(1))


def one_line(capfd: pytest.CaptureFixture[str]) -> str:
    said = capfd.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    assert "s3cret" not in said.err
    assert "wrong-word" not in said.err
    return said.err


def try_to_send(
    monkeypatch: pytest.MonkeyPatch, port: int, password: str = "s3cret", scheme: str = "smtp"
) -> None:
    monkeypatch.setenv("BRIEFS_SMTP_USER", "me")
    monkeypatch.setenv("BRIEFS_SMTP_PASSWORD", password)
    before = BRIEF.read_bytes()
    to = ("--to", "desk@example.org", "--from", "b@example.org")
    assert briefs("send", str(BRIEF), *to, "--smtp", f"{scheme}://localhost:{port}") == 7
    assert BRIEF.read_bytes() == before


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def test_a_dead_server_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nobody listens: exit 7, the server named, the brief as it was."""
    port = free_port()
    try_to_send(monkeypatch, port)
    assert f"localhost:{port}: connection refused; nothing was sent" in one_line(capfd)


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_one_clear_line(
    post: tuple[Post, int], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The server refuses it: exit 7, and the line shows neither user nor password."""
    try_to_send(monkeypatch, post[1], "wrong-word")
    assert "user or password is wrong (535)" in one_line(capfd)
    assert not post[0].kept


def test_a_bad_certificate_is_one_clear_line(
    post: tuple[Post, int], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An authority nobody knows: exit 7, nothing sent."""
    try_to_send(monkeypatch, post[1])
    assert "certificate is not trusted" in one_line(capfd)
    assert not post[0].kept


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_host_is_not_taken(post: tuple[Post, int]) -> None:
    """The name in the certificate must be the server's."""
    other = Server("127.0.0.1", post[1], tls=False)
    with pytest.raises(SendError, match="certificate is not trusted"):
        send(message(), other, SENDER, [DESK], NOW)


def test_nothing_goes_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A server without STARTTLS gets neither password nor mail."""
    for post, port in serve(auth_require_tls=False):
        try_to_send(monkeypatch, port)
        assert "Nothing is sent in the clear" in one_line(capfd)
        assert not post.kept


@pytest.mark.usefixtures("trusted")
def test_tls_from_the_first_byte(authority: trustme.CA) -> None:
    """`smtps://` speaks TLS at once."""

    class Secure(Controller):
        def factory(self) -> SMTP:
            return SMTP(self.handler, hostname="localhost")

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    post = Post()
    controller = Secure(post, hostname="localhost", port=free_port(), ssl_context=context)
    controller.start()
    try:
        send(message(), server_of(f"smtps://localhost:{controller.port}", {}), SENDER, [DESK], NOW)
    finally:
        controller.stop()
    assert len(post.kept) == 1


@pytest.mark.usefixtures("trusted")
def test_a_refused_recipient_is_named_and_the_others_are_reached(post: tuple[Post, int]) -> None:
    """One is unknown to the server: the error names it, the other has the mail once."""
    kept, port = post
    kept.answers["desk@example.org"] = ["550 No such\x1b[31m user"]
    with pytest.raises(SendError, match=r"sent to 1 of 2, not to desk@example.org \(550 No such"):
        send(message(), server(port), SENDER, [DESK, HOME], NOW)
    assert [to for to, _ in kept.kept] == [["home@example.org"]]


@pytest.mark.usefixtures("trusted")
def test_a_passing_trouble_is_tried_again(post: tuple[Post, int]) -> None:
    """Greylisted twice, the third attempt delivers; the other recipient gets no second copy."""
    kept, port = post
    kept.answers["desk@example.org"] = ["451 Later", "451 Later"]
    send(message(), server(port), SENDER, [DESK, HOME], NOW)
    assert [to for to, _ in kept.kept] == [["home@example.org"], ["desk@example.org"]]
    kept.answers["desk@example.org"] = ["451 Later"] * 3
    with pytest.raises(SendError, match=r"451 Later; nothing was sent"):
        send(message(), server(port), SENDER, [DESK], NOW)


def test_a_dry_run_writes_the_mail(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--dry-run` needs no server: the mail is written beside the brief."""
    brief = tmp_path / "brief.md"
    brief.write_bytes(BRIEF.read_bytes())
    to = ("--to", "desk@example.org", "--from", "b@example.org")
    assert briefs("send", str(brief), *to, "--dry-run") == 0
    mail = email.message_from_bytes((tmp_path / "brief.eml").read_bytes(), policy=default)
    assert mail["To"] == "desk@example.org"
    assert mail["Date"]
    assert "nothing was sent" in capfd.readouterr().err
    assert briefs("send", str(brief), *to, "--dry-run", "-q") == 0


@pytest.mark.parametrize(
    "address", ["mail.example.org", "http://x", "smtp://me:pw@x", "smtp://x:99999", "smtp://", ""]
)
def test_a_wrong_server_is_a_wrong_setting(address: str) -> None:
    """A server is smtp:// or smtps://, and never holds a password; the message shows none."""
    with pytest.raises(UsageError) as error:
        server_of(address, {})
    assert "pw" not in str(error.value)


def test_the_password_is_looked_for_where_it_is_said(tmp_path: Path) -> None:
    """Ports have defaults; a password file that is not there is named."""
    assert server_of("smtps://mail.example.org", {}).port == 465
    assert server_of("smtp://mail.example.org", {}).port == 587
    with pytest.raises(UsageError, match="PASSWORD_FILE"):
        server_of("smtp://x", {"BRIEFS_SMTP_PASSWORD_FILE": str(tmp_path / "none")})


@pytest.mark.parametrize(
    "text", ["", "nobody", "a@", "@b", "a@b\nBcc: c@d", "a@b, c@d", "ü@example.org", "a b@c"]
)
def test_addresses_cannot_bring_in_headers(text: str) -> None:
    """What is no single address is refused before anything is sent."""
    with pytest.raises(UsageError, match="no mail address"):
        mailbox(text, "--to")


def test_an_address_may_have_a_name() -> None:
    """Names are kept, quoted where they must be."""
    assert str(mailbox("Daily brief <a@b.org>", "--from")) == "Daily brief <a@b.org>"
