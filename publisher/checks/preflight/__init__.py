"""PDFs before they go out: a table of rules, what breaks them, where on which page."""

from publisher.checks.preflight.catalogue import RULES, Rule
from publisher.checks.preflight.check import Preflight, preflight, preflight_apart
from publisher.checks.preflight.found import Found

__all__ = ["RULES", "Found", "Preflight", "Rule", "preflight", "preflight_apart"]
