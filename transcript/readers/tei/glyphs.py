"""What stands behind ``g``: characters that the header declares."""

from __future__ import annotations

import re

from lxml import etree

from transcript.readers.tei.parsing import descendants, identifier

_CODE = re.compile(r"U\+([0-9A-F]{4,5}|10[0-9A-F]{4})")


def glyphs(root: etree._Element) -> dict[str, str]:
    """The character, or the characters that it is mapped to, by the pointer to its declaration."""
    found = {}
    for char in descendants(root, "char", "glyph"):
        mapped = next((mapping.text for mapping in descendants(char, "mapping") if mapping.text), None)
        code = next(
            (known for prop in descendants(char, "localProp") if (known := _CODE.fullmatch(prop.get("value", "")))),
            None,
        )
        if mapped or code:
            found[f"#{identifier(char)}"] = mapped or (chr(int(code[1], 16)) if code else "")
    return found
