"""What a work may cost: sources that would take too long to read or to set are refused."""

from publisher.assets import Source
from publisher.configuration.settings import Limits
from publisher.diagnostics import PublisherError, diagnose
from publisher.document.text import plain, runs
from publisher.sources import Reading
from publisher.span import whole_file


def require_few_lines(source: Source, limits: Limits) -> None:
    """Raises PublisherError: SRC032 for a source that would take too long to read."""
    count = source.data.count(b"\n") + source.data.count(b"\r") - source.data.count(b"\r\n")
    if count > limits.lines:
        facts = {"count": f"{count:,}", "limit": f"{limits.lines:,}"}
        raise PublisherError(diagnose("SRC032", whole_file(source.name), **facts))


def require_few_passages(reading: Reading, limits: Limits) -> None:
    """Raises PublisherError: SRC030, SRC031 for a work that would take too long to set."""
    count = 0
    for run in runs(reading.document):
        count += 1
        length = len(plain(run))
        if length > limits.passage_characters:
            facts = {"length": f"{length:,}", "limit": f"{limits.passage_characters:,}"}
            place = run[0].span or whole_file(reading.source_map.name)
            raise PublisherError(diagnose("SRC031", place, **facts))
    if count > limits.passages:
        facts = {"count": f"{count:,}", "limit": f"{limits.passages:,}"}
        raise PublisherError(diagnose("SRC030", whole_file(reading.source_map.name), **facts))
