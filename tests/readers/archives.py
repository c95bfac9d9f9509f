"""Word and OpenDocument files with the parts that a test gives them."""

from __future__ import annotations

import io
import zipfile

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NS = "urn:oasis:names:tc:opendocument:xmlns"
_O = (
    f'xmlns:office="{_NS}:office:1.0" xmlns:text="{_NS}:text:1.0" xmlns:style="{_NS}:style:1.0" '
    f'xmlns:table="{_NS}:table:1.0" xmlns:draw="{_NS}:drawing:1.0" xmlns:fo="{_NS}:xsl-fo-compatible:1.0"'
)


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body, and with the inner XML of further parts by name (``styles``, ``footnotes``)."""
    links = "".join(f'<Relationship Id="{name}" Type="{_RELATIONSHIPS}/{name}" Target="{name}.xml"/>' for name in parts)
    main = f'<Relationship Id="r" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": f"<w:{name} {_W}>{inner}</w:{name}>" for name, inner in parts.items()},
        }
    )


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text with this body and these styles."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_O}>{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {_O}>{styles}</office:document-styles>",
        }
    )
