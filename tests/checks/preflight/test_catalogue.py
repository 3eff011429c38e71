"""The table of rules: each code is some rule's, each rule reads what targets have."""

from publisher.checks.preflight import RULES
from publisher.diagnostics.catalogue import CATALOGUE
from publisher.targets import PdfRules

OF_NO_RULE = {"PRE001", "PRE002", "PRE004"}
"""Given by the check itself."""


def test_every_code_is_of_one_rule() -> None:
    codes = [code for rule in RULES.values() for code in rule.codes]
    assert len(codes) == len(set(codes))
    of_preflight = {code for code in CATALOGUE if code.startswith("PRE")}
    assert of_preflight - set(codes) == OF_NO_RULE


def test_rules_read_what_targets_have() -> None:
    read = {value for rule in RULES.values() for value in rule.target}
    assert read - set(PdfRules.__struct_fields__) == set()
    of_covers_and_colours = {"papers", "spine_extra", "output_profile"}
    assert set(PdfRules.__struct_fields__) - read - of_covers_and_colours == set()


def test_every_rule_says_who_asks_for_it() -> None:
    assert all(rule.asked_by for rule in RULES.values())
