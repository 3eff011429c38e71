"""Findings about sources, configuration and outputs: what is wrong, where, and what to do.

A diagnostic is data. Stages return them; only `cli` shows them. Each has a stable code whose
severity and wording stand in one table, `catalogue`, from which docs/diagnostics.md is made.
"""

from publisher.diagnostics.diagnostic import (
    Diagnostic,
    PublisherError,
    Severity,
    UsageError,
    as_json,
    diagnose,
    worst,
)

__all__ = [
    "Diagnostic",
    "PublisherError",
    "Severity",
    "UsageError",
    "as_json",
    "diagnose",
    "worst",
]
