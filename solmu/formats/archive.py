"""The only place that opens zips, workbooks among them, without trusting what they say of size."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from solmu.formats import problems
from solmu.formats.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_MATTERS_FROM_BYTES,
    megabytes,
)
from solmu.formats.remarks import refused

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 65_536
_LOCKED = 0x1
# What zipfile raises on broken, odd or hostile archives; an unknown packing is a RuntimeError.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    IndexError,
    OverflowError,
)


class Archive:
    """A zip in memory whose members are unpacked piece by piece, within the caps."""

    def __init__(self, data: bytes) -> None:
        """Open the zip and check what it says of itself.

        Raises:
            UnreadableFile: When it is broken, locked, or would unpack to too much.
        """
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise refused(problems.ARCHIVE_BROKEN) from error
        self._left = MAX_UNPACKED_BYTES
        if len(members) > MAX_MEMBERS:
            raise refused(problems.ARCHIVE_TOO_LARGE, limit=str(MAX_MEMBERS))
        if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            raise refused(problems.ARCHIVE_TOO_LARGE, limit=megabytes(MAX_UNPACKED_BYTES))
        for member in members:
            if member.flag_bits & _LOCKED:
                raise refused(problems.ARCHIVE_LOCKED)
            too_dense = member.file_size > MAX_RATIO * max(member.compress_size, 1)
            if too_dense and member.file_size > RATIO_MATTERS_FROM_BYTES:
                raise refused(problems.ARCHIVE_TOO_LARGE, limit=f"1:{MAX_RATIO}")
        self._members = {
            member.filename.replace("\\", "/").lstrip("/").casefold(): member for member in members
        }
        self.names = tuple(self._members)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a member of this name, in whatever case."""
        return name.casefold() in self._members

    def spelt(self, name: str) -> str:
        """Give a member's name with its own capitals."""
        return self._members[name.casefold()].filename

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack one member piece by piece.

        Raises:
            UnreadableFile: When it is missing, broken, or more than the caps allow.
        """
        member = self._members.get(name.casefold())
        if member is None:
            raise refused(problems.ARCHIVE_BROKEN, value=name)
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise refused(
                            problems.ARCHIVE_TOO_LARGE, limit=megabytes(MAX_UNPACKED_BYTES)
                        )
                    yield chunk
        except _BROKEN as error:
            raise refused(problems.ARCHIVE_BROKEN, value=name) from error

    def read(self, name: str) -> bytes:
        """Unpack one member whole."""
        return b"".join(self.chunks(name))
