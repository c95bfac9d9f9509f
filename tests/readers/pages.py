"""PDF files with lines of text at places that a test gives them."""

from __future__ import annotations

Line = tuple[float, float, str, str]
"""From the left and from the bottom in points, font (``F1``; ``F2`` is bold, ``F3`` italic), words in Latin-1."""


def pdf(*pages: list[Line], size: float = 12) -> bytes:
    """A file of pages, each of lines."""
    kids = " ".join(f"{number} 0 R" for number in range(6, 6 + 2 * len(pages), 2))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
          for name in ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")),
    ]  # fmt: skip
    fonts = "/F1 3 0 R /F2 4 0 R /F3 5 0 R"
    for number, lines in enumerate(pages):
        stream = b"\n".join(
            f"BT /{font} {size} Tf 1 0 0 1 {left} {up} Tm (".encode() + words.encode("cp1252") + b") Tj ET"
            for left, up, font, words in lines
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R"
            f" /Resources << /Font << {fonts} >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
