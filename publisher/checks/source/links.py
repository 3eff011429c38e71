"""Links that lead nowhere, as far as the source alone can tell: no address is opened."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Subject
from publisher.checks.source.walk import nodes
from publisher.diagnostics import diagnose
from publisher.document.addresses import ADDRESS
from publisher.document.nodes import CrossRef, Link

_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))*\.?|\[[0-9a-fA-F:.]+\]")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]")
_WEB = frozenset(("http", "https", "ftp"))
_TWICE = re.compile(r"(?i)^https?:/*https?[:/]")


def broken_links(subject: Subject) -> Iterator[Finding]:
    """LNT012 for a link to an anchor that is not there, LNT013 for a malformed address."""
    document = subject.document
    ids = {node.id for node in nodes((document.blocks, document.notes)) if node.id}
    linked: set[str] = set()
    for node in nodes((document.meta, document.blocks, document.notes)):
        if isinstance(node, Link):
            linked.add(node.href)
            yield from _in_link(node, ids)
        elif isinstance(node, CrossRef) and node.target not in ids:
            yield Finding(diagnose("LNT012", node.span, target=node.target))
    for passage in subject.prose:
        for found in ADDRESS.finditer(passage.whole) if "://" in passage.whole else ():
            reason = fault_in(found[0]) if "://" in found[0] and found[0] not in linked else None
            if reason:
                start, end = found.span()
                yield found_in(
                    subject, passage, start, end, "LNT013", address=found[0], reason=reason
                )


def _in_link(link: Link, ids: Collection[str]) -> Iterator[Finding]:
    if link.href.startswith("#"):
        target = link.href[1:]
        if target not in ids and unquote(target) not in ids:
            yield Finding(diagnose("LNT012", link.span, target=target))
    elif reason := fault_in(link.href):
        yield Finding(diagnose("LNT013", link.span, address=link.href, reason=reason))


def fault_in(address: str) -> str | None:
    """What is wrong with an address by RFC 3986 (sections 3.1 and 3.2) and RFC 6068, or None."""
    if not address.strip():
        return "it is empty"
    if _SPACE.search(address.strip()):
        return "it has a space in it"
    if _TWICE.match(address):
        return "it begins twice"
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as failure:
        return str(failure)
    if parts.scheme in _WEB:
        return _web_fault(parts, port)
    if parts.scheme == "mailto" and "@" not in unquote(parts.path + parts.query):
        return "it has no mail address"
    if not parts.scheme and re.match(r"(?i)www\.|https?/", parts.path):
        return "it has no https:// before it"
    return None


def _web_fault(parts: SplitResult, port: int | None) -> str | None:
    host = parts.netloc.rpartition("@")[2]
    host = host.removesuffix(f":{port}") if port is not None else host.removesuffix(":")
    if not host:
        return "it names no host"
    return None if _HOST.fullmatch(unquote(host)) else f"{host} is no name of a host"
