"""Compressed files: what is in them, within the limit for one file."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from briefs.reading.format import File, Skip

_MOST_MEMBERS = 10_000
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Members:
    """The files in an archive (named by their path in it), and what was left out and why."""

    files: tuple[File, ...]
    warnings: tuple[tuple[str, str], ...] = ()


def is_archive(file: File) -> bool:
    """Whether the content is a zip archive or gzip."""
    return file.data.startswith((b"PK\x03\x04", b"PK\x05\x06", _GZIP))


def unpack(file: File, limit: int) -> Members:
    """The members of an archive, of at most `limit` bytes together. Raises Skip if it is broken."""
    if file.data.startswith(_GZIP):
        return _gunzip(file, limit)
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return _unzip(archive, limit)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Skip("broken-archive", "the archive cannot be opened; skipped") from None


def _gunzip(file: File, limit: int) -> Members:
    """The one member of a gzip file; of a damaged one, all that comes before the damage."""
    name = file.name[:-3] if file.suffix == ".gz" else file.name
    data = bytearray()
    position = 0
    whole = True
    while whole and file.data.startswith(_GZIP, position):
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        whole, start = False, len(data)
        position += _header_length(file.data[position : position + _CHUNK])
        try:
            while not stream.eof and len(data) <= limit:
                chunk = file.data[position : position + _CHUNK]
                if not chunk:
                    break
                data += stream.decompress(chunk, limit + 1 - len(data))
                position += len(chunk) - len(stream.unconsumed_tail) - len(stream.unused_data)
        except zlib.error:
            break
        if len(data) > limit:
            raise Skip(
                "too-large",
                f"unpacks to more than {limit / 1e6:.1f} MB; skipped (raise with --max-bytes)",
            )
        checksum = zlib.crc32(data[start:]).to_bytes(4, "little")
        trailer = file.data[position : position + 8]
        whole = stream.eof and trailer[:4] == checksum and len(trailer) == 8
        position += 8
    warning = ("truncated", "the compressed data breaks off or is damaged; read up to there")
    return Members((File(name, bytes(data)),), () if whole else (warning,))


def _header_length(data: bytes) -> int:
    """How long the header of a gzip member is (RFC 1952, section 2.3)."""
    flags = data[3] if len(data) > 3 else 0
    length = 10
    if flags & 4:  # extra fields
        length += 2 + int.from_bytes(data[length : length + 2], "little")
    for flag in (8, 16):  # a name, a comment
        if flags & flag:
            length = data.find(b"\0", length) + 1 or len(data)
    return length + (2 if flags & 2 else 0)


def _unzip(archive: zipfile.ZipFile, limit: int) -> Members:
    files: list[File] = []
    warnings: list[tuple[str, str]] = []
    left = limit
    members = sorted(
        archive.infolist(), key=lambda member: member.filename.encode("utf-8", "replace")
    )
    for member in members[:_MOST_MEMBERS]:
        name = member.filename
        if member.is_dir() or name.rpartition("/")[2].startswith(".") or "__MACOSX/" in name:
            continue
        try:
            with archive.open(member) as stream:
                data = stream.read(left + 1)
        except (
            RuntimeError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
        ):
            warnings.append(("broken-archive", f"{name!r} in it cannot be unpacked; left out"))
            continue
        if len(data) > left:
            raise Skip(
                "too-large",
                f"unpacks to more than {limit / 1e6:.1f} MB; skipped (raise with --max-bytes)",
            )
        left -= len(data)
        files.append(File(name, data))
    if len(members) > _MOST_MEMBERS:
        warnings.append(("long", f"only the first {_MOST_MEMBERS:,} files in it"))
    return Members(tuple(files), tuple(warnings))
