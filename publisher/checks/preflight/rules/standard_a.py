"""PDF/A-2b, by pikepdf's checker: an allowlist over veraPDF's rules (ISO 19005-2)."""

import io
import re
from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.subject import Subject

_RULE = re.compile(r"ISO_19005_2:(.+)-\d+")
_LONGEST = 160


def archival(subject: Subject) -> Iterator[Found]:
    """PRE080: a rule that is broken; PRE081: what the checker does not know, and cannot pass."""
    if not subject.rules or subject.rules.standard != "PDF/A-2b":
        return
    from pikepdf import pdfa

    report = pdfa.validate_written(io.BytesIO(subject.source.data), "2b")
    places: dict[tuple[str, str, str], list[str]] = {}
    for finding in report.findings:
        code = "PRE080" if finding.kind == "violation" else "PRE081"
        places.setdefault((code, finding.rule, finding.message), []).append(finding.where)
    for (code, rule, message), where in places.items():
        clause = _RULE.fullmatch(rule)
        more = f", and {len(where) - 1} more" if len(where) > 1 else ""
        facts = {
            "rule": f"ISO 19005-2, {clause[1]}" if clause else rule,
            "message": _plain(message),
            "where": _plain(where[0]) + more,
        }
        yield Found(code=code, facts=facts)


def _plain(text: str) -> str:
    shown = "".join(each if each.isprintable() else "\ufffd" for each in text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
