"""Word files that a program or a person broke: read, or refused with a diagnostic."""

import contextlib
import copy
import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from publisher.diagnostics import PublisherError
from tests.sources.docx.cases import CASES
from tests.sources.docx.word import read_word

_VALUES = ("", "-1", "999999999999", "nan", "1e400", "../../x", "#", "abc", "٠")


def broken(element: etree._Element, other: etree._Element, how: int) -> None:
    """Takes an element out, doubles it elsewhere, renames it, or spoils what it says."""
    parent = element.getparent()
    if how == 0 and parent is not None:
        parent.remove(element)
    elif how == 1:
        other.append(copy.deepcopy(element))
    elif how == 2:
        element.tag = other.tag
    elif how == 3:
        element.text = "\u2028 a\u0085\ufeff\n\t"
    else:
        for name in element.attrib:
            element.set(name, _VALUES[how % len(_VALUES)])


@given(st.data())
def test_damage_is_read_or_told(data: st.DataObject) -> None:
    source = CASES[data.draw(st.sampled_from(sorted(CASES)))]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(stream, "w") as new:
        damaged = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            content = old.read(name)
            if name == damaged and name.endswith((".xml", ".rels")):
                root = etree.fromstring(content)
                for _ in range(data.draw(st.integers(1, 5))):
                    elements = list(root.iter())
                    index = st.integers(0, len(elements) - 1)
                    one, other = elements[data.draw(index)], elements[data.draw(index)]
                    broken(one, other, data.draw(st.integers(0, 3 + len(_VALUES))))
                content = etree.tostring(root)
            new.writestr(name, content)
    # Any other exception fails the test.
    with contextlib.suppress(PublisherError):
        read_word(stream.getvalue())
