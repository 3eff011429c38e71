"""Where links lead: to addresses that readers accept, to ids, or nowhere."""

import pytest

from publisher.publication.addresses import Addresses, File, Files
from publisher.publication.links import external


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a b?q=ü#x y", "https://example.org/a%20b?q=%C3%BC#x%20y"),
        ("//cdn.example.org/y", "https://cdn.example.org/y"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("tel:+49 30 1", "tel:+49%2030%201"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("https://example.org/[1]|", "https://example.org/%5B1%5D%7C"),
        ("https://example.org/%20%zz", "https://example.org/%20%25zz"),
        ("https://[::1]/", "https://[::1]/"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("/about", None),
        ("other.html#x", None),
        ("http://[bad", None),
        ("https://a b/", None),
        ("https://example.org:99999/", None),
        ("http://", None),
        ("", None),
    ],
)
def test_addresses(href: str, address: str | None) -> None:
    assert external(href) == address


FILES = [
    File("one.md", "one", {"a": "a", "café": "cafe-1", "both": "both"}, {}),
    File("part/two.md", "two", {"both": "both-2", "far": "far"}, {}),
]


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("#a", "a"),
        ("#caf%C3%A9", "cafe-1"),
        ("#café", "cafe-1"),
        ("#b", None),
        ("#", None),
        ("#both", "both"),
        ("#far", "far"),
        ("part/two.md", "two"),
        ("./part/two.md#both", "both-2"),
        ("part/two.md#a", None),
        ("three.md", None),
    ],
)
def test_ids_and_files(href: str, found: str | None) -> None:
    assert Addresses(FILES[0], Files(FILES)).find(href) == found


def test_files_are_found_from_the_folder_of_the_one_that_names_them() -> None:
    addresses = Addresses(FILES[1], Files(FILES))
    assert addresses.find("../one.md#a") == "a"
    assert addresses.is_inside("../one.md")
    assert not addresses.is_inside("one.md")


def test_an_id_in_several_files_is_told_where_a_third_refers_to_it() -> None:
    files = Files([*FILES, File("three.md", "three", {}, {})])
    assert Addresses(File("three.md", "three", {}, {}), files).repeats("both")
    assert not Addresses(FILES[0], files).repeats("both")
