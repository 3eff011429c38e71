"""What is amiss in a source: checks on the document and its text, located, with safe fixes."""

from publisher.checks.source.catalogue import CHECKS, check_reading
from publisher.checks.source.finding import Finding, Fix
from publisher.checks.source.fixing import Fixed, fix_source

__all__ = [
    "CHECKS",
    "Finding",
    "Fix",
    "Fixed",
    "check_reading",
    "fix_source",
]
