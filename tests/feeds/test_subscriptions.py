"""Feeds are named by addresses, OPML lists and settings; what is wrong is said."""

from pathlib import Path

import pytest

from briefs.config import Options, commented_settings, load_options
from briefs.errors import UsageError
from briefs.feeds import Subscription, read_opml, subscribed

GAZETTE = Subscription("https://gazette.org/rss", "Harbour Gazette")
STAR = Subscription("https://star.org/feed", "Evening Star")
OPML = b"""<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>News</title></head><body>
<outline text="Coast">
  <outline type="rss" text="Gazette" title="Harbour Gazette" xmlUrl="https://gazette.org/rss"/>
  <outline text="Deeper"><outline text="Evening Star" xmlurl=" https://star.org/feed "/></outline>
</outline>
<outline text="Twice" xmlUrl="https://gazette.org/rss"/>
<outline text="A page" htmlUrl="https://gazette.org/"/>
</body></opml>"""


def test_a_list_is_read_flat_in_order_and_each_address_once():
    assert read_opml(OPML) == (GAZETTE, STAR)


def test_a_broken_list_is_read_as_far_as_it_goes():
    assert read_opml(OPML[: OPML.index(b"Twice")]) == (GAZETTE, STAR)
    assert read_opml(OPML.replace(b"Coast", b"Coast & Sea")) == (GAZETTE, STAR)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        b"<html><body>no</body></html>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>',
        b"\0\0\0",
    ],
)
def test_what_is_no_list_is_refused(data, tmp_path):
    with pytest.raises(ValueError, match="it "):
        read_opml(data)
    (tmp_path / "feeds.opml").write_bytes(data)
    with pytest.raises(UsageError, match=r"feeds\.opml"):
        subscribed([str(tmp_path / "feeds.opml")], Options())


def test_an_external_file_is_not_opened(tmp_path):
    (tmp_path / "secret").write_text("https://secret.org/")
    text = f'<!DOCTYPE opml SYSTEM "file://{tmp_path}/secret"><opml><body/></opml>'
    assert read_opml(text.encode()) == ()


def test_addresses_lists_and_settings_are_taken_in_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("feeds.opml").write_bytes(OPML)
    Path("more.toml").write_text('[feeds]\n"Evening Star" = "https://star.org/feed"\n')
    address = "https://lantern.org/rss"
    given = [address, "more.toml", "feeds.opml"]
    assert subscribed(given, Options()) == (Subscription(address), STAR, GAZETTE)


def test_without_any_those_of_the_settings_are_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("feeds.opml").write_bytes(OPML)
    options = Options(feeds={STAR.name: STAR.address}, subscriptions="feeds.opml")
    assert subscribed([], options) == (STAR, GAZETTE)


def test_a_list_named_in_a_file_stands_beside_it(tmp_path):
    (tmp_path / "feeds.opml").write_bytes(OPML)
    (tmp_path / "my.toml").write_text('subscriptions = "feeds.opml"\n')
    assert subscribed([str(tmp_path / "my.toml")], Options()) == (GAZETTE, STAR)


@pytest.mark.parametrize("given", [[], ["none.opml"], ["gazette.org/rss"], ["."]])
def test_what_names_no_feed_is_a_usage_error(given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        subscribed(given, Options())


def test_settings_written_by_init_take_feeds_at_their_end(tmp_path):
    path = tmp_path / "briefs.toml"
    path.write_text(commented_settings() + '"Evening Star" = "https://star.org/feed"\n')
    assert load_options(path, {}, {}).feeds == (("Evening Star", "https://star.org/feed"),)
    path.write_text(commented_settings())
    assert load_options(path, {}, {}) == Options()


@pytest.mark.parametrize("wrong", [3, "x", ["x"], {"a": 1}, [["a", "b"]]])
def test_feeds_that_are_no_table_are_refused(wrong):
    with pytest.raises(UsageError, match="feeds must be a table"):
        Options(feeds=wrong)
