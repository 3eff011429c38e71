"""What a work is built for: a reading system, a store, a printer; each a TOML file of rules.

A user's own lie in targets/ beside publisher.toml and go before those that come with publisher.
"""

from publisher.targets.load import load_target, target_files, usual_target
from publisher.targets.pdf_rules import PdfRules
from publisher.targets.rules import EpubRules
from publisher.targets.target import DEFAULTS, Origin, Reason, Target

__all__ = [
    "DEFAULTS",
    "EpubRules",
    "Origin",
    "PdfRules",
    "Reason",
    "Target",
    "load_target",
    "target_files",
    "usual_target",
]
