"""XML of untrusted origin: what is refused, where, and what encoding it is in."""

import codecs
import time
from pathlib import Path

import pytest

from publisher.diagnostics import Diagnostic, PublisherError
from publisher.sources import xml
from publisher.sources.xml import DEEPEST, parse_xml


def fault(data: bytes, *, bare_doctype: bool = False) -> Diagnostic:
    with pytest.raises(PublisherError) as caught:
        parse_xml(data, "a.xml", bare_doctype=bare_doctype)
    (found,) = caught.value.diagnostics
    assert found.span
    assert found.span.file == "a.xml"
    return found


FAULTS = [
    (b'<?xml version="1.0"?>\n <!DOCTYPE a SYSTEM "file:///etc/hostname">\n<a/>', "SRC014", 2, 2),
    (b'<!-- c -->\n<!DOCTYPE a [<!ENTITY e "ee">]><a>&e;</a>', "SRC014", 2, 1),
    (b"<a>\n<b>&e;</b></a>", "SRC016", 2, 7),
    (
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude">\n<b/><xi:include href="x"/></a>',
        "SRC015",
        2,
        5,
    ),
    (b"<a>\n<b></c></a>", "SRC016", 2, 8),
    (b"", "SRC016", 1, 1),
    (b"no markup", "SRC016", 1, 1),
    (b"<?xml never closed", "SRC016", 1, 7),
    (b"<!-- never closed", "SRC016", 1, 18),
    (b'<?xml version="1.0"?>\n<a>\xff</a>', "SRC017", 2, 4),
    (b'<?xml version="1.0" encoding="utf-8"?>\n<a>M\xfcnchen</a>', "SRC017", 2, 5),
    (b'<?xml version="1.0" encoding="klingon"?><a/>', "SRC011", 1, 1),
    (b'<?xml version="1.0" encoding="rot13"?><a/>', "SRC011", 1, 1),
    (b"<a>" * 200 + b"</a>" * 200, "SRC019", 1, 1),
    (b"<a>\0</a>", "SRC016", 1, 4),
]


@pytest.mark.parametrize(("data", "code", "line", "column"), FAULTS)
def test_faults_have_a_place(data: bytes, code: str, line: int, column: int) -> None:
    found = fault(data)
    assert found.span
    assert (found.code, found.span.line, found.span.column) == (code, line, column)


def test_a_fault_says_what_this_file_has() -> None:
    fault(b"<a></b>")
    assert "hl" not in fault(b"<c></d>").message
    assert "c" in fault(b"<c></d>").message


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<a>Zürich</a>".encode(), "Zürich"),
        (codecs.BOM_UTF8 + "<a>Zürich</a>".encode(), "Zürich"),
        ('<?xml version="1.0" encoding="UTF-16"?><a>Zürich</a>'.encode("utf-16"), "Zürich"),
        ("<a>Zürich</a>".encode("utf-16-be"), "Zürich"),
        ('<?xml version="1.0"?><a>日本</a>'.encode("utf-32"), "日本"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>Zürich</a>'.encode("latin-1"), "Zürich"),
        ('<?xml version="1.0" encoding="shift_jis"?><a>日本</a>'.encode("shift_jis"), "日本"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    parsed = parse_xml(data, "a.xml")
    assert (parsed.root.text, parsed.diagnostics) == (text, ())


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0" encoding="UTF-16"?>\n<a>Zürich</a>'.encode(),
        codecs.BOM_UTF8 + '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>Zürich</a>'.encode(),
    ],
)
def test_a_wrong_declaration_is_told_and_the_text_read(data: bytes) -> None:
    parsed = parse_xml(data, "a.xml")
    assert parsed.root.text == "Zürich"
    assert [found.code for found in parsed.diagnostics] == ["SRC018"]


def test_a_bare_doctype_can_be_passed_over_but_defines_nothing() -> None:
    doctype = b'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN"\n "nitf.dtd">\n'
    assert parse_xml(doctype + b"<a>b</a>", "a.xml", bare_doctype=True).root.text == "b"
    unknown = fault(doctype + b"<a>&nbsp;</a>", bare_doctype=True)
    assert (unknown.code, unknown.span and unknown.span.line) == ("SRC016", 3)
    assert fault(b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', bare_doctype=True).code == "SRC014"


def test_comments_and_instructions_do_not_part_the_text() -> None:
    root = parse_xml(b"<a>one <!-- two --><?three?>four<![CDATA[ & five]]></a>", "a.xml").root
    assert (root.text, len(root)) == ("one four & five", 0)


def test_a_tree_as_deep_as_allowed_is_read() -> None:
    data = b"<a>" * DEEPEST + b"</a>" * DEEPEST
    assert parse_xml(data, "a.xml").root.tag == "a"


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "LARGEST", 10)
    assert fault(b"<a>12345</a>").code == "SRC013"


def test_the_number_of_nodes_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MOST_NODES", 10)
    assert fault(b"<a>" + b"<b c='d'/>" * 5 + b"</a>").code == "SRC013"


def test_entities_in_entities_take_no_time() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    started = time.perf_counter()
    assert fault(f'<!DOCTYPE a [<!ENTITY e0 "ha">{lines}]><a>&e19;</a>'.encode()).code == "SRC014"
    assert time.perf_counter() - started < 1


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("file", "code", "line"),
    [
        ("billion-laughs.xml", "SRC014", 2),
        ("external-entity.xml", "SRC014", 2),
        ("not-well-formed.xml", "SRC016", 4),
        ("xinclude.xml", "SRC015", 1),
    ],
)
def test_hostile_xml(corpus: Path, file: str, code: str, line: int) -> None:
    found = fault((corpus / "hostile" / "xml" / file).read_bytes())
    assert (found.code, found.span and found.span.line) == (code, line)
