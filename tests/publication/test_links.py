"""Where links lead: to addresses that readers accept, to ids, or nowhere."""

import pytest

from publisher.publication.links import external, internal


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


@pytest.mark.parametrize(
    ("href", "found"),
    [("#a", "a"), ("#caf%C3%A9", "cafe-1"), ("#café", "cafe-1"), ("#b", None), ("#", None)],
)
def test_ids(href: str, found: str | None) -> None:
    assert internal(href, {"a": "a", "café": "cafe-1"}) == found
