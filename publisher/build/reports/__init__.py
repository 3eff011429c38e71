"""A build's report in the forms that people and programs read: one module a form."""

from collections.abc import Callable

from publisher.build.outcome import Report
from publisher.build.reports.as_json import report_json
from publisher.build.reports.as_text import report_text

FORMS: dict[str, Callable[[Report], str]] = {
    "text": report_text,
    "json": report_json,
}
