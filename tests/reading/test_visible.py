"""The second witness: what a reader of the raw file sees."""

from briefs.reading import visible_text


def test_text_and_markdown_are_themselves_normalised():
    assert visible_text("Pier\r\nto  be\u200b rebuilt".encode(), "a.txt") == "Pier\nto be rebuilt"
    assert visible_text(b"# Pier", "a.md") == "# Pier"


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
