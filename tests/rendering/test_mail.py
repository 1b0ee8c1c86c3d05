"""The brief as a mail."""

import email
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import briefs
from test_hostile import Page, fold, visible

from briefs.model import Brief
from briefs.rendering.markdown import parse, render_markdown

pytest.importorskip("css_inline", reason="css-inline, which styles mails inline, is not installed")

from briefs.rendering.mail import mail_html, mail_text, render_email


def read(message: EmailMessage) -> EmailMessage:
    return cast(EmailMessage, email.message_from_bytes(bytes(message), policy=default))


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_a_mail_arrives_as_it_was_written(brief: Brief) -> None:
    """Both parts and the subject survive the wire, whatever the articles hold."""
    markdown = render_markdown(brief)
    sent = render_email(markdown)
    data = bytes(sent)
    assert max(map(len, data.split(b"\r\n"))) <= 998
    got = read(sent)
    assert got["Subject"] == sent["Subject"]
    assert got.get_content_type() == "multipart/alternative"
    assert part(got, "plain") == mail_text(parse(markdown))
    assert part(got, "html").rstrip("\n") == mail_html(markdown).rstrip("\n")
    assert set(got.keys()) == {"Subject", "Message-ID", "MIME-Version", "Content-Type"}


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_the_html_part_shows_the_brief_and_loads_nothing(brief: Brief) -> None:
    """The same text as the page; links to the web only; nothing remote, no script."""
    html = mail_html(render_markdown(brief))
    page = Page(html[html.index('class="card"') :])
    assert fold(page.text).endswith(visible(brief))
    assert all(link.lower().startswith(("http://", "https://")) for link in page.links)
    whole = Page(html)
    assert not {"img", "script", "link", "iframe"} & set(whole.tags)
    assert not {"src", "title", "id"} & whole.attributes
    assert "url(" not in html.partition("<body")[0]


def test_the_text_part_is_wrapped() -> None:
    """Lines of prose hold at most 72 characters; only an address may be longer."""
    lines = mail_text(parse(render_markdown(full_brief(3)))).split("\n")
    assert max(len(line) for line in lines if "https://" not in line) <= 72
    assert any(line.strip() == "https://news.example/0" for line in lines)
    assert not [line for line in lines if line.startswith("·")]


def test_a_mail_is_small_and_the_same_each_time() -> None:
    """A full page stays under 60 KB, and two renderings are one message."""
    markdown = render_markdown(full_brief(3))
    assert len(bytes(render_email(markdown))) < 60_000
    assert bytes(render_email(markdown)) == bytes(render_email(markdown))
    assert render_email(markdown)["Subject"].startswith("Daily brief, 10 March 2026: ")
