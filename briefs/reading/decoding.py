"""Bytes to text by a fixed ladder: byte order mark, UTF-8, what is declared, Windows, a guess."""

import codecs
import re

from charset_normalizer import from_bytes

from briefs.reading.format import Skip

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
)
# A name of a character set as browsers accept it; NUL, `%` and the like never reach a codec.
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._:-]{0,39}")
# Python also lists codecs that are slow or no character sets (punycode, idna, rot13, undefined).
_TRUSTED = re.compile(
    r"cp\d+|iso8859-|koi8|mac-|gb|big5|euc_|shift_jis|iso2022|johab|tis-|utf-8|ascii"
)
# What Windows-1252 shows for the bytes from 0x80 (those it leaves out stand for themselves).
_BYTES = {
    bytes([b]).decode("cp1252", "replace").replace("\ufffd", chr(b)): b for b in range(128, 256)
}
_SUSPECT = re.compile("[" + "".join(map(re.escape, sorted(_BYTES))) + "\x81\x8d\x8f\x90\x9d]{2,12}")
_MANY = 3
_AS_BROWSERS_DO = {"ascii": "cp1252", "iso8859-1": "cp1252"}


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of `data`, and a warning (empty when all is well). Raises Skip for no text."""
    if not data.strip():
        raise Skip("empty", "the file is empty; skipped")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], codec)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Skip("binary", f"this is {what}, not text; skipped")
    if b"\0" in data:
        raise Skip("binary", "holds NUL bytes, so it is no text (UTF-16 needs a mark); skipped")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)
    text, mended = _mended(text)
    if mended:
        return text, f"holds UTF-8 once read as Windows-1252; mended in {mended} places"
    known = _codec(declared)
    if known not in ("", "utf-8", "cp1252") and not data.isascii():
        return text, f"declares {declared} but is valid UTF-8; read as UTF-8"
    return text, ""


def _mended(text: str) -> tuple[str, int]:
    """`text` with UTF-8 that was once decoded as Windows-1252 put right, and how often.

    Only where the characters are valid UTF-8 as bytes, and stand there often or as `â€™` does.
    """
    if "Ã" not in text and "â" not in text:
        return text, 0
    count = 0

    def mend(found: re.Match[str]) -> str:
        nonlocal count
        try:
            mended = bytes(_BYTES[character] for character in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]
        count += 1
        return mended

    mended = _SUSPECT.sub(mend, text)
    return (mended, count) if count >= _MANY or (count and "â€" in text) else (text, 0)


def _with_mark(data: bytes, codec: str) -> tuple[str, str]:
    text = data.decode(codec, "replace")
    if not text.strip():
        raise Skip("empty", "the file is empty; skipped")
    lost = text.count("\ufffd")
    return text, f"{lost} characters are not valid {codec}; replaced" if lost else ""


def _legacy(data: bytes, declared: str) -> tuple[str, str]:
    """Text that is no UTF-8. Windows-1252 takes nearly all bytes, so it must be plausible."""
    high = len(data.translate(None, bytes(range(0x80))))
    plausible = ["cp1252"] if high * 5 < len(data) else []
    for codec in (_codec(declared), *plausible):
        if codec and codec != "utf-8":
            try:
                return data.decode(codec), f"is not valid UTF-8; read as {codec}"
            except UnicodeDecodeError:
                continue
    best = from_bytes(data[:200_000]).best()
    codec = best.encoding if best else "utf-8"
    text = data.decode(codec, "replace")
    return text, f"is not valid UTF-8; read as {codec}, with {text.count(chr(0xFFFD))} gaps"


def _codec(name: str) -> str:
    """Python's name for a declared character set; empty when there is none to trust."""
    if not _NAME.fullmatch(name.strip()):
        return ""
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return ""
    return _AS_BROWSERS_DO.get(known, known) if _TRUSTED.match(known) else ""
