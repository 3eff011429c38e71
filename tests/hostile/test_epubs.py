"""EPUBs made to harm who checks them: each is told by a code, within 5 s and 512 MB."""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.epub.books import GOOD, packed, spoiled, written
from tests.hostile.conftest import MEGABYTES, SECONDS, SECRET, Run

DRM = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>
<enc:CipherData><enc:CipherReference URI="EPUB/one.xhtml"/></enc:CipherData>
</enc:EncryptedData></encryption>"""
LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha">{}]>'.format(
    "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
)
QUADRATIC = f'<!DOCTYPE html [<!ENTITY a "{"a" * 50_000}">]>'
ITSELF = '<!DOCTYPE html [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'
PARAMETER = '<!DOCTYPE html [<!ENTITY % a SYSTEM "http://a.test/a.dtd"> %a;]>'
OUTSIDE = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CHAIN = "<!DOCTYPE html [{}]>".format(
    "".join(f'<!ENTITY e{number} "&e{number + 1};">' for number in range(9000))
)


def page_with(doctype: str, words: str = "&a;") -> bytes:
    files = spoiled(("one.xhtml", "<html", f"{doctype}<html"), ("one.xhtml", "A seed", words))
    return packed(files)


def with_entries(*names: str) -> bytes:
    return packed({**GOOD, **dict.fromkeys(names, b"x")})


def bomb() -> bytes:
    return deflated({"EPUB/bomb.xhtml": bytes(90_000_000)})


def many_bombs() -> bytes:
    return deflated({f"EPUB/{number}.bin": bytes(3_900_000) for number in range(110)})


def lying_bomb() -> bytes:
    """An entry that says it is small: its directory and its header have another size."""
    data = deflated({"EPUB/bomb.bin": bytes(50_000_000)})
    return data.replace(struct.pack("<L", 50_000_000), struct.pack("<L", 1000))


def deflated(more: dict[str, bytes]) -> bytes:
    written = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name, content)
    return written.getvalue()


def many_entries() -> bytes:
    return packed({**GOOD, **{f"EPUB/{number}": b"" for number in range(100_000)}})


def overlapping() -> bytes:
    """The bytes of one entry hold those of the next, header and all."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("EPUB/inner.bin", b"x" * 100)
    whole = inner.getvalue()[: 30 + len("EPUB/inner.bin") + 100]
    outer = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(outer, "a") as archive:
        archive.writestr("EPUB/outer.bin", whole)
        first = archive.getinfo("EPUB/outer.bin").header_offset + 30 + len("EPUB/outer.bin")
        info = zipfile.ZipInfo("EPUB/inner.bin")
        info.header_offset, info.file_size, info.compress_size = first, 100, 100
        info.CRC = zipfile.crc32(b"x" * 100)  # type: ignore[attr-defined]
        archive.filelist.append(info)
        archive.NameToInfo[info.filename] = info
        archive._didModify = True  # type: ignore[attr-defined]
    return outer.getvalue()


def link() -> bytes:
    written = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(written, "a") as archive:
        info = zipfile.ZipInfo("EPUB/passwd.xhtml")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return written.getvalue()


def twice() -> bytes:
    written = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(written, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("EPUB/one.xhtml", "<html/>")
    return written.getvalue()


def encrypted() -> bytes:
    """The bit that says so set in the header and the directory of one entry."""
    data = bytearray(packed(GOOD))
    for mark, flags, name in ((b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)):
        at = data.find(mark)
        while at >= 0:
            if data[at + name :].startswith(b"EPUB/one.xhtml"):
                data[at + flags] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


def without(name: str) -> bytes:
    return packed({each: content for each, content in GOOD.items() if each != name})


def damaged() -> bytes:
    return packed(GOOD).replace(b"More.", b"Less.")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (bomb, "SRC026"),
    "many bombs": (many_bombs, "SRC027"),
    "lying bomb": (lying_bomb, "SRC028"),
    "many entries": (many_entries, "SRC021"),
    "overlapping": (overlapping, "ELT002"),
    "traversal": (lambda: with_entries("../../evil.xhtml"), "SRC022"),
    "absolute": (lambda: with_entries("/etc/cron.d/evil"), "SRC022"),
    "drive": (lambda: with_entries("C:/evil.exe"), "SRC022"),
    "backslashes": (lambda: with_entries("..\\evil.exe"), "SRC022"),
    "refused": (lambda: with_entries("../../evil.xhtml"), "ELT001"),
    "link": (link, "ELT003"),
    "twice": (twice, "SRC023"),
    "encrypted": (encrypted, "SRC024"),
    "rights management": (lambda: packed({**GOOD, "META-INF/encryption.xml": DRM}), "EBK002"),
    "truncated": (lambda: packed(GOOD)[:-2000], "SRC020"),
    "damaged": (damaged, "SRC028"),
    "empty": (lambda: b"", "SRC020"),
    "no archive": (lambda: b"<html/>", "SRC020"),
    "no container": (lambda: without("META-INF/container.xml"), "EBK001"),
    "no package": (lambda: without("EPUB/package.opf"), "EBK001"),
    "DOCTYPE in the container": (
        lambda: packed({**GOOD, "META-INF/container.xml": LAUGHS + "<container>&j;</container>"}),
        "SRC014",
    ),
    "laughs": (lambda: page_with(LAUGHS, "&j;"), "ELT004"),
    "quadratic": (lambda: page_with(QUADRATIC, "&a;" * 1000), "ELT004"),
    "itself": (lambda: page_with(ITSELF), "ELT004"),
    "outside": (lambda: page_with(OUTSIDE), "ELT004"),
    "parameter": (lambda: page_with(PARAMETER, "x"), "ELT004"),
    "chain": (lambda: page_with(CHAIN, "&e0;" * 200), "ELT004"),
    "laughs in UTF-16": (
        lambda: packed({**GOOD, "EPUB/one.xhtml": f"{LAUGHS}<html>&j;</html>".encode("utf-16")}),
        "ELT004",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_container_is_told_and_read_no_further(
    run: Run, tmp_path: Path, name: str
) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "work" / "hostile.epub"
    path.parent.mkdir()
    path.write_bytes(make())
    answer = run("check", path, "--format", "json")
    assert answer["code"] == 1, answer["said"]
    assert answer["reached"] == []
    found = json.loads(answer["said"])["diagnostics"]
    assert code in {each["code"] for each in found}
    assert any(each["severity"] == "error" for each in found)
    assert not any(each["code"].startswith("EPB") for each in found)
    assert all(each["help"] and each["file"] for each in found)
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
    assert [each.name for each in tmp_path.rglob("*")] == ["work", "hostile.epub"]


def test_entities_that_stand_for_little_are_let_through(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "seed.epub"
    path.write_bytes(page_with('<!DOCTYPE html [<!ENTITY a "An ear">]>'))
    found = json.loads(run("check", path, "--format", "json")["said"])["diagnostics"]
    assert "ELT004" not in {each["code"] for each in found}
    assert "ELT005" in {each["code"] for each in found}


def test_a_check_writes_nothing_that_stays(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("HOME", "TMPDIR", "work")}
    for folder in folders.values():
        folder.mkdir()
    path = written(folders["work"])
    done = subprocess.run(
        [sys.executable, "-m", "publisher", "check", path],
        cwd=folders["work"],
        env={**os.environ, "HOME": str(folders["HOME"]), "TMPDIR": str(folders["TMPDIR"])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["seed.epub"]
    assert list(folders["TMPDIR"].iterdir()) == []
    assert SECRET not in done.stdout
