"""Documents that are a zip archive of XML parts: opened within bounds, whatever the archive claims of itself."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from transcript.errors import LimitExceeded, UnreadableInput

MOST_PARTS = 10_000
MOST_BYTES = 64 * 1024 * 1024
"""Unpacked bytes of all the parts that are read."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


class Archive:
    """Parts of a zip archive, by name. Nothing is written anywhere, and no part is unpacked unless it is asked for.

    :raises UnreadableInput: the bytes are no zip archive.
    :raises LimitExceeded: it has too many parts.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            raise LimitExceeded(f"the archive has more than {MOST_PARTS} parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableInput(f"not a whole zip archive: {error}") from None
        self._left = MOST_BYTES

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part; None: there is no such part.

        :raises UnreadableInput: the part is damaged, encrypted, no XML, or declares a document type.
        :raises LimitExceeded: it does not fit into what may still be unpacked.
        """
        data = self._unpacked(name)
        if data is None:
            return None
        # Without a document type there are no entities; depth and text are bounded by libxml2 (no huge_tree).
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableInput(f"part {name}: {error.msg}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableInput(f"part {name}: it declares a document type, which no such document needs")
        return root

    def _unpacked(self, name: str) -> bytes | None:
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            return None
        except _BROKEN as error:
            raise UnreadableInput(f"part {name}: {error}") from None
        self._left -= len(data)
        if self._left < 0:
            raise LimitExceeded(f"part {name}: the parts are larger than {MOST_BYTES // 2**20} MB when unpacked")
        return data


def holds(data: bytes, *signs: bytes) -> bool:
    """The bytes begin as a zip archive does, and one of the signs stands at its beginning or in its directory."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    return any(sign in data[:4096] or sign in data[-65_536:] for sign in signs)
