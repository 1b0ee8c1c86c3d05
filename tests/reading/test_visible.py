"""The second witness: what a reader of the raw file sees."""

from briefs.reading import visible_text


def test_text_is_itself_normalised():
    assert visible_text("Pier\r\nto  be\u200b rebuilt".encode(), "a.txt") == "Pier\nto be rebuilt"


def test_markdown_is_seen_as_a_page_shows_it():
    data = b"# Pier\n\nThe **old** pier in [Orla](https://orla.example/a_b) is *closed* & 3 < 4.\n"
    seen = visible_text(data, "a.md").split()
    assert seen == "Pier The old pier in Orla is closed & 3 < 4.".split()
    assert visible_text(b"[" * 5000, "a.md") == "[" * 5000
    assert visible_text(b"> " * 3000 + b"Pier", "a.md").endswith("Pier")


def test_pages_are_seen_without_markup_scripts_and_head():
    data = (
        b"<html><head><title>No</title></head><body><p>Pier <b>to be</b></p><p>rebuilt</p>"
        b"<script>x</script>by<br>May</body></html>"
    )
    assert visible_text(data, "a.html").split() == ["Pier", "to", "be", "rebuilt", "by", "May"]


def test_inline_marks_do_not_part_words():
    assert visible_text(b"<html><body>re<b>built</b></body></html>", "a.html") == "rebuilt"


def test_what_is_no_text_shows_nothing():
    assert visible_text(b"\x89PNG\0", "a.png") == ""
    assert visible_text(b"", "a.html") == ""
    assert visible_text(b"<!-- x -->", "a.html") == ""
