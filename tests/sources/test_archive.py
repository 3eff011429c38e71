"""Archives of untrusted origin: what is refused, and that limits hold for what is unpacked."""

import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.diagnostics import PublisherError
from publisher.sources.archive import LIMITS, Archive, ArchiveLimits, open_archive


def packed(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive with these entries, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        for name, data in entries:
            info = zipfile.ZipInfo("x")
            info.filename = info.orig_filename = name
            file.writestr(info, data, compress_type=method)
    return stream.getvalue()


def opened(data: bytes, limits: ArchiveLimits = LIMITS) -> Archive:
    return open_archive(Source("a.docx", data), limits)


def codes(caught: pytest.ExceptionInfo[PublisherError]) -> list[str]:
    return [found.code for found in caught.value.diagnostics]


def test_entries_are_read() -> None:
    archive = opened(packed([("a/b.xml", b"words"), ("folder/", b""), ("c", b"")]))
    assert (list(archive), archive.diagnostics) == (["a/b.xml", "c"], ())
    assert archive.read("a/b.xml") == b"words"
    assert "a/b.xml" in archive


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:\\a", "c:a", "a\\b", "..", "a/.."]
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    archive = opened(packed([(name, b"x"), ("b", b"kept")]))
    (found,) = archive.diagnostics
    assert (found.code, found.span and found.span.file) == ("SRC022", "a.docx")
    assert (list(archive), archive.read("b")) == (["b"], b"kept")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_doubled_names_are_refused() -> None:
    archive = opened(packed([("a", b"one"), ("a", b"two"), ("b", b"")]))
    assert [found.code for found in archive.diagnostics] == ["SRC023"]
    with pytest.raises(PublisherError) as caught:
        archive.read("a")
    assert codes(caught) == ["SRC029", "SRC023"]


def test_encrypted_entries_are_refused() -> None:
    data = bytearray(packed([("a", b"one")]))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert [found.code for found in opened(bytes(data)).diagnostics] == ["SRC024"]


def test_other_methods_are_refused() -> None:
    archive = opened(packed([("a", b"one")], zipfile.ZIP_LZMA))
    assert [found.code for found in archive.diagnostics] == ["SRC025"]


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06", b"\xd0\xcf\x11\xe0" * 128])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(PublisherError) as caught:
        opened(data)
    assert codes(caught) == ["SRC020"]


def test_too_many_entries() -> None:
    data = packed([(str(number), b"") for number in range(30)])
    with pytest.raises(PublisherError) as caught:
        opened(data, ArchiveLimits(entries=29))
    assert codes(caught) == ["SRC021"]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (ArchiveLimits(entry_bytes=99_999), "SRC026"),
        (ArchiveLimits(growth=20, growth_from=1000), "SRC026"),
        (ArchiveLimits(total_bytes=99_999), "SRC027"),
    ],
)
def test_growth_is_limited(limits: ArchiveLimits, code: str) -> None:
    with pytest.raises(PublisherError) as caught:
        opened(packed([("a", b" " * 100_000)]), limits).read("a")
    assert codes(caught) == [code]


def test_all_entries_count_together() -> None:
    archive = opened(
        packed([("a", b" " * 600), ("b", b" " * 600)]), ArchiveLimits(total_bytes=1000)
    )
    archive.read("a")
    with pytest.raises(PublisherError) as caught:
        archive.read("b")
    assert codes(caught) == ["SRC027"]


def test_an_archive_that_lies_about_sizes_is_found_out() -> None:
    data = bytearray(packed([("a", b" " * 100_000)]))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(PublisherError) as caught:
        opened(bytes(data)).read("a")
    assert codes(caught) == ["SRC028"]


def test_a_changed_byte_is_found_out() -> None:
    data = packed([("a", b"words of an article")], zipfile.ZIP_STORED)
    with pytest.raises(PublisherError) as caught:
        opened(data.replace(b"words", b"wards")).read("a")
    assert codes(caught) == ["SRC028"]


@given(st.data())
def test_damage_is_always_a_diagnostic(data: st.DataObject) -> None:
    whole = bytearray(packed([("a/b.xml", b"words of an article" * 9), ("c", b"\0" * 50)]))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    # Any other exception fails the test.
    with contextlib.suppress(PublisherError):
        archive = opened(bytes(whole))
        for name in archive:
            archive.read(name)
