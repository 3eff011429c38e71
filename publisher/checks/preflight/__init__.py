"""PDFs before they go out: a table of rules, what breaks them, where on which page."""

from publisher.checks.preflight.catalogue import RULES, Rule
from publisher.checks.preflight.check import Preflight, preflight, preflight_apart
from publisher.checks.preflight.draw import drawn_apart
from publisher.checks.preflight.found import Found

__all__ = ["RULES", "Found", "Preflight", "Rule", "drawn_apart", "preflight", "preflight_apart"]
