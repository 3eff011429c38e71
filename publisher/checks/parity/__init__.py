"""Parity: two finished files side by side, what a reader of one gets and of the other does not."""

from publisher.checks.parity.compare import compare
from publisher.checks.parity.content import Content
from publisher.checks.parity.files import compare_files

__all__ = ["Content", "compare", "compare_files"]
