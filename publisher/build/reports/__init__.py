"""A build's report in the forms that people and programs read: one module a form."""

from collections.abc import Callable

from publisher.build.outcome import Report
from publisher.build.reports.as_json import report_json
from publisher.build.reports.as_text import check_text, report_text

Form = Callable[[Report], str]

BUILD_FORMS: dict[str, Form] = {"text": report_text, "json": report_json}
CHECK_FORMS: dict[str, Form] = {"text": check_text, "json": report_json}
