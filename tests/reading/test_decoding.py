"""The ladder from bytes to text."""

import pytest

from briefs.reading.decoding import decode
from briefs.reading.format import Skip

TEXT = "Café « Zur Mühle » – 20 €"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_marked_and_plain_unicode_is_read_without_a_warning(codec):
    assert decode(TEXT.encode(codec)) == (TEXT, "")


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")]
)
def test_big_endian_marks_are_known(mark, codec):
    assert decode(mark + TEXT.encode(codec)) == (TEXT, "")


def test_bytes_that_are_no_utf8_are_read_as_windows_and_said():
    text, warning = decode(TEXT.encode("cp1252") + b" plain words follow here")
    assert text.startswith(TEXT)
    assert "cp1252" in warning


def test_a_declared_character_set_is_believed_where_utf8_fails():
    text = "Паром затонул у берега"
    assert decode(text.encode("cp1251"), "windows-1251")[0] == text


def test_a_script_of_its_own_is_guessed_without_a_declaration():
    text = (
        "Паром затонул у берега в понедельник, сообщили спасатели. Никто не погиб, сказал мэр. " * 5
    )
    assert decode(text.encode("cp1251"))[0] == text


def test_bytes_win_over_a_false_declaration():
    text, warning = decode(TEXT.encode(), "windows-1251")
    assert text == TEXT
    assert "windows-1251" in warning


@pytest.mark.parametrize(
    "name", ["no-such", "utf-8\0", "%s%s", "rot13", "punycode", "idna", "undefined", "x" * 500]
)
def test_an_unknown_or_hostile_name_of_a_character_set_is_ignored(name):
    assert (
        decode(b"caf\xe9 au lait, s'il vous pla\xeet", name)[0] == "café au lait, s'il vous plaît"
    )


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\ufeff  \n".encode("utf-16-le")]
)
def test_nothing_is_empty(data):
    with pytest.raises(Skip) as skip:
        decode(data)
    assert skip.value.code == "empty"


@pytest.mark.parametrize(
    "data", [b"a\0b", b"\x89PNG\r\n", b"%PDF-1.7\n", "Ferry".encode("utf-16-le")]
)
def test_what_is_no_text_is_binary(data):
    with pytest.raises(Skip) as skip:
        decode(data)
    assert skip.value.code == "binary"


def test_a_cut_utf16_text_is_read_and_said():
    text, warning = decode("Ferry sinks".encode("utf-16") + b"\x41")
    assert text.startswith("Ferry sinks")
    assert warning


def test_mojibake_is_mended_with_a_warning():
    text = "The mayor’s café opens, she said."
    twice = text.encode().decode("cp1252").encode()
    found, warning = decode(twice)
    assert found == text
    assert "mended in 2 places" in warning


def test_letters_that_only_look_like_mojibake_stay():
    text = "SÃO PAULO, âge, Ångström, «VÂ» and Ã© alone stay."
    assert decode(text.encode()) == (text, "")
