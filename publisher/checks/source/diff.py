"""The unified diff of two texts that have the same lines but for their words (POSIX diff -u).

Since no line comes or goes, each is compared with its own: the time grows with the text alone.
"""

from collections.abc import Iterator

_CONTEXT = 3


def unified_diff(name: str, before: str, after: str) -> str:
    """What `patch` makes `after` of `before` with; empty where they are equal."""
    old, new = before.split("\n"), after.split("\n")
    hunks = list(
        _hunks(
            [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
        )
    )
    if not hunks:
        return ""
    last = len(old) - 1 if old[-1] else len(old) - 2
    rows = [f"--- {name}\n", f"+++ {name}\n"]
    for changed in hunks:
        first, end = max(0, changed[0] - _CONTEXT), min(last, changed[-1] + _CONTEXT) + 1
        place = f"{first + 1},{end - first}"
        rows.append(f"@@ -{place} +{place} @@\n")
        rows += _rows(old, new, first, end)
    return "".join(rows)


def _hunks(changed: list[int]) -> Iterator[list[int]]:
    """The numbers of changed lines, those together that share context."""
    hunk: list[int] = []
    for number in changed:
        if hunk and number - hunk[-1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(number)
    if hunk:
        yield hunk


def _rows(old: list[str], new: list[str], first: int, end: int) -> Iterator[str]:
    """The rows of a hunk; a run of changed lines as it was, then as it is."""
    taken: list[str] = []
    put: list[str] = []
    for number in range(first, end):
        close = "\n" if number < len(old) - 1 else "\n\\ No newline at end of file\n"
        if old[number] != new[number]:
            taken.append(f"-{old[number]}{close}")
            put.append(f"+{new[number]}{close}")
            continue
        yield from (*taken, *put)
        taken, put = [], []
        yield f" {old[number]}{close}"
    yield from (*taken, *put)
