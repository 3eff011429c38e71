"""A Word file of the transitional schema in the names of the strict one."""

import io
import zipfile

_NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "officeDocument/math",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "drawingml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": (
        "drawingml/wordprocessingDrawing"
    ),
}


def as_strict(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            for transitional, strict in _NAMES.items():
                text = text.replace(transitional, f"http://purl.oclc.org/ooxml/{strict}")
            target.writestr(name, text)
    return stream.getvalue()
