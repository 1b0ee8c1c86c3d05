"""Compressed files: what is in them, within the limit for one file."""

import gzip
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from briefs.reading.format import File, Skip

_MOST_MEMBERS = 10_000
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Members:
    """The files in an archive (named by their path in it), and what was left out and why."""

    files: tuple[File, ...]
    warnings: tuple[tuple[str, str], ...] = ()


def is_archive(file: File) -> bool:
    """Whether the content is a zip archive or gzip."""
    return file.data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"))


def unpack(file: File, limit: int) -> Members:
    """The members of an archive, of at most `limit` bytes together. Raises Skip if it is broken."""
    if file.data.startswith(b"\x1f\x8b"):
        return _gunzip(file, limit)
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return _unzip(archive, limit)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Skip("broken-archive", "the archive cannot be opened; skipped") from None


def _gunzip(file: File, limit: int) -> Members:
    name = file.name[:-3] if file.suffix == ".gz" else file.name
    data = b""
    warnings: tuple[tuple[str, str], ...] = ()
    try:
        with gzip.open(BytesIO(file.data)) as stream:
            while len(data) <= limit and (chunk := stream.read(_CHUNK)):
                data += chunk
    except (EOFError, OSError, zlib.error):
        warnings = (
            ("truncated", "the compressed data breaks off or is damaged; read up to there"),
        )
    if len(data) > limit:
        raise Skip(
            "too-large",
            f"unpacks to more than {limit / 1e6:.1f} MB; skipped (raise with --max-bytes)",
        )
    return Members((File(name, data),), warnings)


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
