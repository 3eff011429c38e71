"""Style sheets without what a target does not take."""

from collections.abc import Collection, Iterable

import tinycss2
from tinycss2.ast import Node


def filtered(styles: str, left_out: Collection[str]) -> str:
    """`styles` less the properties, at-rules ("@supports") and pseudo-elements in `left_out`.

    A property goes with its vendors' forms; a rule goes with a selector that names a pseudo-element
    ("::first-letter"). Without any of them, the sheet is what it was, letter by letter.
    """
    if not left_out:
        return styles
    return "\n".join(_kept(tinycss2.parse_stylesheet(styles, skip_comments=True), left_out))


def _kept(nodes: Iterable[Node], left_out: Collection[str]) -> Iterable[str]:
    for node in nodes:
        if node.type == "at-rule" and f"@{node.lower_at_keyword}" not in left_out:
            yield _at_rule(node, left_out)
        elif node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            body = _declarations(node.content, left_out)
            if body and not any(name in selector for name in left_out if name.startswith("::")):
                yield f"{selector} {{\n{body}\n}}\n"


def _at_rule(node: Node, left_out: Collection[str]) -> str:
    head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}".strip()
    if node.content is None:
        return f"{head};\n"
    if node.lower_at_keyword in ("font-face", "page"):
        return f"{head} {{\n{_declarations(node.content, left_out)}\n}}\n"
    inside = "\n".join(_kept(tinycss2.parse_rule_list(node.content, True, True), left_out))
    return f"{head} {{\n{inside}}}\n"


def _declarations(content: list[Node], left_out: Collection[str]) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    kept = (
        f"  {tinycss2.serialize([node])}"
        for node in found
        if node.type == "declaration" and not _is_left_out(node.lower_name, left_out)
    )
    return "\n".join(kept)


def _is_left_out(name: str, left_out: Collection[str]) -> bool:
    return any(
        name == each or (name.startswith("-") and name.endswith(f"-{each}")) for each in left_out
    )
